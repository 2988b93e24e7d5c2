import type { CitationBundle } from "../../citation/bundle.ts";
import type { CitedWork } from "../../citation/cited-works.ts";
import {
  type CitationStyle,
  FILE_EXTENSIONS,
  FILE_STYLES,
  type FileStyle,
  STYLE_NAMES,
} from "../../citation/styles.ts";
import type { Language } from "../../essay/language.ts";
import { direction } from "../../essay/scripts.ts";
import type { CiteDialogStrings } from "../../i18n/citation/strings.ts";
import { loadStrings } from "../../i18n/load.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { leaveWithTab } from "../leave-with-tab.ts";
import { inTime } from "../on-demand.ts";
import "../overlays.ts";
import { FILLS_SCREEN } from "../overlays.ts";
import { pageLanguage } from "../page-language.ts";
import type { CitationTarget } from "./citation-target.ts";
import { copyText } from "./copy.ts";
import styles from "./dialog.css?inline";
import { citationFile, loadBundle } from "./load-bundle.ts";
import { type Citation, linkTo, makeCitation } from "./make-citation.ts";
import { today } from "./today.ts";

/** The media type of a file of each format. */
const MEDIA_TYPES: Readonly<Record<FileStyle, string>> = {
  bibtex: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  csl: "application/vnd.citationstyles.csl+json",
};
/** Key of the chosen style and language in localStorage. */
const REMEMBERED = "cite";

/** The choices of the reader; missing ones default to the language of the page. */
interface Choice {
  style?: CitationStyle;
  /** By language of the page, that of its citations: who cites one text in another language has not chosen it for all. */
  readonly languages: Record<Language, Language>;
}

adoptStyles(styles);

/** The dialog with the link, the words and the citations of a target. */
export class CiteDialog extends HTMLElement {
  readonly #dialog = document.createElement("dialog");
  readonly #language = pageLanguage();
  readonly #choice: Choice = remembered();
  #strings: CiteDialogStrings | undefined;
  /** Addresses of the files that were made for what is shown. */
  readonly #files: string[] = [];
  /** What is shown, or will be when its citations are there. */
  #target: CitationTarget | undefined;

  connectedCallback(): void {
    this.#dialog.className = "cite-dialog";
    this.#dialog.dataset["pagefindIgnore"] = "";
    this.#dialog.addEventListener("click", ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    // The browser gives the focus back to what has opened it.
    leaveWithTab(this.#dialog, () => undefined);
    this.append(this.#dialog);
  }

  /**
   * Opens for a target, and shows its citations once they are loaded. The browser returns the focus to where it was
   * when the dialog is closed.
   *
   * @param signal aborted where it is not wanted any more when its strings are there
   * @throws where its strings cannot be loaded
   */
  async cite(target: CitationTarget, signal: AbortSignal): Promise<void> {
    this.#strings ??= await loadStrings("citation", pageLanguage());
    if (signal.aborted) return;
    this.#target = target;
    const strings = this.#strings;
    const heading = make("h2", { id: "cite-title", tabIndex: -1, textContent: strings.title(nameOf(target, strings)) });
    const status = make("p", { className: "cite-status" });
    status.setAttribute("role", "status");
    const close = makeButton(strings.close, () => this.#dialog.close());
    const top = make("div", { className: "cite-top" });
    top.append(heading, close);
    this.#dialog.setAttribute("aria-labelledby", heading.id);
    this.#dialog.replaceChildren(top, status);
    if (!this.#dialog.open) this.#dialog.showModal();
    void this.#show(target, strings, top, status);
  }

  async #show(
    target: CitationTarget,
    strings: CiteDialogStrings,
    top: HTMLElement,
    status: HTMLElement,
  ): Promise<void> {
    let bundle: CitationBundle | undefined;
    await inTime(async () => {
      bundle = await loadBundle(target.bundle);
    });
    // Meanwhile the reader may have gone on to another.
    if (this.#target !== target) return;
    if (!bundle) {
      status.textContent = document.querySelector("#load-failure")?.textContent ?? "";
      return;
    }
    this.#dialog.replaceChildren(top, ...this.#content(bundle, target, strings, status));
    // Where it is longer than the screen it begins at its beginning; else with what one has come for.
    const isCut = this.#dialog.scrollHeight > this.#dialog.clientHeight;
    const first = isCut || matchMedia(FILLS_SCREEN).matches ? "#cite-title" : "[data-first]";
    this.#dialog.querySelector<HTMLElement>(first)?.focus();
  }

  #content(
    bundle: CitationBundle,
    target: CitationTarget,
    strings: CiteDialogStrings,
    status: HTMLElement,
  ): HTMLElement[] {
    const output = make("div", { className: "cite-output" });
    const usual = { style: usualStyle(bundle, this.#language), language: this.#language };
    const styleChoices = stylesIn(bundle).map((value) => ({ value, label: STYLE_NAMES[value] }));
    const languageChoices = Object.keys(bundle.usualStyles).map((value) => ({ value, label: ownName(value) }));
    // What was chosen on another essay's site of this host may not be offered here.
    const offered = <Value>(choices: readonly { readonly value: Value }[], value: Value | undefined) =>
      choices.find((choice) => choice.value === value)?.value;
    const chosen = () => ({
      style: offered(styleChoices, this.#choice.style) ?? usual.style,
      language: offered(languageChoices, this.#choice.languages[this.#language]) ?? usual.language,
    });
    let citation: Citation;
    const show = () => {
      // What was copied is not what is shown now.
      status.textContent = "";
      const { style, language } = chosen();
      citation = makeCitation(bundle, target, style, language, strings.locator, today());
      output.replaceChildren(...render(citation, strings, language));
      languages.hidden = citation.isFile || languageChoices.length < 2;
      copyReference.hidden = citation.bibliography === undefined;
      remember(this.#choice);
    };
    const styles = choices(strings.style, "cite-style", styleChoices, chosen().style, (style) => {
      this.#choice.style = style;
      show();
    });
    const languages = choices(strings.language, "cite-language", languageChoices, chosen().language, (language) => {
      this.#choice.languages[this.#language] = language;
      show();
    });

    const report = async (copied: Promise<boolean>) => {
      status.textContent = "";
      status.textContent = (await copied) ? strings.copied : strings.notCopied;
    };
    const copyCitation = makeButton(strings.copyCitation, () => {
      const { entry, isFile } = citation;
      void report(isFile ? copyText(entry) : copyText(plain(entry), entry));
    });
    copyCitation.dataset["first"] = "";
    const copyReference = makeButton(strings.copyReference, () => {
      const { bibliography = "" } = citation;
      void report(copyText(plain(bibliography), bibliography));
    });
    const copyLink = makeButton(strings.copyLink, () => void report(copyText(linkTo(bundle, target))));
    const copyWords = makeButton(strings.copyWords, () => {
      const { entry, isFile } = citation;
      // Below quoted words the reference is always text, whatever file format is chosen.
      const reference = isFile
        ? makeCitation(bundle, target, usual.style, usual.language, strings.locator, today()).entry
        : entry;
      const words = strings.quotation(target.words);
      // The reference has the address of the paragraph, not of the words in it.
      const link = linkTo(bundle, target);
      const isNamed = plain(reference).includes(link);
      const text = [words, plain(reference), ...(isNamed ? [] : [link])].join("\n\n");
      const address = isNamed ? "" : `<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`;
      void report(copyText(text, `<p>${escapeHtml(words)}</p><p>${reference}</p>${address}`));
    });
    // Of a section or the whole there are no words but its title.
    copyWords.hidden = !target.kind;
    const actions = make("div", { className: "cite-actions" });
    actions.append(copyCitation, copyReference, copyLink, copyWords);
    show();

    const words = make("blockquote", { className: "cite-words", textContent: target.words });
    const files = make("p", { className: "cite-downloads" });
    for (const file of this.#files.splice(0)) URL.revokeObjectURL(file);
    files.append(strings.download, ...FILE_STYLES.map((style) => this.#fileLink(bundle, target, style, strings)));
    const works = (bundle.works[target.anchor] ?? []).map((work) => citedWork(work, strings, report));
    return [
      ...(target.kind ? [words] : []),
      styles,
      languages,
      output,
      actions,
      status,
      files,
      ...(works.length > 0 ? [make("h3", { className: "cite-works", textContent: strings.works }), ...works] : []),
    ];
  }

  /** A link to the file of what is cited: that of the section is on the site, that of a place is made here. */
  #fileLink(
    bundle: CitationBundle,
    target: CitationTarget,
    style: FileStyle,
    strings: CiteDialogStrings,
  ): HTMLAnchorElement {
    const extension = FILE_EXTENSIONS[style];
    const link = make("a", { textContent: STYLE_NAMES[style] });
    if (target.anchor) {
      const { entry } = makeCitation(bundle, target, style, this.#language, strings.locator, today());
      link.href = URL.createObjectURL(new Blob([`${entry}\n`], { type: MEDIA_TYPES[style] }));
      this.#files.push(link.href);
      link.download = `${target.bundle}-${target.anchor}.${extension}`;
    } else {
      link.href = citationFile(`${target.bundle}.${extension}`);
      link.download = "";
    }
    return link;
  }
}

customElements.define("cite-dialog", CiteDialog);

/** So many characters of a reference, author and title as a rule, tell it from those beside it. */
const OPENING = 60;

/** @returns a work that a note cites: its reference, which can be copied, the way to it among the sources, its files */
function citedWork(
  { html, page, files }: CitedWork,
  strings: CiteDialogStrings,
  report: (copied: Promise<boolean>) => Promise<void>,
): HTMLElement {
  const reference = make("p");
  reference.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  const copy = makeButton(strings.copyCitation, () => {
    const copied = make("p");
    copied.append(...[...reference.childNodes].map((node) => node.cloneNode(true)));
    // What is seen of an address is its host.
    for (const link of copied.querySelectorAll<HTMLAnchorElement>("a.address")) link.textContent = link.href;
    void report(copyText(copied.textContent ?? "", copied.innerHTML));
  });
  const ways = make("p", { className: "cite-downloads" });
  const links = FILE_STYLES.map((style) =>
    make("a", { href: files[style], textContent: STYLE_NAMES[style], download: "" }),
  );
  const controls = [copy, make("a", { href: page, textContent: strings.inSources }), ...links];
  // A note may cite several works: each control names its own, by the words with which its reference begins.
  const opening = (reference.textContent ?? "").trim().slice(0, OPENING);
  for (const control of controls) control.ariaLabel = `${control.textContent}: ${opening}`;
  ways.append(...controls);
  const work = make("div", { className: "cite-work" });
  work.append(reference, ways);
  return work;
}

function render(citation: Citation, strings: CiteDialogStrings, language: Language): HTMLElement[] {
  if (citation.isFile) return [make("pre", { textContent: citation.entry, tabIndex: 0 })];
  const labelled = (label: string, html: string) => {
    const text = make("p", { lang: language, dir: direction(language) });
    text.append(...italics(html));
    return [make("p", { className: "cite-label", textContent: label }), text];
  };
  const { entry, bibliography, inText } = citation;
  if (bibliography) return [...labelled(strings.inNote, entry), ...labelled(strings.reference, bibliography)];
  return [...labelled(strings.reference, entry), ...(inText ? labelled(strings.inText, inText) : [])];
}

/** @returns the entry as nodes: citeproc’s HTML has `<i>` and escaped characters only */
function italics(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map((node) =>
    node.nodeName === "I" ? make("i", { textContent: node.textContent ?? "" }) : new Text(node.textContent ?? ""),
  );
}

/** @returns the styles and formats that a bundle offers, in order */
const stylesIn = ({ texts }: CitationBundle): CitationStyle[] => [
  ...(Object.keys(texts) as (keyof typeof texts)[]),
  ...FILE_STYLES,
];

/** @returns the style in which the notes of a language cite */
const usualStyle = ({ usualStyles }: CitationBundle, language: Language): CitationStyle =>
  usualStyles[language] ?? FILE_STYLES[0];

/** @returns the name of a language in itself */
const ownName = (language: Language): string =>
  new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;

const plain = (html: string): string => new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";
const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function choices<Value extends string>(
  legend: string,
  name: string,
  options: readonly { readonly value: Value; readonly label: string }[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLFieldSetElement {
  const group = make("fieldset", { className: "cite-choices" });
  // A legend does not stand in the row of what it names: it is read out, and what is seen is a copy.
  const label = make("span", { className: "cite-label", textContent: legend, ariaHidden: "true" });
  group.append(make("legend", { className: "visually-hidden", textContent: legend }), label);
  for (const { value, label } of options) {
    const radio = make("input", { type: "radio", name, value, checked: value === chosen });
    radio.addEventListener("change", () => choose(value));
    const text = make("label");
    text.append(radio, make("span", { textContent: label }));
    group.append(text);
  }
  return group;
}

const nameOf = ({ kind, number, words }: CitationTarget, { locator, quotation }: CiteDialogStrings): string =>
  kind ? locator[kind](number) : quotation(words);

function remembered(): Choice {
  try {
    const { style, languages } = JSON.parse(localStorage.getItem(REMEMBERED) ?? "{}") as Partial<Choice>;
    return { ...(typeof style === "string" && { style }), languages: { ...languages } };
  } catch {
    return { languages: {} };
  }
}

function remember(choice: Choice): void {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(choice));
  } catch {
    // Without storage the choice is kept until the page is left.
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

function makeButton(label: string, act: () => void): HTMLButtonElement {
  const button = make("button", { type: "button", textContent: label });
  button.addEventListener("click", act);
  return button;
}
