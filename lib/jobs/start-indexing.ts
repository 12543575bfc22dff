import { indexMessages } from "@/lib/domain/messages/index-messages";
import { log } from "@/lib/log/log";

/** Between the end of one round and the next (ms). Nobody waits for it: what is not indexed yet is found all the same. */
const every = 5000;

/**
 * Keeps the search index up to date, beside all other nodes: one of them does it at a time. Not a job of the queue, because
 * asking for one would be another row in every send.
 */
export function startIndexing(): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let round = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      round = indexMessages(() => !stopped).then(
        () => next(),
        (error: unknown) => {
          log.warn({ err: error }, "the search index could not be brought up to date; the next try comes soon");
          next();
        },
      );
    }, every).unref();
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
      clearTimeout(timer);
    },
  };
}
