import type { EarlierWords } from "../../essay/retired-anchors.ts";
import { loadStrings } from "../../i18n/load.ts";
import { addressedElement } from "../page-address.ts";
import { pageLanguage } from "../page-language.ts";
import { visibleText } from "../search/visible-text.ts";
import { citationFile } from "./load-bundle.ts";
import { containsQuote } from "./quote.ts";

/**
 * Checks the words that the link to this page quotes (`?quote=`) against its target. Where they are not in it, adds a
 * message that names the edition that had them.
 */
export async function checkQuote(): Promise<void> {
  const quote = new URLSearchParams(location.search).get("quote") ?? "";
  const target = addressedElement();
  if (!quote || !target) return;
  if (!target.matches(".retired-anchor") && containsQuote(visibleText(target).value, quote)) return;

  const strings = await loadStrings("citation", pageLanguage());
  const response = await fetch(citationFile("earlier-words.json"));
  if (!response.ok) return;
  const earlier = ((await response.json()) as Record<string, EarlierWords[]>)[target.id] ?? [];
  const locator = target.dataset["paragraph"] || /^p\d/u.test(target.id) ? `¶${target.id.slice(1)}` : `#${target.id}`;
  const edition = earlier.find(({ text }) => containsQuote(text, quote))?.edition;
  const message = document.createElement("p");
  message.className = "quote-message";
  message.setAttribute("role", "status");
  message.dataset["pagefindIgnore"] = "";
  target.matches(".retired-anchor") ? target.after(message) : target.prepend(message);
  message.textContent = edition ? strings.quoteChanged(locator, edition) : strings.quoteUnknown(locator);
}
