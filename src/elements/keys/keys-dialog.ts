import { loadStrings } from "../../i18n/load.ts";
import type { ReadingStrings } from "../../i18n/reading/strings.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { leaveWithTab } from "../leave-with-tab.ts";
import "../overlays.ts";
import { pageLanguage } from "../page-language.ts";
import { changeSetting } from "../reading/settings.ts";
import styles from "./keys-dialog.css?inline";

adoptStyles(styles);

/** The keys, and which sentence says what each does; the arrows are those of the writing direction. */
const KEYS = [
  ["n", "next"],
  ["p", "previous"],
  ["j", "nextParagraph"],
  ["k", "previousParagraph"],
  ["← →", "along"],
  ["c", "contents"],
  ["/", "search"],
  ["?", "help"],
  ["Esc", "close"],
] as const satisfies readonly (readonly [string, keyof ReadingStrings["keys"]])[];

/** Shows the list of shortcuts, from which they can be turned off and on. The browser gives the focus back. */
export async function showKeys(): Promise<void> {
  const strings = await loadStrings("reading", pageLanguage());
  document.querySelector(".keys-dialog")?.remove();
  const { keys } = strings;
  const dialog = document.createElement("dialog");
  dialog.className = "keys-dialog";
  dialog.dataset["pagefindIgnore"] = "";
  const heading = document.createElement("h2");
  heading.id = "keys-title";
  heading.tabIndex = -1;
  heading.textContent = keys.title;
  dialog.setAttribute("aria-labelledby", heading.id);
  const list = document.createElement("dl");
  // Keys of what is offered on this page at present follow those of all pages.
  const offered = [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")].map(
    (control) => [control.getAttribute("aria-keyshortcuts") ?? "", control.ariaLabel ?? ""] as const,
  );
  for (const [key, meaningOfKey] of [...KEYS.map(([key, name]) => [key, keys[name]] as const), ...offered]) {
    const term = document.createElement("dt");
    for (const one of key.split(" ")) {
      const sign = document.createElement("kbd");
      sign.textContent = isVertical() ? (UPRIGHT[one] ?? one) : one;
      term.append(sign, " ");
    }
    const meaning = document.createElement("dd");
    meaning.textContent = meaningOfKey;
    list.append(term, meaning);
  }
  const about = document.createElement("p");
  about.textContent = keys.about;
  const buttons = document.createElement("p");
  buttons.className = "keys-buttons";
  const turn = document.createElement("button");
  turn.type = "button";
  const isOff = () => document.documentElement.dataset["keys"] === "off";
  const name = () => {
    turn.textContent = isOff() ? keys.turnOn : keys.turnOff;
  };
  turn.addEventListener("click", () => {
    changeSetting("keys", isOff() ? undefined : "off");
    name();
  });
  name();
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = strings.close;
  close.addEventListener("click", () => dialog.close());
  buttons.append(turn, close);
  dialog.append(heading, list, about, buttons);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  leaveWithTab(dialog, () => undefined);
  dialog.showModal();
  // At its beginning, from which it is read; on a low screen its end is far below.
  heading.focus();
}

/** Along vertical lines one goes down and up. */
const UPRIGHT: Readonly<Record<string, string>> = { "←": "↑", "→": "↓" };
const isVertical = (): boolean => getComputedStyle(document.documentElement).writingMode.startsWith("vertical");
