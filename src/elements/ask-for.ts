const asked = new Set<string>();

/**
 * Asks the browser for a file that will be wanted in a moment: a script with `import`, or data with `fetch`. Who wants it
 * then gets what has come, or waits for what is on its way.
 */
export function askFor(address: string): void {
  if (asked.size === asked.add(address).size) return;
  const link = document.createElement("link");
  Object.assign(
    link,
    address.endsWith(".js") ? { rel: "modulepreload" } : { rel: "preload", as: "fetch", crossOrigin: "" },
    { href: address },
  );
  document.head.append(link);
}
