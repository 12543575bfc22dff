import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";

export interface Balancer {
  url: string;
  /** From now on connections go to these addresses in turn, and past one that takes none. */
  use(urls: string[]): void;
  stop(): void;
}

/** The simplest balancer there is: connections in turn, nothing sticky, no look at what they carry. */
export async function startBalancer(urls: string[]): Promise<Balancer> {
  let targets = urls;
  let turn = 0;
  const open = new Set<Socket>();
  const pass = (client: Socket, tries: number) => {
    const target = new URL(targets[turn++ % targets.length] ?? "");
    const line = connect(Number(target.port), target.hostname);
    const refused = () => (tries > 0 ? pass(client, tries - 1) : client.destroy());
    line.once("error", refused);
    line.once("connect", () => {
      line.off("error", refused).on("error", () => client.destroy());
      client.pipe(line).pipe(client);
      client.once("close", () => line.destroy());
      line.once("close", () => client.destroy());
    });
  };
  const server = createServer((client) => {
    open.add(client);
    client.on("error", () => undefined).once("close", () => open.delete(client));
    pass(client, targets.length);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use: (given) => void (targets = given),
    stop() {
      server.close();
      for (const client of open) client.destroy();
    },
  };
}
