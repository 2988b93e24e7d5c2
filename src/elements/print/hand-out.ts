// A reader who has left out what the editors have added is handed a section without it: that is taken out of the file, which is
// the same for all. Without a script there is no such setting. Nothing is imported, as beside it.
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-hand-out]"))
  link.addEventListener("click", (event) => {
    if (document.documentElement.dataset["annotations"] !== "hidden") return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Where it cannot be had, the whole is better than nothing: the browser says what is wrong.
    withoutEditors(link).then(save, () => location.assign(link.href));
  });

async function withoutEditors({ href, download, dataset }: HTMLAnchorElement): Promise<File> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} answered ${response.status}.`);
  const section = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const element of section.querySelectorAll(`.${dataset["handOut"]}`)) element.remove();
  return new File([`<!doctype html>\n${section.documentElement.outerHTML}\n`], download, { type: "text/html" });
}

function save(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

export {};
