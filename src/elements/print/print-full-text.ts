import { isPlainPress } from "../on-demand.ts";

// Without a script, the link leads to what is to be printed.
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-print]"))
  link.addEventListener("click", (event) => {
    if (!isPlainPress(event)) return;
    const page = open(link.href);
    if (!page) return;
    event.preventDefault();
    page.addEventListener("load", () => page.print());
  });
