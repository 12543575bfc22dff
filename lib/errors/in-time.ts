import { ChatError } from "@/lib/contract/errors";

/** Every answer comes within 5 s: a client that waits longer has given up, and asks again. */
export const answerWithin = 4600;

/** The result of `work`, or a `timeout` after so many ms: the outcome is then unknown, and the same call may be tried again. */
export function inTime<T>(work: Promise<T>, within: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new ChatError("timeout", "That took too long. Try again.", { retryAfter: 1 }));
    const timer = setTimeout(late, Math.max(0, within));
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
