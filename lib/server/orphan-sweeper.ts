import { sweepOrphans } from "@/lib/domain/attachments/forget-files";
import { log } from "@/lib/log/log";

const every = 3_600_000;

/** Looks once an hour for files that were uploaded and never sent. Several nodes may look at once. */
export function startOrphanSweeper(): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = sweepOrphans().catch((error: unknown) => {
      log.warn({ err: error }, "unused files could not be swept; the next sweep tries again");
    });
  }, every).unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
