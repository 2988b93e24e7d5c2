/** @returns the page without the space between the tags of its head, which means nothing there and is sent all the same */
export const tightenHead = (html: string): string =>
  html.replace(/<head>.*?<\/head>/su, (head) =>
    head.replaceAll(/>\s+(?=<(?:link|meta|noscript|script|title)\b)/gu, ">"),
  );
