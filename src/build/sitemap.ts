/** Pages that hold nothing of their own: what a search finds, and two languages side by side, stand elsewhere. */
const UNLISTED = /\/search\/$|\/parallel\//u;

/** @returns whether a search engine should be told of the page. */
export const isListedPage = (address: string): boolean => !UNLISTED.test(new URL(address).pathname);
