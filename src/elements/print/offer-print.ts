/** Has the button print its page. */
export function offerPrint(button: HTMLElement): void {
  button.addEventListener("click", () => print());
}
