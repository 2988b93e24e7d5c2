import type { KeptEdition, Question } from "./kept-edition.ts";

/** @returns the answer of a worker; `kept-edition.ts` says which */
export function askWorker(worker: ServiceWorker, question: Question): Promise<KeptEdition | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<KeptEdition | undefined>) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage(question, [port2]);
  });
}
