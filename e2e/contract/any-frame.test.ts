import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { given, type Known, type Schema } from "@/e2e/setup/arbitrary";
import { cast, type Person } from "@/e2e/setup/cast";
import { crew } from "@/e2e/setup/crew";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { socketCommands } from "@/lib/contract/acknowledgements";
import { frames } from "@/lib/contract/commands";
import { roomEvent } from "@/lib/contract/events";
import { refusedAck, serverFrames } from "@/lib/contract/server-frames";
import type { Room } from "@/lib/contract/shapes";

await useTestDatabase();

/** Whatever is sent over either kind of socket: an answer as promised, and the connection lives on. */
let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: Room;
const known: Known = { uuids: [], ids: [] };

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  const { group, send } = crew("/", () => ({ url: server.url, people }));
  room = await group(["ada", "ben"]);
  known.uuids.push(room.id, (await send("ada", room.id, "One")).id, (await send("ben", room.id, "Two")).id);
  known.ids.push(people.ada.id, people.ben.id);
});
afterAll(() => server.stop());

const inputOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input" }) as Schema;

it.each(Object.entries(socketCommands))("%s is acknowledged as promised", async (name, { payload, ack }) => {
  const ada = await SocketListener.connect(server.url, people.ada.access);
  const promised = z.union([ack, refusedAck]);
  await fc.assert(
    fc.asyncProperty(given(inputOf(payload), known), async (input) => {
      const answer = await ada.ask(name, input);
      expect(promised.safeParse(answer).error?.issues).toBeUndefined();
      expect(answer).not.toMatchObject({ error: { code: "internal" } });
    }),
    { numRuns: 40, endOnFailure: true },
  );
  for (const event of ada.events.all) expect(roomEvent.safeParse(event).error?.issues).toBeUndefined();
  expect(await ada.ask("sync", { cursor: null })).toMatchObject({ ok: true });
  ada.close();
});

it("frames of any kind are answered as promised, and the connection lives on", async () => {
  const ada = await RoomListener.connect(server.url, room.id, people.ada.access);
  const ben = await RoomListener.connect(server.url, room.id, people.ben.access);
  const frame = fc.oneof(...Object.values(frames).map((schema) => given(inputOf(schema), known)), fc.string());
  await fc.assert(
    fc.asyncProperty(frame, async (input) => {
      const heard = ada.frames.all.length;
      ada.send(input);
      // Frames are answered in their own time; history after it shows that the connection is there.
      ada.send({ type: "history", limit: 1 });
      await expect.poll(() => ada.frames.all.slice(heard).some(({ type }) => type === "history")).toBe(true);
    }),
    { numRuns: 150, endOnFailure: true },
  );
  for (const said of [...ada.frames.all, ...ben.frames.all]) {
    const promised = serverFrames[said.type as keyof typeof serverFrames];
    expect(promised.safeParse(said).error?.issues, JSON.stringify(said)).toBeUndefined();
    expect(said.code).not.toBe("internal");
  }
  ada.close();
  ben.close();
}, 60_000);
