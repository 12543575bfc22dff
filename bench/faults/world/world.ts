import { rm } from "node:fs/promises";
import path from "node:path";
import type { Recorder } from "../history/recorder";
import type { SignedIn } from "../people/person";
import { Database } from "./database";
import { freePort } from "./free-port";
import { Hints } from "./hints";
import type { Installation } from "./installation";
import { serverEnv } from "./server-env";
import { ServerNode } from "./server-node";
import { TcpProxy } from "./tcp-proxy";

export type WorldOptions = {
  installation: Installation;
  nodes: number;
  /** The program of a server process and its arguments. */
  server: string[];
  /** A statement that changes the database before everything. */
  prepare: string | null;
};

/** Everything that can break: the database, Redis, the server processes, and the network between them and to the clients. */
export class World {
  private constructor(
    private readonly folder: string,
    readonly people: SignedIn[],
    readonly database: Database,
    readonly hints: Hints | null,
    readonly nodes: ServerNode[],
    readonly network: TcpProxy,
  ) {}

  static async start(folder: string, options: WorldOptions, recorder: Recorder): Promise<World> {
    const data = path.join(folder, "data");
    await options.installation.copyTo(data);
    const database = await Database.start(data);
    const hints = options.nodes > 1 ? await Hints.start() : null;
    const network = await TcpProxy.open();
    const env = {
      ...serverEnv,
      APP_URL: `http://127.0.0.1:${network.port}`,
      DATA_DIR: path.join(folder, "files"),
      DATABASE_URL: database.url,
      ...(hints && { REDIS_URL: hints.url }),
    };
    const nodes: ServerNode[] = [];
    for (let number = 1; number <= options.nodes; number++) {
      const port = await freePort();
      const onEnd = (how: string) => void recorder.note({ e: "ended", node: number, how });
      const log = path.join(folder, `server-${number}.log`);
      nodes.push(new ServerNode({ number, port, command: options.server, env, log, onEnd }));
    }
    network.targets = nodes.map((node) => node.settings.port);
    const world = new World(folder, options.installation.people, database, hints, nodes, network);
    try {
      if (options.prepare !== null) await database.run(options.prepare);
      await Promise.all(nodes.map((node) => node.start()));
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
        const end = Date.now() + 180_000;
        while (!(await node.answers())) {
          if (Date.now() > end) throw new Error(`Server process ${node.settings.number} is not ready any more.`);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
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
