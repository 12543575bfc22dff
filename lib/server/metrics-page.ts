import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { database } from "@/db/database";
import { countOpenPushes } from "@/db/queries/push-deliveries";
import { selectQueue } from "@/db/queries/system";
import { config } from "@/lib/config/config";
import { type Metrics, metrics } from "@/lib/metrics/metrics";
import { allConnections, connectedUsers } from "@/lib/realtime/people";
import { answerError } from "@/lib/server/json-answer";

/** So long (ms) the database may take: what is measured matters most when it is slow. */
const patience = 2000;

/** The numbers of this process in the text format of Prometheus, for whoever has the token. False where there is none. */
export async function answerMetrics(request: IncomingMessage, answer: ServerResponse): Promise<boolean> {
  const { METRICS_TOKEN } = config();
  const kept = metrics();
  if (METRICS_TOKEN === undefined || !kept) return false;
  const given = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
  if (!timingSafeEqual(digest(given), digest(METRICS_TOKEN))) {
    answer.setHeader("www-authenticate", "Bearer");
    answerError(answer, "unauthorized", "Send METRICS_TOKEN as a bearer token.");
    return true;
  }
  await readGauges(kept);
  const text = await kept.registry.metrics();
  answer.writeHead(200, { "content-type": kept.registry.contentType, "cache-control": "no-store" });
  answer.end(request.method === "HEAD" ? undefined : text);
  return true;
}

const digest = (text: string) => createHash("sha256").update(text).digest();

async function readGauges({ sockets, people, jobs, oldestJob, openPushes, databaseUp }: Metrics): Promise<void> {
  let raw = 0;
  let all = 0;
  for (const connection of allConnections()) {
    all += 1;
    if (connection.only !== null) raw += 1;
  }
  sockets.set({ protocol: "raw" }, raw);
  sockets.set({ protocol: "socket.io" }, all - raw);
  people.set(connectedUsers().length);

  const { db } = database();
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null).unref());
  const read = Promise.all([selectQueue(db), countOpenPushes(db)]).catch(() => null);
  const found = await Promise.race([read, late]);
  databaseUp.set(found ? 1 : 0);
  if (!found) return;
  const [queue, pushes] = found;
  jobs.set({ state: "waiting" }, queue.waiting);
  jobs.set({ state: "failing" }, queue.failing);
  oldestJob.set(queue.oldest === null ? 0 : Math.max(0, (Date.now() - Date.parse(queue.oldest)) / 1000));
  openPushes.set(pushes);
}
