import { decodeAs, decodeText } from "../encoding.ts";
import { excerpt } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { guessLanguage } from "../language.ts";
import { fromLines } from "../lines/from-lines.ts";
import { placeOf } from "../lines/line.ts";
import { readLines } from "../lines/read-lines.ts";
import { Vocabulary } from "../lines/vocabulary.ts";
import type { Manuscript } from "../manuscript.ts";
import { warnOfCharacters } from "../warn-of-characters.ts";
import { isAozora, readAozora } from "./aozora.ts";
import type { FormContext, ReadForm } from "./form.ts";
import { joinReadings } from "./reading-lines.ts";

/** Reads a plain text: one that came out of a PDF, one whose lines are whole, or one of Aozora Bunko's. */
export const readText: ReadForm = async (bytes, file, context) => {
  const { encoding, language, findings } = context;
  const decoded = encoding ? decodeAs(bytes, file, encoding) : decodeText(bytes, file, { language });
  if (decoded.isGuess)
    findings.open.push({
      place: file,
      text: `it was read as ${decoded.encoding}; if words look wrong, name its encoding with --encoding`,
    });
  return readDecodedText(decoded.text, file, context);
};

/** @returns the manuscript of a text that is decoded */
export async function readDecodedText(text: string, file: string, context: FormContext): Promise<Manuscript> {
  const { findings } = context;
  if (text.trim() === "") throw new ImportError(file, "is empty", "Give a file that holds the manuscript's words.");
  if (isAozora(text)) return readAozora(text, file, context);
  const language = context.language ?? guessLanguage(text) ?? "und";
  const vocabulary = new Vocabulary(text.split(/\r\n?|\n/u), language);
  const read = readLines(
    text,
    findings.characters,
    (first, words) =>
      findings.decide({
        key: `columns ${first.number}`,
        place: `line ${first.number}`,
        text: excerpt(words, 80),
        taken: "columns",
        confidence: 0.8,
        answers: ["columns", "lines"],
      }) === "columns",
    (word) => vocabulary.knows(word),
  );
  const hasPages = read.some(({ page }) => page > 1);
  const { lines, taken } = await joinReadings(read, findings, hasPages);
  const { metadata, tree, ledger } = fromLines(lines, { findings, language, known: {}, progress: context.progress });
  warnOfCharacters(lines.map(({ marked }) => marked.text).join("\n"), findings);
  // What came in, by lines, straight from the file: no rule of the importer has touched it.
  const places = new Map<string, string>();
  const pages = new Map(read.map(({ number, page }) => [number, page]));
  const hasFeeds = text.includes("\f");
  let page = 1;
  text.split(/\r\n|[\n\r\u2028\u2029\u0085]/u).forEach((whole, index) => {
    whole.split("\f").forEach((raw, part) => {
      if (part > 0) page += 1;
      if (raw.trim() === "") return;
      const own = hasFeeds ? page : (pages.get(index + 1) ?? 1);
      const place = placeOf({ page: own, number: index + 1 }, hasPages);
      places.set(place, (places.get(place) ?? "") + raw);
    });
  });
  return {
    file,
    metadata,
    tree,
    ledger: [...ledger, ...taken],
    proof: { places, isOrdered: true },
    images: [],
    references: [],
  };
}
