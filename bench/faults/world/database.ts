import { readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { signalTree } from "./signal-tree";
import { TcpProxy } from "./tcp-proxy";

/** The suite's own PostgreSQL behind a stretch of network of its own. */
export class Database {
  private constructor(
    private readonly folder: string,
    readonly network: TcpProxy,
    private running: EmbeddedPostgres,
  ) {}

  static async start(folder: string): Promise<Database> {
    const database = new Database(folder, await TcpProxy.open(), await startEmbeddedPostgres(folder));
    database.network.targets = [database.port];
    return database;
  }

  /** As the server processes reach it. */
  get url(): string {
    const url = new URL(this.running.url);
    url.port = String(this.network.port);
    return url.href;
  }

  private get port(): number {
    return Number(new URL(this.running.url).port);
  }

  private get pid(): number {
    const files = this.running.movedTo ?? path.join(this.folder, "postgres");
    return Number(readFileSync(path.join(files, "postmaster.pid"), "utf8").split("\n")[0]);
  }

  kill(): void {
    signalTree(this.pid, "SIGKILL");
  }

  async restart(): Promise<void> {
    this.running = await startEmbeddedPostgres(this.folder);
    this.network.targets = [this.port];
  }

  hang(): void {
    signalTree(this.pid, "SIGSTOP");
  }

  wake(): void {
    signalTree(this.pid, "SIGCONT");
  }

  async run(statement: string): Promise<void> {
    const sql = postgres(this.running.url, { max: 1, onnotice: () => undefined });
    await sql.unsafe(statement).finally(() => sql.end());
  }

  async stop(): Promise<void> {
    this.network.close();
    await this.running.stop();
  }
}
