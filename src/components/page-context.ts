import essay from "virtual:essay";
import type { Language } from "../essay/model.ts";

/**
 * The language of the page that is being made, for components that MDX calls without props of ours.
 * The first folder of the address below the base path is the language.
 */
export function languageOfPage(url: URL): Language {
  const below = url.pathname.slice(import.meta.env.BASE_URL.replace(/\/$/u, "").length + 1);
  const [first = ""] = below.split("/");
  return essay.languages.find((language) => language === first) ?? essay.languages[0] ?? "ja";
}
