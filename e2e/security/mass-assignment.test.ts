import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/db/database";
import { commandDoors, frameDoors, operationDoors } from "@/e2e/contract/matrix/doors";
import { type Actor, actorNames, type Known } from "@/e2e/contract/matrix/actors";
import { type Door, refusalOf } from "@/e2e/contract/matrix/expected";
import { rows } from "@/e2e/contract/matrix/rows";
import { Stage } from "@/e2e/contract/matrix/stage";
import { commandRows } from "@/e2e/contract/socket-matrix/command-rows";
import { frameRows } from "@/e2e/contract/socket-matrix/frame-rows";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { RestClient } from "@/e2e/setup/rest-client";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { type SocketCommand, socketCommands } from "@/lib/contract/acknowledgements";
import { frames } from "@/lib/contract/commands";
import type { OperationId } from "@/lib/contract/operations/calls";
import { routes } from "@/lib/http/routes";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

/** What nobody may set by naming it: every way in refuses what it does not know, and nothing is changed by it. */
let server: TestServer;
let stage: Stage;

/** What rows of the database and shapes of the interface call what matters. */
const sensitive = {
  id: 1,
  role: "superuser",
  is_superuser: true,
  is_admin: true,
  is_active: true,
  is_read: true,
  user: 1,
  user_id: 1,
  owner: 1,
  sender: 1,
  sender_id: 1,
  created_by: 1,
  created_by_id: 1,
  seq: 1,
  number: 1,
  room: "00000000-0000-4000-8000-000000000000",
  room_id: "00000000-0000-4000-8000-000000000000",
  room_type: "group",
  message_type: "system",
  participants: [1],
  created_at: "2000-01-01T00:00:00Z",
  deleted_at: null,
  edited_at: "2000-01-01T00:00:00Z",
  password_hash: "$argon2id$",
  email_verified: true,
};
/** Written out, since in a program they would not be keys at all. */
const polluting = [
  '"__proto__":{"polluted":true}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"prototype":{"polluted":true}',
];

beforeAll(async () => {
  server = await startTestServer();
  stage = await Stage.set(server.url);
});
afterAll(() => server.stop());

const whoMay = (door: Door): Actor => actorNames.findLast((actor) => refusalOf(door, actor) === undefined) ?? "nobody";

/** Every row of every table, in one line each; when somebody was last seen is noted in its own time. */
async function everything(): Promise<unknown> {
  const tables = await database().db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const sums = tables.map(({ name }) => {
    const row = sql`(to_jsonb(t) - 'last_seen_at' - 'last_active_at')::text`;
    return sql`select ${name}::text as name, count(*) as rows, sum(hashtextextended(${row}, 0)) as sum from ${sql.identifier(name)} t`;
  });
  return [...(await database().db.execute(sql.join(sums, sql` union all `)))];
}

const keysOf = (schema: z.ZodType | undefined) =>
  Object.keys(
    (
      (schema && z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })) as
        z.core.JSONSchema.BaseSchema | undefined
    )?.properties ?? {},
  );

/** A body with one more key: each that matters and is not one of its own, then those of a prototype at each of its depths. */
function spoiled(body: object, own: string[]): { what: string; text: string }[] {
  const more = Object.entries(sensitive).filter(([key]) => !own.includes(key));
  const flat = more.map(([key, value]) => ({ what: key, text: JSON.stringify({ ...body, [key]: value }) }));
  const text = JSON.stringify(body);
  const depths = [...text.matchAll(/\{/g)].map(({ index }) => index + 1);
  const deep = depths.flatMap((depth) =>
    polluting.map((key) => {
      const rest = text.slice(depth);
      return {
        what: `${key} at ${depth}`,
        text: text.slice(0, depth) + key + (rest.startsWith("}") ? "" : ",") + rest,
      };
    }),
  );
  return [...flat, ...deep];
}

const writing = routes.map(({ operation }) => operation).filter(({ body, form }) => body !== undefined || form);

describe("REST", () => {
  it.each(writing.map((operation) => [operation.id as OperationId, operation] as const))(
    "%s",
    async (id, operation) => {
      const actor = whoMay(operationDoors[id]);
      const call = await rows[id]?.[0].call(stage, actor);
      if (!call) throw new Error(`${id} has no row.`);
      const access = call.access ?? (actor === "nobody" ? undefined : stage.people[actor].access);
      const client = new RestClient(server.url, access);
      const send = (body: unknown) => client.call(operation.method, call.path, body, call.headers);
      const before = await everything();
      const taken: string[] = [];
      const note = (what: string, { status, body }: { status: number; body: unknown }) => {
        if (status !== 400 || (body as { code: string }).code !== "invalid_input") taken.push(`${what}: ${status}`);
      };
      if (call.body instanceof FormData) {
        const own = keysOf(operation.form?.fields);
        for (const key of [...Object.keys(sensitive).filter((one) => !own.includes(one)), "__proto__", "constructor"]) {
          const form = new FormData();
          form.append(key, "1");
          call.body.forEach((value, name) => form.append(name, value));
          note(key, await send(form));
        }
      } else {
        for (const { what, text } of spoiled(call.body ?? {}, keysOf(operation.body))) note(what, await send(text));
      }
      expect(taken).toEqual([]);
      expect(await everything(), "what is stored").toEqual(before);
      expect({}).not.toHaveProperty("polluted");
      // It was for the key alone.
      const plain = await send(call.body);
      expect(plain.status).toBe(operationDoors[id].asks === "never" ? 404 : operation.status);
    },
  );

  it.each(
    routes
      .map(({ operation }) => operation)
      .filter(({ query }) => query !== undefined)
      .map((one) => [one.id, one] as const),
  )("%s, in its query", async (id, operation) => {
    const actor = whoMay(operationDoors[id as OperationId]);
    const call = await rows[id]?.[0].call(stage, actor);
    const access = actor === "nobody" ? undefined : stage.people[actor].access;
    const client = new RestClient(server.url, access);
    for (const key of ["__proto__", "constructor", "prototype", "__proto__[polluted]", "user_id"]) {
      const path = `${call?.path}${call?.path.includes("?") ? "&" : "?"}${encodeURIComponent(key)}=1`;
      expect(await client.call(operation.method, path), key).toMatchObject({
        status: 400,
        body: { code: "invalid_input" },
      });
    }
    expect({}).not.toHaveProperty("polluted");
  });
});

it.each(Object.keys(socketCommands) as SocketCommand[])("Socket.IO: %s", async (name) => {
  const actor = whoMay(commandDoors[name]) as Known;
  const socket = await SocketListener.connect(server.url, stage.people[actor].access);
  const body = await commandRows[name][0].send(stage, actor);
  const before = await everything();
  for (const { what, text } of spoiled(body, keysOf(socketCommands[name].payload))) {
    // As it came over the line: parsed, with every key its own.
    const answer = await socket.ask(name, JSON.parse(text));
    expect(answer, what).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  }
  expect(await everything()).toEqual(before);
  expect(await socket.ask(name, body)).toMatchObject({ ok: true });
  expect({}).not.toHaveProperty("polluted");
  socket.close();
});

it.each(Object.keys(frames) as (keyof typeof frames)[])("The raw WebSocket: %s", async (type) => {
  const actor = whoMay(frameDoors[type]) as Known;
  const line = await RoomListener.connect(server.url, stage.room.id, stage.people[actor].access);
  const body = { type, ...(await frameRows[type].rows[0].send(stage, actor)) };
  const before = await everything();
  for (const { what, text } of spoiled(body, keysOf(frames[type]))) {
    const heard = line.frames.all.length;
    line.send(text);
    await expect.poll(() => line.frames.all.length, { interval: 2 }).toBeGreaterThan(heard);
    expect(line.frames.all[heard], what).toMatchObject({ type: "error", code: "invalid_input" });
  }
  expect(await everything()).toEqual(before);
  expect({}).not.toHaveProperty("polluted");
  line.close();
});
