import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { config } from "@/lib/config/config";

const name = (given: string) => `aristay_${given}`;

function build() {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(given: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: name(given), help, labelNames, registers });
  const gauge = <L extends string>(given: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: name(given), help, labelNames, registers });
  const histogram = <L extends string>(given: string, help: string, buckets: number[], labelNames: readonly L[] = []) =>
    new Histogram({ name: name(given), help, buckets, labelNames, registers });
  return {
    registry,
    sends: counter("sends_total", "Messages that were asked for, by what came of them", ["outcome"]),
    batches: histogram("send_batch_size", "Messages written by one commit", [1, 2, 5, 10, 20, 50, 100, 200, 500]),
    commits: histogram(
      "send_commit_seconds",
      "How long the commit of a batch takes",
      [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    ),
    pushes: counter("pushes_total", "Notifications handed to push services, by what came of each try", [
      "kind",
      "outcome",
    ]),
    requests: counter("http_requests_total", "Requests answered", ["kind", "status"]),
    answers: histogram(
      "http_answer_seconds",
      "Until a request was answered to its end",
      [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      ["kind"],
    ),
    sockets: gauge("sockets", "Open connections of this process", ["protocol"]),
    people: gauge("people_connected", "People with an open connection to this process"),
    jobs: gauge("jobs", "Jobs of the whole house: whose time has come, and that failed before", ["state"]),
    oldestJob: gauge("jobs_oldest_seconds", "For how long the oldest job has been waiting"),
    openPushes: gauge("pushes_open", "Notifications of the whole house that are due and not yet handed over"),
    databaseUp: gauge("database_up", "Whether the database has answered"),
  };
}

export type Metrics = ReturnType<typeof build>;

// server.ts and Next's bundles each have their own copy of this module, and one process has one set of numbers.
const slot = Symbol.for("aristay.metrics");
const shared = globalThis as { [slot]?: Metrics };

/** What this process counts; null where nobody may ask for it, so that counting costs nothing there. */
export function metrics(): Metrics | null {
  if (config().METRICS_TOKEN === undefined) return null;
  return (shared[slot] ??= build());
}
