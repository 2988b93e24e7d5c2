// Without a script, the link leads to what is to be printed. Nothing is imported: what two pages' scripts share is a file of
// its own, for which every section's page would have to ask.
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-print]"))
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const page = open(link.href);
    if (!page) return;
    event.preventDefault();
    page.addEventListener("load", () => page.print());
  });
