import { isPlainPress } from "../on-demand.ts";

/** Has the link print its page. Without a script it leads to the page of the formats. */
export function offerPrint(link: HTMLElement): void {
  link.addEventListener("click", (event) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    print();
  });
}
