/** @returns the page's route: its path below the base path, without a slash before it */
export const routeOfPage = (url: URL): string =>
  url.pathname.slice(import.meta.env.BASE_URL.replace(/\/$/u, "").length + 1);
