// Hands out sections as the reader reads them: without what the editors have added where the reader has left it out, in vertical
// lines where the reader has set these; several in one file, or on paper. Files are the same for all, so they are changed here.
// Without a script there is no such setting, and each section has its file. Nothing is imported, as beside it.
const form = document.querySelector<HTMLFormElement>("form[data-hand-outs]");

for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-hand-out]"))
  link.addEventListener("click", (event) => {
    if (!isChanged() || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Where it cannot be had, the whole is better than nothing: the browser says what is wrong.
    joined([link]).then(
      (handOut) => save(handOut, link.download),
      () => location.assign(link.href),
    );
  });

if (form) {
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const buttons = [...form.querySelectorAll<HTMLButtonElement>("button")];
  const chosen = () => boxes.filter(({ checked }) => checked);
  const update = () => {
    for (const button of buttons) button.disabled = chosen().length === 0;
  };
  // The browser keeps what was ticked when one comes back.
  update();
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) tickParts(boxes, target);
    update();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const links = chosen().flatMap(
      (box) => box.closest("li")?.querySelector<HTMLAnchorElement>("a[data-hand-out]") ?? [],
    );
    const [first] = links;
    if (!first) return;
    const onPaper = event.submitter instanceof HTMLButtonElement && event.submitter.value === "print";
    // At once, while the press allows it. What is printed is shown under the policy of a file to hand out, not of this page.
    const paper = onPaper ? (open(first.href) as (Window & typeof globalThis) | null) : null;
    form.ariaBusy = "true";
    Promise.all([joined(links), paper && shown(paper, first.href)])
      .then(([handOut]) => {
        if (!paper) return save(handOut, links.length > 1 ? (form.dataset["handOuts"] ?? "") : first.download);
        const print = new paper.DOMParser().parseFromString(handOut, "text/html");
        paper.document.documentElement.replaceWith(paper.document.adoptNode(print.documentElement));
        paper.print();
      })
      .catch(() => location.assign(first.href))
      .finally(() => {
        form.ariaBusy = null;
      });
  });
}

/** Whether the reader has set what changes a hand-out. */
function isChanged(): boolean {
  const { annotations, writing } = document.documentElement.dataset;
  return annotations === "hidden" || (writing === "vertical" && form?.dataset["vertical"] !== undefined);
}

/** A part of the text is chosen with what is below it, and each of these may be left out again. */
function tickParts(boxes: readonly HTMLInputElement[], box: HTMLInputElement): void {
  const depth = Number(box.dataset["depth"]);
  for (const part of boxes.slice(boxes.indexOf(box) + 1)) {
    if (Number(part.dataset["depth"]) <= depth) return;
    part.checked = box.checked;
  }
}

/**
 * What the policy of this page does not let be, though nothing of it is shown here, has other names while it is read: as a
 * script a sheet stays as it is written, and is none in a hand-out.
 */
const HIDDEN = [
  [/<style>/gu, '<script type="text/css">'],
  [/<\/style>/gu, "</script>"],
  [/ style=(?=")/gu, " data-style="],
] as const;
const SHOWN = [
  [/<script type="text\/css">/gu, "<style>"],
  [/<\/script>/gu, "</style>"],
  [/ data-style=(?=")/gu, " style="],
] as const;

const replaced = (text: string, pairs: typeof HIDDEN | typeof SHOWN): string =>
  pairs.reduce((own, [from, to]) => own.replace(from, to), text);

/** @returns the hand-outs as one, as the reader reads: their sections in their order, and one imprint */
async function joined(links: readonly HTMLAnchorElement[]): Promise<string> {
  const parts: Document[] = [];
  // One after the other: a long essay has a thousand.
  for (const { href } of links) {
    const response = await fetch(href);
    if (!response.ok) throw new Error(`${href} answered ${response.status}.`);
    parts.push(new DOMParser().parseFromString(replaced(await response.text(), HIDDEN), "text/html"));
  }
  const [handOut, ...others] = parts as [Document, ...Document[]];
  const [main, imprint] = [handOut.querySelector("main"), handOut.querySelector(".imprint")];
  for (const other of others) {
    main?.append(...(other.querySelector("main")?.childNodes ?? []));
    const said = new Set([...(imprint?.children ?? [])].map(({ textContent }) => textContent));
    imprint?.append(
      ...[...(other.querySelector(".imprint")?.children ?? [])].filter((line) => !said.has(line.textContent)),
    );
  }
  const root = handOut.documentElement;
  if (others.length > 0) {
    handOut.title = handOut.querySelector(".work")?.textContent ?? "";
    // More do not fit above a page.
    const ranges = parts.flatMap((part) => part.documentElement.dataset["range"] || []);
    root.dataset["head"] = ranges.length > 4 ? "" : ranges.join(", ");
    leadWithin(handOut, links);
  }
  const { annotations, writing } = document.documentElement.dataset;
  if (annotations === "hidden")
    for (const element of handOut.querySelectorAll(`.${links[0]?.dataset["handOut"]}`)) element.remove();
  if (writing === "vertical" && form?.dataset["vertical"] !== undefined) root.className = "vertical";
  return `<!doctype html>\n${replaced(root.outerHTML, SHOWN)}\n`;
}

/** Has links to what is in the same hand-out lead there, and not to the site. */
function leadWithin(handOut: Document, links: readonly HTMLAnchorElement[]): void {
  const pages = new Set(links.map(({ href }) => new URL(".", href).pathname));
  for (const link of handOut.querySelectorAll<HTMLAnchorElement>("main a[href*='/']:not(.paragraph-number)")) {
    const { pathname, hash } = new URL(link.getAttribute("href") ?? "", location.href);
    if (pages.has(pathname) && hash && handOut.getElementById(decodeURIComponent(hash.slice(1))))
      link.setAttribute("href", hash);
  }
}

/** Waits until a window shows what it was opened for: what listens to the empty one that it is at first may be lost. */
async function shown(page: Window, address: string): Promise<void> {
  while (page.document.URL !== address || page.document.readyState !== "complete") {
    if (page.closed) throw new Error("The window was closed.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function save(handOut: string, name: string): void {
  const file = new File([handOut], name, { type: "text/html" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

export {};
