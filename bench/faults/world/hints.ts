import { type RedisServer, startRedis } from "@/e2e/setup/redis-server";
import { signalTree } from "./signal-tree";
import { TcpProxy } from "./tcp-proxy";

/** The suite's own Redis, at one address through all its restarts. */
export class Hints {
  private constructor(
    readonly network: TcpProxy,
    private running: RedisServer,
  ) {}

  static async start(): Promise<Hints> {
    const hints = new Hints(await TcpProxy.open(), await startRedis());
    hints.#aim();
    return hints;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.network.port}`;
  }

  kill(): Promise<void> {
    return this.running.kill();
  }

  async restart(): Promise<void> {
    this.running = await startRedis();
    this.#aim();
  }

  hang(): void {
    signalTree(this.running.pid, "SIGSTOP");
  }

  wake(): void {
    signalTree(this.running.pid, "SIGCONT");
  }

  async stop(): Promise<void> {
    this.network.close();
    await this.running.kill();
  }

  #aim(): void {
    this.network.targets = [Number(new URL(this.running.url).port)];
  }
}
