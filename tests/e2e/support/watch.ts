import type { Page } from "@playwright/test";

/** What went wrong while a page was open, and what it asked for. */
export interface Watch {
  readonly problems: readonly string[];
  /** Paths of all requests, with their query. */
  readonly requests: readonly string[];
}

/** What the browser says of a request that it has given up itself. */
const LEFT = "net::ERR_ABORTED";

/** Listens to a page from now on: errors in the console, exceptions, failed requests, requests to other hosts. */
export function watch(page: Page, siteAddress: string | undefined): Watch {
  const problems: string[] = [];
  const requests: string[] = [];
  const { origin } = new URL(siteAddress ?? "");
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => {
    const { errorText } = request.failure() ?? {};
    // Who leaves a page does not wait for what it has asked for.
    if (errorText !== LEFT) problems.push(`failed: ${request.url()} ${errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin) problems.push(`another host: ${request.url()}`);
    requests.push(`${url.pathname}${url.search}`);
  });
  return { problems, requests };
}
