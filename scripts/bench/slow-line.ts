import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** What a browser gets over the network. */
export interface Transfer {
  readonly bytes: number;
  readonly requests: number;
}

/** A line between a browser and a site. */
export interface SlowLine {
  /** Address of the site behind it. */
  readonly address: string;
  /** @returns what has come over it since the last call */
  account(): Transfer;
  /** Resolves when nothing has come for half a second. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** Bytes a second, of every line: 10 Mbit/s, so that latency is what differs. */
const THROUGHPUT = 1_250_000;
/** Answers that come at the same time share the line by pieces of this size. */
const PIECE = 4_096;
const QUIET_IN_MS = 500;
const LOOK_IN_MS = 20;

/** An answer that is on its way. */
interface Answer {
  readonly response: ServerResponse;
  rest: Buffer;
}

/**
 * Puts a line between browser and site, over which every request takes its time, whoever in the browser asks: what the
 * tools of a browser slow down is the page, and not its workers.
 *
 * @param target address of the site
 * @param latency milliseconds between a request and the first byte of its answer
 */
export async function slowLine(target: string, latency: number): Promise<SlowLine> {
  const { host, pathname } = new URL(target);
  const sockets = new Set<Socket>();
  let [requests, counted, open, last] = [0, 0, 0, performance.now()];

  const under: Answer[] = [];
  let isSending = false;
  const send = (from: number): void => {
    const answer = under.shift();
    isSending = answer !== undefined;
    if (!answer) return;
    const piece = answer.rest.subarray(0, PIECE);
    answer.rest = answer.rest.subarray(PIECE);
    const until = from + (piece.length / THROUGHPUT) * 1_000;
    setTimeout(
      () => {
        if (answer.rest.length > 0) under.push(answer);
        if (answer.rest.length > 0) answer.response.write(piece);
        else answer.response.end(piece);
        send(until);
      },
      Math.max(0, until - performance.now()),
    );
  };

  const answer = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    const due = performance.now() + latency;
    const { status, headers, body } = await askSite(host, asked);
    setTimeout(
      () => {
        response.writeHead(status, headers);
        under.push({ response, rest: body });
        if (!isSending) send(performance.now());
      },
      Math.max(0, due - performance.now()),
    );
  };

  const server = createServer((asked, response) => {
    requests += 1;
    open += 1;
    response.on("close", () => {
      open -= 1;
      last = performance.now();
    });
    answer(asked, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${pathname}`,
    account: () => {
      const bytes = [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
      const since = { bytes: bytes - counted, requests };
      [counted, requests] = [bytes, 0];
      return since;
    },
    quiet: async () => {
      while (open > 0 || performance.now() - last < QUIET_IN_MS)
        await new Promise((resolve) => setTimeout(resolve, LOOK_IN_MS));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface SiteAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** @returns the whole answer of the site */
const askSite = (host: string, { method, url, headers }: IncomingMessage): Promise<SiteAnswer> =>
  new Promise((resolve, reject) => {
    const asked = request(`http://${host}${url}`, { method, headers: { ...headers, host } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("error", reject);
      answer.on("end", () => {
        const body = Buffer.concat(pieces);
        // How it came from there is no matter of this line.
        const { connection: _, "transfer-encoding": __, "keep-alive": ___, ...own } = answer.headers;
        resolve({
          status: answer.statusCode ?? 500,
          headers: { ...own, "content-length": String(body.length) },
          body,
        });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
