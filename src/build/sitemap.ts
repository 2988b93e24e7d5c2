/** Pages that hold nothing of their own: what a search finds stands elsewhere. */
const UNLISTED = /\/search\/$/u;

/** @returns whether a search engine should be told of the page. */
export const isListedPage = (address: string): boolean => !UNLISTED.test(new URL(address).pathname);
