import { loadStrings } from "../../i18n/load.ts";
import type { ReadingStrings } from "../../i18n/reading/strings.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { leaveWithTab } from "../leave-with-tab.ts";
import { createOfflineChoice } from "../offline/offline-choice.ts";
import { onArrival, onDemand } from "../on-demand.ts";
import { createPanelClose } from "../overlays.ts";
import { pageLanguage } from "../page-language.ts";
import {
  BELOW_DEFAULT,
  changeSetting,
  currentSettings,
  SETTINGS,
  type SettingLabels,
  type SettingName,
} from "./settings.ts";
import styles from "./settings-panel.css?inline";

adoptStyles(styles);

/** A row of the panel: a setting and its values; the empty value is the default. */
interface Row {
  readonly name: SettingName;
  readonly legend: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly help: string | undefined;
}

/**
 * Opens the panel of reading settings.
 *
 * @param button its button; the focus returns to it
 * @param signal aborted where the panel is not wanted any more
 */
export async function openSettings(button: HTMLElement, signal: AbortSignal): Promise<void> {
  const [strings] = await Promise.all([loadStrings("reading", pageLanguage()), sheetsOfPage()]);
  if (signal.aborted) return;
  const panel = document.querySelector<HTMLElement>(".settings-panel") ?? createPanel(button, strings);
  panel.showPopover();
}

/**
 * Resolves when the sheets of the page are there, that of the settings too, for which a press that no hand made is no sign:
 * what is set is seen at once, and measured as it is seen.
 */
const sheetsOfPage = (): Promise<unknown> =>
  Promise.all(
    [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]:not([media])")]
      .filter(({ sheet }) => !sheet)
      .map(
        (link) =>
          new Promise((resolve, reject) => {
            link.disabled = false;
            link.addEventListener("load", resolve, { once: true });
            link.addEventListener("error", reject, { once: true });
          }),
      ),
  );

function createPanel(button: HTMLElement, strings: ReadingStrings): HTMLElement {
  const panel = document.createElement("div");
  panel.className = "settings-panel";
  panel.id = "settings";
  panel.popover = "auto";
  panel.setAttribute("role", "dialog");
  panel.ariaLabel = strings.settings;
  panel.append(
    createPanelClose(panel, strings),
    createTitle(strings),
    ...rows(strings).map(createRow),
    ...createOfflineChoice(strings),
    createButtons(strings, panel),
  );
  leaveWithTab(panel, () => button);
  panel.addEventListener("toggle", (event) => {
    const isOpen = event.newState === "open";
    button.ariaExpanded = String(isOpen);
    if (isOpen) panel.querySelector<HTMLElement>("input:checked")?.focus();
    // A press outside moves the focus to the text, if anywhere.
    else if (panel.contains(document.activeElement) || document.activeElement?.matches("body, main")) button.focus();
  });
  document.body.append(panel);
  return panel;
}

/** What is read out as the panel's name. */
function createTitle({ settings }: ReadingStrings): HTMLElement {
  const title = document.createElement("p");
  title.className = "settings-title";
  title.ariaHidden = "true";
  title.textContent = settings;
  return title;
}

function rows({ settingLabels, settingHelp }: ReadingStrings): Row[] {
  const names = Object.keys(SETTINGS) as SettingName[];
  const { vertical } = document.documentElement.dataset;
  const help: Partial<Record<SettingName, string>> = settingHelp;
  return names
    .filter((name) => name !== "writing" || vertical !== undefined)
    .map((name) => ({ ...rowOf(name, settingLabels), help: help[name] }));
}

function rowOf<Name extends SettingName>(
  name: Name,
  settingLabels: { readonly [Setting in SettingName]: SettingLabels<Setting> },
): Omit<Row, "help"> {
  const labels: SettingLabels<Name> = settingLabels[name];
  const values: readonly (typeof SETTINGS)[Name][number][] = SETTINGS[name];
  const choices = values.map((value) => [value, labels[value]] as const);
  const isBelow = ([value]: readonly [string, string]) => BELOW_DEFAULT.includes(value);
  return {
    name,
    legend: labels.name,
    choices: [...choices.filter(isBelow), ["", labels.default], ...choices.filter((choice) => !isBelow(choice))],
  };
}

function createRow({ name, legend, choices, help }: Row): HTMLFieldSetElement {
  const current = currentSettings()[name] ?? "";
  const fieldset = document.createElement("fieldset");
  const title = document.createElement("legend");
  title.textContent = legend;
  fieldset.append(
    title,
    ...choices.map(([value, label]) => {
      const choice = document.createElement("label");
      const input = document.createElement("input");
      input.type = "radio";
      input.name = `setting-${name}`;
      input.value = value;
      input.checked = value === current;
      input.addEventListener("change", () => {
        changeSetting(name, value || undefined);
        // Where it is set already as a page is opened, the page loads it.
        if (value === "vertical")
          void onArrival(() => import("./vertical.ts").then((module) => module.turnVerticalPages()));
      });
      const caption = document.createElement("span");
      caption.textContent = label;
      choice.append(input, caption);
      return choice;
    }),
  );
  if (help) {
    const line = document.createElement("p");
    line.className = "settings-help";
    line.id = `setting-${name}-help`;
    line.textContent = help;
    fieldset.setAttribute("aria-describedby", line.id);
    fieldset.append(line);
  }
  return fieldset;
}

function createButtons(strings: ReadingStrings, panel: HTMLElement): HTMLElement {
  const buttons = document.createElement("p");
  buttons.className = "settings-buttons";
  const keys = document.createElement("button");
  keys.type = "button";
  keys.textContent = strings.keys.title;
  keys.addEventListener("click", () => {
    panel.hidePopover();
    void onDemand(keys, async () => (await import("../keys/keys-dialog.ts")).showKeys());
  });
  const reset = document.createElement("button");
  reset.type = "button";
  reset.textContent = strings.reset;
  reset.addEventListener("click", () => {
    for (const name of Object.keys(SETTINGS) as SettingName[]) changeSetting(name, undefined);
    // What is kept for offline is no setting of the display.
    for (const input of panel.querySelectorAll<HTMLInputElement>("[name^=setting-]"))
      input.checked = input.value === "";
  });
  const paper = document.createElement("button");
  paper.type = "button";
  paper.textContent = strings.print;
  paper.addEventListener("click", () => {
    panel.hidePopover();
    print();
  });
  buttons.append(reset, keys, paper);
  return buttons;
}
