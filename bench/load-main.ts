import { setTimeout as wait } from "node:timers/promises";
import { BenchSocket } from "./bench-socket";
import type { LoadAnswer, LoadRequest } from "./load-process";
import { median } from "./median";

// A process of people: their sockets, and what they do, apart from the process that measures.
let sockets: BenchSocket[] = [];

async function obey(request: LoadRequest): Promise<LoadAnswer> {
  switch (request.do) {
    case "connect": {
      // A few at a time: letting all in at once is another measurement.
      const more: BenchSocket[] = [];
      for (let start = 0; start < request.tokens.length; start += 50) {
        const some = request.tokens.slice(start, start + 50);
        more.push(...(await Promise.all(some.map((token) => letIn(request.url, token)))));
      }
      sockets = [...sockets, ...more];
      return { count: sockets.length };
    }
    case "send": {
      const began = performance.now();
      const before = delivered();
      const latencies: number[] = [];
      const until = began + request.ms;
      const senders = sockets.slice(0, request.senders);
      await Promise.all(
        senders.map(async (socket, index) => {
          for (let turn = 0; performance.now() < until; turn++) {
            const room = request.rooms[(index + turn * senders.length) % request.rooms.length] ?? "";
            const asked = performance.now();
            await socket.send(room);
            latencies.push(performance.now() - asked);
          }
        }),
      );
      const seconds = (performance.now() - began) / 1000;
      // What was acknowledged last is still on its way to some.
      for (let seen = -1; seen !== delivered(); await wait(100)) seen = delivered();
      return {
        count: latencies.length,
        perSecond: latencies.length / seconds,
        p50: median(latencies),
        deliveredPerSecond: (delivered() - before) / seconds,
      };
    }
    case "living":
      return { count: sockets.filter((socket) => socket.open).length };
    case "close":
      for (const socket of sockets) socket.close();
      sockets = [];
      return { count: 0 };
  }
}

/** A server that is busy may say "try again". */
async function letIn(url: string, token: string): Promise<BenchSocket> {
  for (let tries = 1; ; tries++) {
    try {
      return await BenchSocket.connect(url, token);
    } catch (error) {
      if (tries === 5) throw error;
      await wait(500);
    }
  }
}

const delivered = () => sockets.reduce((sum, socket) => sum + socket.delivered, 0);

process.on("message", (request: LoadRequest) => {
  obey(request).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
