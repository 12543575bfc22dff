import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { livePostmaster, type Postmaster } from "@/db/embedded/postmaster";
import { signalTree } from "./signal-tree";
import { TcpProxy } from "./tcp-proxy";

/** The suite's own PostgreSQL behind a stretch of network of its own. */
export class Database {
  private constructor(
    private readonly folder: string,
    readonly network: TcpProxy,
    private readonly running: EmbeddedPostgres,
  ) {}

  static async start(folder: string): Promise<Database> {
    const database = new Database(folder, await TcpProxy.open(), await startEmbeddedPostgres(folder));
    database.network.targets = [database.postmaster.port];
    return database;
  }

  /** As the server processes reach it. */
  get url(): string {
    const url = new URL(this.running.url);
    url.port = String(this.network.port);
    return url.href;
  }

  /** Kills it; its launcher starts it again, and after `ms` at the earliest it can be reached. */
  async killFor(ms: number): Promise<void> {
    const { pid } = this.postmaster;
    const until = Date.now() + ms;
    this.network.targets = [];
    signalTree(pid, "SIGKILL");
    for (;;) {
      const now = livePostmaster(this.files);
      if (now !== null && now !== "busy" && now.pid !== pid && Date.now() >= until) break;
      await wait(20);
    }
    this.network.targets = [this.postmaster.port];
  }

  private get files(): string {
    return this.running.movedTo ?? path.join(this.folder, "postgres");
  }

  private get postmaster(): Postmaster {
    const found = livePostmaster(this.files);
    if (found === null || found === "busy") throw new Error("PostgreSQL does not run.");
    return found;
  }

  hang(): void {
    signalTree(this.postmaster.pid, "SIGSTOP");
  }

  wake(): void {
    signalTree(this.postmaster.pid, "SIGCONT");
  }

  async run(statement: string): Promise<void> {
    const sql = postgres(this.url, { max: 1, onnotice: () => undefined });
    await sql.unsafe(statement).finally(() => sql.end());
  }

  async stop(): Promise<void> {
    this.network.close();
    await this.running.stop();
  }
}
