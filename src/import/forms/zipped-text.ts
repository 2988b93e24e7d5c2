import { ImportError } from "../import-error.ts";
import type { ReadForm } from "./form.ts";
import { readText } from "./text.ts";
import { unpack } from "./zip.ts";

/** Reads an archive that holds one text, as Aozora Bunko hands them out. */
export const readZippedText: ReadForm = async (bytes, file, context) => {
  const texts = [...unpack(bytes, file, (name) => /\.txt$/iu.test(name) && !/^__MACOSX\//u.test(name))];
  const [text] = texts;
  if (!text) throw new ImportError(file, "is a zip archive without a text in it", "Give the manuscript itself.");
  if (texts.length > 1)
    throw new ImportError(
      file,
      `holds ${texts.length} texts`,
      "Unpack it, and name the texts in the order in which they belong.",
    );
  return readText(text[1], file, context);
};
