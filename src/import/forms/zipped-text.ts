import { ImportError } from "../import-error.ts";
import type { ReadForm } from "./form.ts";
import { readText } from "./text.ts";
import { resolvePath, unpack } from "./zip.ts";

const TEXT = /\.txt$/iu;
const IMAGE = /\.(?:png|jpe?g|gif|webp|svg)$/iu;

/** Reads an archive that holds one text, as Aozora Bunko hands them out, and the images that the text names. */
export const readZippedText: ReadForm = async (bytes, file, context) => {
  const entries = unpack(bytes, file, (name) => (TEXT.test(name) || IMAGE.test(name)) && !/^__MACOSX\//u.test(name));
  const texts = [...entries].filter(([name]) => TEXT.test(name));
  const [text] = texts;
  if (!text) throw new ImportError(file, "is a zip archive without a text in it", "Give the manuscript itself.");
  if (texts.length > 1)
    throw new ImportError(
      file,
      `holds ${texts.length} texts`,
      "Unpack it, and name the texts in the order in which they belong.",
    );
  const [name, content] = text;
  const beside = (path: string) => entries.get(resolvePath(name, path)) ?? context.beside(path);
  return readText(content, file, { ...context, beside });
};
