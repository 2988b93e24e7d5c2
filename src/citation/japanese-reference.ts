import type { Name } from "../essay/bibliographic.ts";
import type { Language } from "../essay/language.ts";
import { direction } from "../essay/scripts.ts";
import { formatDate } from "../i18n/index.ts";
import type { CslItem } from "../schemas/references.ts";
import { isoDate, listNames, writeName } from "./names.ts";

/** Works that are named by their own title, and not by what they stand in. */
const WHOLE: readonly CslItem["type"][] = ["book", "report", "manuscript", "legislation", "treaty"];
/** More writers than these are the first and others. */
const MOST_WRITERS = 3;

/** A part of a reference: HTML that is escaped already, or nothing. */
type Part = string | undefined;

/**
 * A reference as Japanese notes in the humanities have it: `鶴岡路人『題』新潮選書、2023年。` A work in another language
 * is told as its own notes tell it, up to the date, which is the reader's. No CSL style has this form, and none could
 * mix the two.
 *
 * @param item what is cited, its title as the reader is to see it
 * @param language of the reader
 * @param place where in the work, as its author wrote it; of an article it stands for its pages
 * @param write writes the first writer's name: in a list, by which it is sorted, the family comes first
 * @returns HTML; what is in the language of the work is marked as such
 */
export function japaneseReference(
  item: CslItem,
  language: Language,
  place?: string,
  write: (name: Name) => string = writeName,
): string {
  const isOwn = new Intl.Locale(item.language).language === new Intl.Locale(language).language;
  const appeared = isoDate(item.issued);
  const date = appeared && `<span class="date">${asHtml(formatDate(appeared, language))}</span>`;
  if (isOwn) {
    const head = `${ownWriters(item, write)}${ownTitle(item)}`;
    const pages = item.page && `${item.page.replace("-", "–")}頁`;
    const at = place ?? pages;
    const rest = [...ownPlace(item), date, at && asHtml(at), link(item)];
    return `<cite>${head}${present(rest).join("、")}。</cite>`;
  }
  const words = present([foreignWriters(item, write), foreignTitle(item), ...foreignPlace(item)]).join(" ");
  const rest = present([date, place && asHtml(place), link(item)]).join("、");
  const end = rest ? ` ${rest}。` : "";
  const dir = direction(item.language) === direction(language) ? "" : ` dir="${direction(item.language)}"`;
  return `<cite><span lang="${item.language}"${dir}>${words.replace(/,(<\/i>|”)?$/u, rest ? ",$1" : ".$1")}</span>${end}</cite>`;
}

const present = (parts: readonly Part[]): string[] =>
  parts.filter((part) => part !== undefined && part !== "") as string[];

const asHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** @returns whether a body is named once more by what follows it */
const isNamedIn = (name: string, writers: readonly Name[] = []): boolean =>
  writers.some((writer) => "literal" in writer && writer.literal === name);

const isWhole = ({ type, "container-title": container }: CslItem): boolean => WHOLE.includes(type) && !container;

function ownWriters({ author, editor }: CslItem, write: (name: Name) => string): string {
  const writers = author ?? editor ?? [];
  const [first, ...others] = writers.map((writer, index) => (index === 0 ? write : writeName)(writer));
  const names = others.length >= MOST_WRITERS ? `${first}ほか` : [first, ...others].join("・");
  return asHtml(names && !author ? `${names}編` : names);
}

/** Marks within marks are the other ones. */
function ownTitle(item: CslItem): string {
  const title = asHtml(item.title);
  if (isWhole(item)) return `『${title.replaceAll("『", "「").replaceAll("』", "」")}』`;
  return `「${title.replaceAll("「", "『").replaceAll("」", "』")}」`;
}

/** What it stands in, and who brought it out; of a series the publisher is known. */
function ownPlace(item: CslItem): Part[] {
  const { volume, issue, genre, number, publisher } = item;
  const container = item["container-title"];
  const numbers = [volume && `第${volume}巻`, issue && `第${issue}号`].filter(Boolean).join("");
  const whose = item["collection-title"] ?? (publisher && !isNamedIn(publisher, item.author) ? publisher : undefined);
  return [
    container && `『${asHtml(container)}』${asHtml(numbers)}`,
    whose && whose !== container ? asHtml(whose) : undefined,
    number && asHtml([genre, number].filter(Boolean).join(" ")),
  ];
}

function foreignWriters({ author, editor, language }: CslItem, write: (name: Name) => string): Part {
  const writers = author ?? editor;
  if (!writers) return undefined;
  const [first, ...others] = writers;
  const head = first && write(first);
  const names =
    others.length >= MOST_WRITERS
      ? `${head} et al.`
      : listNames([...(head === undefined ? [] : [{ literal: head }]), ...others], language);
  return `${asHtml(author ? names : `${names} (ed.)`)},`;
}

function foreignTitle(item: CslItem): string {
  const title = asHtml(item.title);
  if (isWhole(item)) return `<i>${title}</i>,`;
  const nested = title.replaceAll("“", "‘").replaceAll("”", "’");
  return `“${nested}${/[?!]$/u.test(nested) ? "" : ","}”`;
}

function foreignPlace(item: CslItem): Part[] {
  const { volume, issue, genre, number, publisher, page } = item;
  const container = item["container-title"];
  const isElsewhere = publisher && publisher !== container && !isNamedIn(publisher, item.author);
  const parts = [
    container && `<i>${asHtml(container)}</i>`,
    volume && `vol. ${asHtml(volume)}`,
    issue && `no. ${asHtml(issue)}`,
    item["collection-title"] && asHtml(item["collection-title"]),
    isElsewhere ? asHtml(publisher) : undefined,
    number ? asHtml([genre, number].filter(Boolean).join(" ")) : undefined,
    page && `${/[-–]/u.test(page) ? "pp." : "p."} ${asHtml(page.replace("-", "–"))}`,
  ];
  return present(parts).map((part) => `${part},`);
}

/** The host of the address; print has the whole. */
function link({ URL: url, DOI: doi }: CslItem): Part {
  const href = url ?? (doi && `https://doi.org/${doi}`);
  if (!href) return undefined;
  const host = new URL(href).host.replace(/^www\./u, "");
  return `<a class="address" href="${asHtml(href).replaceAll('"', "&quot;")}"><span>${host}</span></a>`;
}
