import { type BrowserContext, test as base } from "@playwright/test";
import { type SiteServer, serveSite } from "../../../scripts/serve.ts";
import { type SiteName, testSite } from "../../support/sites.ts";

export { expect } from "@playwright/test";

/** Serves a site until all tests of the worker are done. */
type Serve = (name: SiteName) => Promise<{ readonly address: string; readonly output: string }>;

/** Playwright's own test, with what the tests of this site share. */
export const test = base.extend<object, { serve: Serve }>({
  context: async ({ context }, use) => {
    const undo = undoAtEnd(context);
    await use(context);
    await undo();
  },
  // A fixture of the worker that differed from site to site would want a worker for each, with a browser of its own.
  serve: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern, and this fixture needs no other
    async ({}, use) => {
      const servers = new Map<SiteName, Promise<SiteServer>>();
      await use(async (name) => {
        const { directory, basePath, output } = testSite(name);
        const server = servers.get(name) ?? serveSite(directory, basePath);
        servers.set(name, server);
        return { address: (await server).address, output };
      });
      for (const server of servers.values()) await (await server).close();
    },
    { scope: "worker" },
  ],
});

/**
 * The next test has the same window, and Playwright leaves in it a connection that is cut and what a session of the
 * browser's protocol has set. A clock that stands it sets going itself, but beside the next test's beginning: where the
 * one overtakes the other, a script that wants the clock stays in the window and fails on every page.
 *
 * @returns what undoes all of this; it has nothing to do after a test that did nothing of the kind
 */
function undoAtEnd(context: BrowserContext): () => Promise<void> {
  const done = new Map<unknown, () => Promise<void>>();
  const { clock } = context;
  const pauseAt = clock.pauseAt.bind(clock);
  clock.pauseAt = async (time) => {
    done.set(clock, () => clock.resume());
    await pauseAt(time);
  };
  const setOffline = context.setOffline.bind(context);
  context.setOffline = async (isOffline) => {
    done.set(setOffline, () => setOffline(false));
    await setOffline(isOffline);
  };
  const newCDPSession = context.newCDPSession.bind(context);
  context.newCDPSession = async (page) => {
    const session = await newCDPSession(page);
    done.set(session, () => session.detach());
    return session;
  };
  return async () => {
    for (const end of done.values()) await end();
  };
}
