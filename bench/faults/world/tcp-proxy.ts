import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { Flow } from "./flow";

type Link = { client: Socket; server: Socket; asks: Flow; answers: Flow };

/**
 * A stretch of network: passes connections on to its targets in turn, to the next one where nothing listens, and can
 * pause them, slow them down, lose answers or cut them.
 */
export class TcpProxy {
  readonly #links = new Set<Link>();
  readonly #server: Server;
  #turn = 0;
  #delay = 0;
  #held: "nothing" | "answers" | "all" = "nothing";
  targets: number[] = [];

  private constructor() {
    this.#server = createServer({ noDelay: true }, (client) => this.#connect(client, this.targets.length));
  }

  static async open(): Promise<TcpProxy> {
    const proxy = new TcpProxy();
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on nothing arrives any more, or no answer; both sides go on sending. */
  hold(what: "answers" | "all"): void {
    this.#held = what;
    for (const link of this.#links) this.#apply(link);
  }

  release(): void {
    this.#held = "nothing";
    for (const { asks, answers } of this.#links) {
      asks.release();
      answers.release();
    }
  }

  slow(ms: number): void {
    this.#delay = ms;
  }

  /** Cuts the connections that `which` names. */
  cut(which: () => boolean = () => true): void {
    for (const { client, server } of [...this.#links]) {
      if (!which()) continue;
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  close(): void {
    this.#server.close();
    this.cut();
  }

  #apply({ asks, answers }: Link): void {
    if (this.#held === "nothing") return;
    answers.hold();
    if (this.#held === "all") asks.hold();
  }

  #connect(client: Socket, tries: number): void {
    const target = this.targets[this.#turn++ % this.targets.length];
    client.on("error", () => client.destroy());
    if (target === undefined || tries === 0) return void client.resetAndDestroy();
    client.pause();
    const server = connect({ port: target, host: "127.0.0.1", noDelay: true });
    let open = false;
    server.on("error", () => {
      server.destroy();
      if (open) client.destroy();
      else this.#connect(client, tries - 1);
    });
    server.once("connect", () => {
      open = true;
      const delay = () => this.#delay;
      const link: Link = {
        client,
        server,
        asks: new Flow(client, server, delay),
        answers: new Flow(server, client, delay),
      };
      this.#links.add(link);
      client.once("close", () => server.destroy());
      server.once("close", () => {
        this.#links.delete(link);
        client.destroySoon();
      });
      client.resume();
      this.#apply(link);
    });
  }
}
