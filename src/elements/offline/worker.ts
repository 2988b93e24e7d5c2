/**
 * The service worker of readers who keep a language for offline. It is a file of its own in the language's folder, whose
 * pages it answers for: it imports nothing, and the build writes the list of what is kept before it. A browser looks
 * for a changed worker whenever one of these pages is opened, so that a new list renews what is kept by itself. In the
 * folder of the site the same worker has no list: it keeps nothing, and answers for the pages between the languages.
 */
import type { KeptEdition, KeptFiles, Question } from "./kept-edition.ts";

// The library of TypeScript for workers contradicts that for pages, and a project can have one of them.
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface QuestionEvent extends WorkerEvent {
  readonly data: Question;
  readonly ports: readonly MessagePort[];
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(): Promise<readonly { postMessage(message: string): void }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WorkerEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
  addEventListener(type: "message", listener: (event: QuestionEvent) => void): void;
}

/** Written before this by the build. */
declare const KEPT_FILES: KeptFiles | undefined;

const worker = globalThis as unknown as WorkerScope;

/** The address of the language's cover, and that of the site. */
const { scope } = worker.registration;
const site = KEPT_FILES ? new URL("../", scope).href : scope;

/** Each list has a cache of its own; other sites of the same host have caches too. */
const PREFIX = `offline ${scope} `;
const NAME = PREFIX + (KEPT_FILES?.version ?? "");

/** Addresses in the cache that nothing on the site has: the list, written when everything else is there, and news. */
const LIST = `${scope}offline-files.json`;
const NEWS = `${scope}offline-news.json`;

/** Requests at the same time. */
const LANES = 6;
/** A network that has not answered by then is as good as none, in milliseconds. */
const LONGEST_WAIT_IN_MS = 5_000;
/** Files whose names change with what is in them. */
const UNCHANGING = `${site}_astro/`;

worker.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(renew());
});

worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(site)) event.respondWith(answer(event.request));
});

worker.addEventListener("message", (event) => {
  const answers: Readonly<Record<Question, () => Promise<KeptEdition | undefined>>> = {
    kept: async () => brief(await listIn(NAME)),
    keep: async () => brief(await keep()),
    forget: async () => {
      for (const name of await ownCaches()) await caches.delete(name);
      return undefined;
    },
    news: async () => {
      const cache = await openIfThere(NAME);
      const news = await cache?.match(NEWS);
      await cache?.delete(NEWS);
      return news && brief(await listIn(NAME));
    },
  };
  const reply = (edition?: KeptEdition) => event.ports[0]?.postMessage(edition);
  event.waitUntil(
    answers[event.data]().then(reply, () => {
      reply();
    }),
  );
});

const brief = (list: KeptEdition | undefined): KeptEdition | undefined =>
  list && { edition: list.edition, version: list.version, bytes: list.bytes };

const ownCaches = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** Opening a cache would create it. */
const openIfThere = async (name: string): Promise<Cache | undefined> =>
  (await caches.has(name)) ? caches.open(name) : undefined;

/** @returns what a cache holds; `undefined` where it is not whole */
async function listIn(name: string): Promise<KeptFiles | undefined> {
  const list = await (await openIfThere(name))?.match(LIST);
  return list && ((await list.json()) as KeptFiles);
}

/**
 * Keeps all files of the list. Those that an older list has with the same content are not fetched again.
 *
 * @throws where one cannot be fetched or kept; nothing of this list is left then
 */
async function keep(): Promise<KeptFiles | undefined> {
  if (!KEPT_FILES || (await listIn(NAME))) return KEPT_FILES;
  const before = await latestBefore();
  const cache = await caches.open(NAME);
  const waiting = Object.entries(KEPT_FILES.files);
  const fill = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [file, hash] = next;
      const address = site + file;
      const same = before?.list.files[file] === hash ? await before.cache.match(address) : undefined;
      await cache.put(address, same ?? (await fetchWhole(address)));
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, fill));
    if (before && before.list.edition !== KEPT_FILES.edition) await cache.put(NEWS, new Response());
    await cache.put(LIST, new Response(JSON.stringify(KEPT_FILES)));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(NAME);
    throw error;
  }
  return KEPT_FILES;
}

async function latestBefore(): Promise<{ readonly list: KeptFiles; readonly cache: Cache } | undefined> {
  for (const name of (await ownCaches()).reverse()) {
    const list = await listIn(name);
    if (list) return { list, cache: await caches.open(name) };
  }
  return undefined;
}

async function fetchWhole(address: string): Promise<Response> {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  // What a redirect has brought may not answer for a page.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** Older lists go, and pages that are open are told of a newer edition. */
async function renew(): Promise<void> {
  for (const name of await ownCaches()) if (name !== NAME) await caches.delete(name);
  await worker.clients.claim();
  if (await (await openIfThere(NAME))?.match(NEWS))
    for (const client of await worker.clients.matchAll()) client.postMessage("renewed");
}

/** Answers from the network, so that no correction is hidden; from what is kept where that cannot be reached. */
async function answer(request: Request): Promise<Response> {
  const kept = await find(request.url);
  if (!kept) return fetch(request);
  if (request.url.startsWith(UNCHANGING)) return kept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Response>((resolve) => {
    timer = setTimeout(() => resolve(kept), LONGEST_WAIT_IN_MS);
  });
  try {
    return await Promise.race([fetch(request), late]);
  } catch {
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

/** @returns what is kept at an address, in any language that is kept */
async function find(address: string): Promise<Response | undefined> {
  const { origin, pathname } = new URL(address);
  return caches.match(origin + pathname, { ignoreVary: true });
}
