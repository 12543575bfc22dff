import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ContractClient, operationOf } from "@/e2e/setup/contract-client";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import type { Answer } from "@/e2e/setup/rest-client";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { type SocketCommand, socketCommands } from "@/lib/contract/acknowledgements";
import { frames } from "@/lib/contract/commands";
import type { OperationId } from "@/lib/contract/operations/calls";
import { routes } from "@/lib/http/routes";
import { type Actor, actorNames, type Known, standingOf } from "./matrix/actors";
import { commandDoors, frameDoors, operationDoors } from "./matrix/doors";
import { refusalOf, verdictOf } from "./matrix/expected";
import { rows } from "./matrix/rows";
import { Stage } from "./matrix/stage";
import { commandRows } from "./socket-matrix/command-rows";
import { frameRows } from "./socket-matrix/frame-rows";
import { frameVerdict } from "./socket-matrix/frame-verdict";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

/**
 * Every operation, command and frame, by every actor, with a token and with a browser's cookie: all the answers follow from
 * doors.ts.
 */
let server: TestServer;
let stage: Stage;

const operations = routes.map(({ operation }) => operation);
/** A phone writes paths with their slash, a browser here without: both forms are asked. */
const transports = ["token", "cookie"] as const;
type Transport = (typeof transports)[number];

beforeAll(async () => {
  server = await startTestServer();
  stage = await Stage.set(server.url);
});
afterAll(() => server.stop());

function said({ status, body }: Answer): string {
  return status < 400 ? String(status) : `${status} ${(body as { code?: string } | null)?.code}`;
}

const accessOf = (actor: Actor) => (actor === "nobody" ? undefined : stage.people[actor].access);

async function ask(id: OperationId, actor: Actor, transport: Transport): Promise<Answer> {
  const operation = operations.find((one) => one.id === id);
  const call = await rows[id]?.[0].call(stage, actor);
  if (!operation || !call) throw new Error(`${id} has no row.`);
  expect(operationOf(operation.method, call.path.split("?")[0] ?? "")?.id, call.path).toBe(id);
  const access = call.access ?? accessOf(actor);
  const byToken = transport === "token";
  const client = new ContractClient(server.url, byToken ? "/" : "", byToken ? access : undefined);
  const headers = { ...(byToken ? {} : await stage.browser(access)), ...call.headers };
  return client.call(operation.method, call.path, call.body, headers);
}

describe.each(transports)("REST by %s", (transport) => {
  it.each(operations.map(({ id, status }) => [id as OperationId, status] as const))("%s", async (id, success) => {
    const differences: string[] = [];
    for (const actor of actorNames) {
      const verdict = verdictOf(operationDoors[id], actor, success);
      const answer = await ask(id, actor, transport);
      if (said(answer) !== String(verdict)) differences.push(`${actor}: ${said(answer)} instead of ${verdict}`);
      else if (verdict === success) expect(answer.body ?? {}, actor).toMatchObject(rows[id]?.[0].says ?? {});
    }
    expect(differences).toEqual([]);
  });
});

describe.each(transports)("Socket.IO by %s", (transport) => {
  const open = new Map<Actor, SocketListener>();
  afterAll(() => open.forEach((socket) => socket.close()));

  async function socketOf(actor: Actor): Promise<SocketListener> {
    const byToken = transport === "token";
    const access = accessOf(actor);
    const socket =
      open.get(actor) ??
      (byToken
        ? await SocketListener.connect(server.url, access ?? "")
        : await SocketListener.connect(server.url, undefined, await stage.browser(access)));
    open.set(actor, socket);
    return socket;
  }

  it.each(Object.keys(socketCommands) as SocketCommand[])("%s", async (name) => {
    const differences: string[] = [];
    for (const actor of actorNames) {
      const verdict = refusalOf(commandDoors[name], actor) ?? "ok";
      const { send, undo } = commandRows[name][0];
      const content = await send(stage, actor);
      // Whoever is not let in at all is told why at once.
      const said = await socketOf(actor).then(
        async (socket) => codeOf(await socket.ask(name, content)),
        (refused: Error) => refused.message,
      );
      if (said !== verdict) differences.push(`${actor}: ${said} instead of ${verdict}`);
      if (undo && said === "ok") await open.get(actor)?.ask(name, await undo(stage, actor));
    }
    expect(differences).toEqual([]);
  });

  const codeOf = ({ ok, error }: Record<string, unknown>) => (ok ? "ok" : (error as { code: string }).code);
});

describe.each(transports)("The raw WebSocket by %s", (transport) => {
  const open = new Map<Actor, RoomListener>();
  afterAll(() => open.forEach((line) => line.close()));

  async function line(actor: Actor): Promise<RoomListener> {
    const byToken = transport === "token";
    const access = accessOf(actor);
    const query = byToken ? `?token=${access ?? ""}` : "";
    const headers = byToken ? {} : await stage.browser(access);
    return RoomListener.open(server.url, `/ws/chat/${stage.room.id}/${query}`, headers);
  }

  beforeAll(async () => {
    for (const actor of actorNames.filter((name) => standingOf(name)?.place !== "outside")) {
      if (!standingOf(actor) || standingOf(actor)?.closed) continue;
      const opened = await line(actor);
      await opened.frames.find(({ type }) => type === "connection_established", `${actor} is let in`);
      open.set(actor, opened);
    }
  });

  /** What somebody gets who says it without waiting to be let in: nothing, and the reason for it. */
  async function outside(actor: Actor, frame: object): Promise<string> {
    const opened = await line(actor);
    opened.socket.once("open", () => opened.send(frame));
    const code = await opened.closed;
    expect(opened.frames.all, `what ${actor} hears`).toEqual([]);
    return { 4401: "unauthorized", 4403: "not_participant" }[code] ?? String(code);
  }

  it.each(Object.keys(frames) as (keyof typeof frames)[])("%s", async (type) => {
    const differences: string[] = [];
    for (const actor of actorNames) {
      const verdict = refusalOf(frameDoors[type], actor) ?? "ok";
      const { send, undo } = frameRows[type].rows[0];
      const content = await send(stage, actor);
      const mine = open.get(actor);
      const theirs = open.get(actor === "admin" ? "sender" : "admin");
      const tell = (what: object) =>
        mine && theirs
          ? frameVerdict(type, what, { mine, theirs }, stage.id(actor as Known))
          : outside(actor, { type, ...what });
      const said = await tell(content);
      if (said !== verdict) differences.push(`${actor}: ${said} instead of ${verdict}`);
      if (undo && said === "ok") expect(await tell(await undo(stage, actor))).toBe("ok");
    }
    expect(differences).toEqual([]);
  });
});

describe("The doors", () => {
  it("are those of every operation, and no others", () => {
    const ids = operations.map(({ id }) => id).sort();
    expect(Object.keys(operationDoors).sort()).toEqual(ids);
    expect(Object.keys(rows).sort()).toEqual(ids);
    expect(Object.keys(commandDoors).sort()).toEqual(Object.keys(socketCommands).sort());
    expect(Object.keys(frameDoors).sort()).toEqual(Object.keys(frames).sort());
  });

  it("make at least 1,500 cells", () => {
    const ways = [operationDoors, commandDoors, frameDoors].flatMap((doors) => Object.keys(doors));
    expect(ways.length * actorNames.length * transports.length).toBeGreaterThanOrEqual(1500);
  });
});
