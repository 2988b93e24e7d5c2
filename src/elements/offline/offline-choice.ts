import type { ReadingStrings } from "../../i18n/reading/strings.ts";
import { pageLanguage } from "../page-language.ts";
import { askWorker } from "./ask-worker.ts";
import type { KeptEdition } from "./kept-edition.ts";

/** Names of files in the folder of a language. */
const WORKER = "offline-worker.js";
const SUMMARY = "offline.json";

/**
 * Creates the choice whether this page's language is kept for offline, with a line that says what is kept.
 *
 * @returns nothing where the browser keeps nothing: without service workers, as in some private windows
 */
export function createOfflineChoice({ offline: strings }: ReadingStrings): HTMLElement[] {
  const cover = document.querySelector<HTMLAnchorElement>(".site-title a");
  if (!cover || !("serviceWorker" in navigator)) return [];
  const scope = cover.href;
  const size = (bytes: number) => `${new Intl.NumberFormat(pageLanguage()).format(Math.round(bytes / 1000))} kB`;
  const fieldset = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = strings.name;
  const status = document.createElement("p");
  status.className = "offline-status";
  status.setAttribute("role", "status");
  const radio = (label: string, isYes: boolean) => {
    const choice = document.createElement("label");
    const input = document.createElement("input");
    input.type = "radio";
    input.name = "offline";
    const caption = document.createElement("span");
    caption.textContent = label;
    choice.append(input, caption);
    fieldset.append(choice);
    input.addEventListener("change", () => void change(isYes));
    return input;
  };
  fieldset.append(legend);
  const [no, yes] = [radio(strings.no, false), radio(strings.yes, true)];
  no.checked = true;

  /** What was chosen last: an answer that comes after another choice is nobody's. */
  let choice = 0;
  const sayWhatWouldBeKept = async () => {
    const mine = choice;
    const offered = await summary(scope);
    if (mine === choice) status.textContent = offered ? strings.offer(size(offered.bytes)) : "";
  };
  const sayKept = (kept: KeptEdition) => {
    status.textContent = strings.kept(kept.edition, size(kept.bytes));
  };
  const show = async () => {
    const mine = choice;
    const registration = await registrationAt(scope);
    const kept = registration?.active && (await askWorker(registration.active, "kept"));
    if (mine !== choice) return;
    if (!registration || !kept) return sayWhatWouldBeKept();
    yes.checked = true;
    sayKept(kept);
    const current = await summary(scope);
    if (mine !== choice || !current || current.version === kept.version) return;
    status.textContent = current.edition === kept.edition ? strings.renewing : strings.newEdition(current.edition);
    const renewed = await keep(scope);
    if (mine === choice) sayKept(renewed ?? kept);
  };
  const change = async (isYes: boolean) => {
    choice += 1;
    const mine = choice;
    if (!isYes) {
      await forget(scope);
      return sayWhatWouldBeKept();
    }
    status.textContent = strings.keeping;
    const kept = await keep(scope);
    if (mine !== choice) return;
    if (kept) return sayKept(kept);
    no.checked = true;
    status.textContent = strings.failed;
  };
  void show();
  return [fieldset, status];
}

/** @returns what the site offers now; `undefined` where it cannot be reached */
async function summary(scope: string): Promise<KeptEdition | undefined> {
  try {
    const response = await fetch(scope + SUMMARY, { cache: "no-cache" });
    return response.ok ? ((await response.json()) as KeptEdition) : undefined;
  } catch {
    return undefined;
  }
}

/** The browser may give the registration of a folder above. */
async function registrationAt(scope: string): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  return registration?.scope === scope ? registration : undefined;
}

/** @returns what is kept then; `undefined` where it could not be */
async function keep(scope: string): Promise<KeptEdition | undefined> {
  try {
    const registration = await navigator.serviceWorker.register(scope + WORKER);
    const isNew = !registration.active;
    if (!isNew) await registration.update();
    const coming = registration.installing ?? registration.waiting;
    if (coming && !(await isActivated(coming)) && isNew) {
      await registration.unregister();
      return undefined;
    }
    const kept = registration.active && (await askWorker(registration.active, "keep"));
    if (!kept) return undefined;
    // What is kept of a language serves without it.
    await navigator.serviceWorker.register(siteOf(scope) + WORKER).catch(() => undefined);
    // Without this the browser deletes it when space runs short.
    await navigator.storage.persist();
    return kept;
  } catch (error) {
    console.warn("The site could not be kept for offline.", error);
    return undefined;
  }
}

/** @returns whether a worker that is being installed gets to work */
const isActivated = (worker: ServiceWorker): Promise<boolean> =>
  new Promise((resolve) => {
    const look = () => {
      if (worker.state === "activated" || worker.state === "redundant") resolve(worker.state === "activated");
    };
    worker.addEventListener("statechange", look);
    look();
  });

async function forget(scope: string): Promise<void> {
  const registration = await registrationAt(scope);
  const worker = registration?.active;
  if (worker) await askWorker(worker, "forget");
  await registration?.unregister();
  const root = siteOf(scope);
  const left = await navigator.serviceWorker.getRegistrations();
  // The pages between the languages need what is kept of one.
  if (left.some((one) => one.scope !== root && one.scope.startsWith(root))) return;
  await left.find((one) => one.scope === root)?.unregister();
}

/** @returns the address of the site in which a language has its folder */
const siteOf = (scope: string): string => new URL("../", scope).href;
