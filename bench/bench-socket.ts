import { randomUUID } from "node:crypto";
import WebSocket from "ws";

const created = Buffer.from('"type":"message.created"');

/**
 * A Socket.IO client reduced to its frames. socket.io-client parses every packet into objects, and on a machine where it
 * shares the processors with the server it would be what is measured.
 */
export class BenchSocket {
  delivered = 0;
  #acks = new Map<number, (good: boolean) => void>();
  #next = 0;

  private constructor(private readonly socket: WebSocket) {}

  static connect(url: string, token: string): Promise<BenchSocket> {
    const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    const mine = new BenchSocket(socket);
    return new Promise((resolve, reject) => {
      socket.once("error", reject);
      socket.on("message", (data: Buffer) => mine.#hear(data, token, () => resolve(mine), reject));
    });
  }

  get open(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  close(): void {
    this.socket.terminate();
  }

  /** Resolves when the server has acknowledged a message. */
  send(room: string): Promise<void> {
    const id = this.#next++;
    const message = { room, content: `The key is under the mat of house ${id}.`, client_id: randomUUID() };
    return new Promise((resolve, reject) => {
      this.#acks.set(id, (good) => (good ? resolve() : reject(new Error("A send was refused."))));
      this.socket.send(`42${id}${JSON.stringify(["message:send", message])}`);
    });
  }

  #hear(data: Buffer, token: string, connected: () => void, refused: (error: Error) => void): void {
    const kind = data.toString("latin1", 0, 2);
    if (kind === "42") {
      for (let at = data.indexOf(created); at !== -1; at = data.indexOf(created, at + created.length)) this.delivered++;
    } else if (kind === "43") {
      const head = data.toString("latin1", 2, 40);
      const id = Number.parseInt(head, 10);
      this.#acks.get(id)?.(head.includes('"ok":true'));
      this.#acks.delete(id);
    } else if (kind === "2") this.socket.send("3");
    else if (kind.startsWith("0")) this.socket.send(`40${JSON.stringify({ token })}`);
    else if (kind === "40") connected();
    else if (kind === "44") refused(new Error(`Not let in: ${data.toString()}`));
  }
}
