/** What the reading page says in the browser; apart from the other strings, so that a page loads no more than these. */
export interface ReadingStrings {
  readonly close: string;
  /** To where what is open in place stands with all that belongs to it. */
  readonly toList: Readonly<Record<"note" | "term", string>>;
  readonly returnLabel: string;
  readonly returnTo: (paragraph: string) => string;
  readonly settings: string;
  readonly theme: string;
  readonly themes: { readonly auto: string; readonly light: string; readonly sepia: string; readonly dark: string };
  readonly size: string;
  readonly sizes: {
    readonly smaller: string;
    readonly normal: string;
    readonly larger: string;
    readonly largest: string;
  };
  readonly leading: string;
  readonly leadings: { readonly tight: string; readonly normal: string; readonly loose: string };
  readonly font: string;
  readonly fonts: { readonly serif: string; readonly gothic: string };
  readonly writing: string;
  readonly writings: { readonly horizontal: string; readonly vertical: string };
  readonly chrome: string;
  readonly chromes: { readonly shown: string; readonly hidden: string };
  readonly reset: string;
}
