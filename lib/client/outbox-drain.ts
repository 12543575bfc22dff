import { ApiError } from "@/lib/client/api-error";
import { type OutboxChange } from "@/lib/client/outbox-changes";
import { begin, laneOf, refuse } from "@/lib/client/outbox-outcomes";
import type { OutboxEntry } from "@/lib/client/outbox-entry";
import { type Answer, transmit } from "@/lib/client/transmit";

type Parts = {
  /** Held by the one tab that sends. */
  lock: string;
  entries: () => readonly OutboxEntry[];
  mayRun: () => boolean;
  reread: () => Promise<void>;
  apply: (change: OutboxChange) => Promise<void>;
  settled: (entry: OutboxEntry, answer: Answer) => Promise<void>;
};

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

type Outcome = "stored" | "refused" | "unknown" | "signed-out";

/**
 * Sends what waits: lanes side by side, the entries of one lane one after the other. An unknown outcome holds its lane
 * and is tried again with the same `client_id`, ever more slowly; a refusal is marked and lets the next one pass.
 */
export class OutboxDrain {
  private readonly parts: Parts;
  private readonly running = new Map<string, Promise<void>>();
  private readonly held = new Set<string>();
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private locked = false;
  private asking = false;
  private ended = false;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** New work, or work that another tab has left. */
  start(): void {
    if (this.locked) this.startLanes();
    else if (!this.asking && this.ready().length > 0) void this.take();
  }

  startAfresh(): void {
    this.failures = 0;
    clearTimeout(this.timer);
    this.held.clear();
    this.start();
  }

  stop(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  private ready(): OutboxEntry[] {
    if (this.ended || !navigator.onLine || !this.parts.mayRun()) return [];
    return this.parts.entries().filter((entry) => entry.state === "waiting" && !this.held.has(laneOf(entry)));
  }

  private async take(): Promise<void> {
    this.asking = true;
    const work = async () => {
      // What another tab has sent since is not sent again, nor an older form of it.
      await this.parts.reread();
      this.locked = true;
      for (this.startLanes(); this.running.size > 0;) await Promise.race(this.running.values());
      this.locked = false;
    };
    // Where locks are missing, a second sending costs an answer "known already" and nothing else.
    await ("locks" in navigator ? navigator.locks.request(this.parts.lock, work) : work()).catch(() => undefined);
    this.locked = false;
    this.asking = false;
    this.start();
  }

  private startLanes(): void {
    for (const entry of this.ready()) {
      const lane = laneOf(entry);
      if (this.running.has(lane)) continue;
      this.running.set(
        lane,
        this.empty(lane)
          .catch(() => this.hold(lane))
          .finally(() => this.running.delete(lane)),
      );
    }
  }

  private async empty(lane: string): Promise<void> {
    for (;;) {
      const next = this.ready().find((entry) => laneOf(entry) === lane);
      if (!next) return;
      if (!next.tried) await this.parts.apply(begin(next.client_id));
      // As it is on the device: another tab may have changed or cancelled it until now.
      const entry = this.parts.entries().find((other) => other.client_id === next.client_id);
      if (!entry || entry.state !== "waiting") continue;
      const outcome = await this.send(entry);
      if (outcome === "stored" || outcome === "refused") continue;
      this.hold(lane);
      if (outcome === "unknown") this.tryLater();
      return;
    }
  }

  private async send(entry: OutboxEntry): Promise<Outcome> {
    let answer: Answer;
    try {
      answer = await transmit(entry);
    } catch (error) {
      const outcome = outcomeOf(entry, error);
      if (outcome === "refused") await this.parts.apply(refuse(entry.client_id, (error as ApiError).code));
      if (outcome === "stored") await this.parts.settled(entry, {});
      return outcome;
    }
    this.failures = 0;
    await this.parts.settled(entry, answer);
    return "stored";
  }

  private hold(lane: string): void {
    this.held.add(lane);
  }

  private tryLater(): void {
    clearTimeout(this.timer);
    const pause = Math.min(FIRST_PAUSE * 2 ** this.failures, LONGEST_PAUSE);
    this.failures += 1;
    // Spread, so that all who lost a server do not come back to it in one moment.
    this.timer = setTimeout(
      () => {
        this.held.clear();
        this.start();
      },
      pause * (0.75 + Math.random() / 2),
    );
  }
}

function outcomeOf(entry: OutboxEntry, error: unknown): Outcome {
  if (!(error instanceof ApiError)) return "unknown";
  const { status } = error;
  if (status === 401) return "signed-out";
  if (status < 400 || status === 408 || status === 429 || status >= 500) return "unknown";
  // Kept by the server, before the moderators instead of in the room.
  if (error.code === "filter_held") return "stored";
  // Gone already is what was wanted; and a reaction to a message that is gone is nobody's loss.
  if (status === 404 && (entry.kind === "delete" || entry.kind === "react")) return "stored";
  return "refused";
}
