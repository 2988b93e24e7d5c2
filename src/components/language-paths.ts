import essay from "virtual:essay";
import type { EssayText } from "../essay/model.ts";

/** One page for each language in which the essay stands. */
export const languagePaths = () =>
  essay.languages.map((language) => ({
    params: { language },
    props: { text: essay.texts[language] as EssayText },
  }));
