import { setImmediate } from "node:timers/promises";
import { citationRecord } from "../citation/record.ts";
import type { Essay, EssayText, Section } from "../essay/model.ts";
import { resolveLink } from "../essay/resolve-link.ts";
import { routes } from "../essay/routes.ts";
import { notesOnEssayTitle } from "../essay/title-notes.ts";
import { type BookSource, makeBooks } from "../export/epub/epub.ts";
import { booksIn } from "../export/formats.ts";
import { imprintOf, writeHandout } from "../export/handout.ts";
import { sectionMarkdown } from "../export/markdown.ts";
import { sectionText } from "../export/plain-text.ts";
import { drawFigure } from "../figures/figure.ts";
import { strings } from "../i18n/index.ts";
import { markingFallback } from "../i18n/merge.ts";
import { sectionLabel } from "../i18n/section-label.ts";
import { workTitle } from "../i18n/work-title.ts";
import { type BuildSettings, LOCAL_ORIGIN } from "./build-settings.ts";
import { imageBytes } from "./images.ts";
import type { WriteSiteFile } from "./kept-files.ts";
import type { SectionBodies } from "./section-bodies.ts";

/**
 * Writes the essay's other forms: books, the sections and the whole as plain text and as Markdown, the sections to hand out.
 *
 * After each section whatever else is under way in this thread has a turn: the index of the search is.
 *
 * @param write is given each with its path in the site
 */
export async function writeExports(
  settings: BuildSettings,
  essay: Essay,
  bodies: SectionBodies,
  write: WriteSiteFile,
): Promise<void> {
  const images = await bookImages(essay);
  for (const text of Object.values(essay.texts)) {
    await writeTexts(settings, essay, text, bodies, write);
    await writeBooks(settings, essay, text, bodies, images, write);
  }
}

async function writeBooks(
  settings: BuildSettings,
  essay: Essay,
  text: EssayText,
  bodies: SectionBodies,
  images: Images,
  write: WriteSiteFile,
): Promise<void> {
  const books = booksIn(essay.id, text.language);
  const source = bookSource(settings, essay, text, bodies, images);
  const { epubs, sections } = makeBooks(
    source,
    books.map(({ writing }) => writing),
  );
  epubs.forEach((bytes, index) => {
    const book = books[index];
    if (book) write(book.route, bytes);
  });
  const site = { origin: settings.siteUrl, basePath: settings.basePath };
  for (const section of text.sections) {
    await setImmediate();
    const page = sections.get(section.id);
    if (!page) continue;
    const record = citationRecord(essay, site, text.language, section.id);
    write(
      routes.handout(text.language, section.id),
      markingFallback(() => writeHandout(source, section, page, record)),
    );
  }
}

/** What the books of a language are made from. */
export function bookSource(
  settings: BuildSettings,
  essay: Essay,
  text: EssayText,
  { document }: SectionBodies,
  images: Images,
): BookSource {
  const { language } = text;
  return {
    essay,
    text,
    document,
    figures: Object.fromEntries(
      essay.annotations.figures.map(({ id, data }) => [id, drawFigure(data, language)] as const),
    ),
    images,
    record: citationRecord(essay, { origin: settings.siteUrl, basePath: settings.basePath }, language),
    site: publicRoot(settings),
  };
}

/** The bytes of images, each in its own format, by address. */
type Images = Readonly<Record<string, Uint8Array>>;

/** @returns the essay's images for its books */
export const bookImages = async ({ images }: Essay): Promise<Images> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(images).map(async ([route, asset]) => [route, await imageBytes(asset, asset.original)] as const),
    ),
  );

async function writeTexts(
  settings: BuildSettings,
  essay: Essay,
  text: EssayText,
  { document }: SectionBodies,
  write: WriteSiteFile,
): Promise<void> {
  const { language } = text;
  const label = strings(language);
  const isPublic = publicRoot(settings) !== undefined;
  const root = publicRoot(settings) ?? settings.basePath;
  const site = { origin: settings.siteUrl, basePath: settings.basePath };
  const page = (section: Section) => `${root}${routes.section(language, section.id)}`;
  const whole = { text: [] as string[], markdown: [] as string[] };
  for (const section of text.sections) {
    await setImmediate();
    const context = {
      essay,
      language,
      strings: label,
      link: (href: string) => {
        const resolved = resolveLink(href, { text, page: page(section), basePath: root });
        return resolved.startsWith("#") ? `${page(section)}${resolved}` : resolved;
      },
    };
    const title = [sectionLabel(section, language), section.title].filter(Boolean).join(" ");
    const body = document(section);
    const plain = sectionText(section, body, context, title);
    const markdown = sectionMarkdown(section, body, context, title);
    // A section that is alone says what it is from and whose words it has.
    const imprint = imprintOf(citationRecord(essay, site, language, section.id), isPublic);
    const lines = imprint.map(({ words }) => words).join("\n");
    const paragraphs = imprint.map(({ words, href }) => (href === words ? `<${href}>` : words)).join("\n\n");
    write(routes.text(language, section.id, "txt"), `${plain}\n${lines}\n`);
    write(routes.text(language, section.id, "md"), `${markdown}\n---\n\n${paragraphs}\n`);
    whole.text.push(plain);
    whole.markdown.push(markdown.replaceAll(/^#/gmu, "##"));
  }
  const heading = workTitle(text, language);
  const onTitle = notesOnEssayTitle(text).map(({ note }) => note);
  const marks = onTitle.map(({ number, origin }) => `[${label.noteNumber(number, origin)}]`).join("");
  write(routes.text(language, "full", "txt"), `${heading}${marks}\n\n${whole.text.join("\n\n")}`);
  write(
    routes.text(language, "full", "md"),
    `# ${heading}${onTitle.map((note) => `[^${note.label}]`).join("")}\n\n${whole.markdown.join("\n")}`,
  );
}

/** @returns the address below which the site is published; `undefined` where a build was not told, so that nothing leads to a machine of its author's */
const publicRoot = ({ siteUrl, basePath }: BuildSettings): string | undefined =>
  siteUrl === LOCAL_ORIGIN ? undefined : `${siteUrl}${basePath}`;
