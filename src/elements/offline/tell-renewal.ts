import { loadStrings } from "../../i18n/load.ts";
import { adoptStyles } from "../adopt-styles.ts";
import "../overlays.ts";
import { pageLanguage } from "../page-language.ts";
import { askWorker } from "./ask-worker.ts";
import { RENEWED } from "./kept-edition.ts";
import styles from "./tell-renewal.css?inline";

adoptStyles(styles);

/** Tells a reader who keeps this language for offline of an edition that has taken the place of the one kept. */
export async function tellRenewal(): Promise<void> {
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data === RENEWED) void tell();
  });
  await tell();
}

async function tell(): Promise<void> {
  const worker = navigator.serviceWorker.controller;
  const news = worker && (await askWorker(worker, "news"));
  if (!news) return;
  const { close, offline } = await loadStrings("reading", pageLanguage());
  const bar = document.createElement("aside");
  bar.className = "bar renewal";
  bar.setAttribute("role", "status");
  const words = document.createElement("span");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "×";
  button.ariaLabel = close;
  button.addEventListener("click", () => bar.remove());
  bar.append(words, button);
  document.body.append(bar);
  // A live region tells what comes into it.
  words.textContent = offline.renewed(news.edition);
}
