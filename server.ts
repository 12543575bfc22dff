import { seedWhenEmpty } from "@/db/seed/seed-when-empty";
import { config } from "@/lib/config/config";
import { watchNews } from "@/lib/domain/notifications/watch-news";
import { closeBus } from "@/lib/events/bus";
import { handleApi } from "@/lib/http/handle-api";
import { startIndexing } from "@/lib/jobs/start-indexing";
import { startJobs } from "@/lib/jobs/start-jobs";
import { log } from "@/lib/log/log";
import { attachRealtime } from "@/lib/realtime/attach-realtime";
import { createFront } from "@/lib/server/http-front";
import { listen } from "@/lib/server/listen";
import { oneLine } from "@/lib/server/one-line";
import { startPages } from "@/lib/server/pages";
import { Shutdown, surviveRejections } from "@/lib/server/shutdown";
import { startDatabase } from "@/lib/server/start-database";
import { welcome } from "@/lib/server/welcome";

const shutdown = new Shutdown();

async function start(): Promise<void> {
  const settings = config();
  surviveRejections();
  shutdown.onSignals();

  const front = createFront(settings.APP_URL);
  const port = await listen(front.server, settings.PORT, settings.HOST);
  const starting = startDatabase(settings);
  // A start that failed has already undone itself, and says why further down.
  shutdown.push("database", 7000, () =>
    starting.then(
      (database) => database.stop(),
      () => undefined,
    ),
  );
  const database = await starting;
  const demo = await seedWhenEmpty();
  const jobs = await startJobs(settings.DATABASE_URL ?? "");
  shutdown.push("jobs", 2500, () => jobs.stop());
  const indexing = startIndexing();
  shutdown.push("search index", 2000, () => indexing.stop());
  const watching = watchNews();
  shutdown.push("news", 100, () => Promise.resolve(watching()));
  const pages = await startPages(settings);
  shutdown.push("pages", 500, () => pages.close());
  shutdown.push("bus", 500, closeBus);
  const realtime = attachRealtime();
  shutdown.push("clients", 6000, () => Promise.all([realtime.close(), front.drain(5500, 2000)]));
  shutdown.push("port", 100, () => front.stopAccepting());
  front.open({ api: handleApi, realtime, pages, ready: () => database.ready() });

  if (settings.RATE_LIMITS === "off") log.warn("RATE_LIMITS=off: anybody may try passwords without end");
  process.stdout.write(welcome(settings, port, database.movedTo, demo));
}

start().catch((error: unknown) => {
  process.stderr.write(`${oneLine(error)}\n`);
  return shutdown.exit(1);
});
