/**
 * A part of an address with more characters is broken where its line ends: in a column of notes it would be as long as the
 * line, or longer, and the stop after it would begin the next.
 */
const LONGEST_PART = 36;

/**
 * Prepares the addresses of links, which paper shows in full, whenever the page is printed: their lines end after a slash or
 * before a stop, and nowhere else. A browser would part them at their hyphens too, which might then be the line’s.
 */
export const prepareAddresses = (): void =>
  addEventListener("beforeprint", () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a.address:not(:has(.printed-address))"))
      link.append(printedAddress(link.href));
  });

/** @returns the address in the parts between which its line may end; it is shown on paper alone */
function printedAddress(address: string): HTMLElement {
  const printed = document.createElement("span");
  printed.className = "printed-address";
  printed.hidden = true;
  for (const [index, part] of partsOf(address).entries()) {
    // None after the last: a stop would begin a line.
    if (index > 0) printed.append(document.createElement("wbr"));
    if (part.length > LONGEST_PART) printed.append(part);
    else {
      const whole = document.createElement("span");
      whole.textContent = part;
      printed.append(whole);
    }
  }
  return printed;
}

/** @returns the parts of an address: a slash ends one, a stop begins one; what it begins with, `https://`, is none */
export const partsOf = (address: string): string[] => address.split(/(?<=[^/]\/)(?!\/)|(?=\.)/u);
