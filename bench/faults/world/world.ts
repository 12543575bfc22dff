import { rm } from "node:fs/promises";
import path from "node:path";
import { listen } from "@/lib/server/listen";
import { createServer } from "node:http";
import type { Recorder } from "../history/recorder";
import { Database } from "./database";
import { Hints } from "./hints";
import { ServerNode } from "./server-node";
import { TcpProxy } from "./tcp-proxy";

/** Everything that can break: the database, Redis, the server processes, and the network between them and to the clients. */
export class World {
  private constructor(
    private readonly folder: string,
    readonly database: Database,
    readonly hints: Hints | null,
    readonly nodes: ServerNode[],
    readonly network: TcpProxy,
  ) {}

  /** `prepare` runs against the database once it is migrated. */
  static async start(
    folder: string,
    options: { nodes: number; command: string[]; prepare: string | null },
    recorder: Recorder,
  ): Promise<World> {
    const database = await Database.start(path.join(folder, "data"));
    const hints = options.nodes > 1 ? await Hints.start() : null;
    const network = await TcpProxy.open();
    const env = {
      HOST: "127.0.0.1",
      APP_URL: `http://127.0.0.1:${network.port}`,
      DATA_DIR: path.join(folder, "files"),
      DATABASE_URL: database.url,
      AUTH_SECRET: "the same secret for every process of the fault suite",
      SEED: "none",
      RATE_LIMITS: "off",
      LOG_LEVEL: "warn",
      ...(hints && { REDIS_URL: hints.url }),
    };
    const nodes: ServerNode[] = [];
    for (let number = 1; number <= options.nodes; number++) {
      const port = await freePort();
      const onEnd = (how: string) => void recorder.note({ e: "ended", node: number, how });
      const log = path.join(folder, `server-${number}.log`);
      nodes.push(new ServerNode({ number, port, command: options.command, env, log, onEnd }));
    }
    network.targets = nodes.map((node) => node.settings.port);
    const world = new World(folder, database, hints, nodes, network);
    try {
      await Promise.all(nodes.map((node) => node.start()));
      if (options.prepare !== null) await database.run(options.prepare);
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  /** What clients know: one address for all processes. */
  get url(): string {
    return `http://127.0.0.1:${this.network.port}`;
  }

  /** Waits until every process says that it is ready. */
  async ready(): Promise<void> {
    await Promise.all(
      this.nodes.map(async (node) => {
        while (!(await node.answers())) await new Promise((resolve) => setTimeout(resolve, 50));
      }),
    );
  }

  /** Ends everything; what remains is the history and what the processes said. */
  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
    this.network.close();
    await this.hints?.stop();
    await this.database.stop();
    await rm(path.join(this.folder, "data"), { recursive: true, force: true });
  }

  discard(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0, "127.0.0.1");
  await new Promise((resolve) => server.close(resolve));
  return port;
}
