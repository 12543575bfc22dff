import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { accounts, type SignedIn, signInAll } from "../people/person";
import { freePort } from "./free-port";
import { serverEnv } from "./server-env";
import { ServerNode } from "./server-node";

const run = promisify(execFile);

/** The commands that start a server process and the operator's tool. */
export type Product = { server: string[]; admin: string[] };

/** An installation with people who are signed in and nothing else, at rest: what every run starts from a copy of. */
export class Installation {
  private constructor(
    private readonly folder: string,
    readonly people: SignedIn[],
  ) {}

  static async make({ server, admin }: Product, usernames: string[]): Promise<Installation> {
    const folder = await temporaryFolder();
    const data = path.join(folder, "data");
    const database = await startEmbeddedPostgres(data);
    try {
      const env = { ...serverEnv, DATABASE_URL: database.url, DATA_DIR: path.join(folder, "files") };
      await mkdir(env.DATA_DIR);
      const list = path.join(folder, "people.json");
      await writeFile(list, JSON.stringify(accounts(usernames)));
      const [program = process.execPath, ...args] = admin;
      await run(program, [...args, "import-users", list], { env: { ...process.env, ...env } });
      const log = path.join(folder, "server.log");
      const node = new ServerNode({
        number: 0,
        port: await freePort(),
        command: server,
        env,
        log,
        onEnd: () => undefined,
      });
      await node.start();
      const people = await signInAll(node.url, usernames);
      await node.terminate();
      return new Installation(folder, people);
    } finally {
      await database.stop();
    }
  }

  /** Copies the database's files, with their owner, to where a run keeps its own. */
  async copyTo(data: string): Promise<void> {
    await run("cp", ["-a", path.join(this.folder, "data"), data]);
  }

  discard(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
