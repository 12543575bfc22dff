import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ContractClient, operationOf, slashForms, type SlashForm } from "@/e2e/setup/contract-client";
import type { Answer } from "@/e2e/setup/rest-client";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { errorBody } from "@/lib/contract/error-body";
import { errorsOf } from "@/lib/contract/operations/errors-of";
import { routes } from "@/lib/http/routes";
import { adminRows } from "./matrix/admin-rows";
import { attachmentRows } from "./matrix/attachment-rows";
import { announce, generalRefusals } from "./matrix/general-refusals";
import { linkRows } from "./matrix/link-rows";
import { messageRows } from "./matrix/message-rows";
import { notificationRows } from "./matrix/notification-rows";
import { participantRows } from "./matrix/participant-rows";
import { peopleRows } from "./matrix/people-rows";
import { roomRows } from "./matrix/room-rows";
import { type Actor, actors, type Call, type Rows } from "./matrix/row";
import { sessionRows } from "./matrix/session-rows";
import { Stage } from "./matrix/stage";
import { tokenRows } from "./matrix/token-rows";
import { workRows } from "./matrix/work-rows";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

/** Every call of the REST interface, in both forms of its path, for each kind of caller: its success and its refusals. */
const rows: Rows = {
  ...tokenRows,
  ...roomRows,
  ...messageRows,
  ...attachmentRows,
  ...linkRows,
  ...participantRows,
  ...notificationRows,
  ...peopleRows,
  ...sessionRows,
  ...workRows,
  ...adminRows,
};
/** Refusals that come from outside of a call: too many of them, or a database that is away. */
const fromOutside = new Set(["rate_limited", "unavailable", "timeout"]);

let server: TestServer;
let stage: Stage;
const met = new Map<string, Set<string>>();

beforeAll(async () => {
  server = await startTestServer();
  stage = await Stage.set(server.url);
});
afterAll(() => server.stop());

function clientOf(actor: Actor, form: SlashForm, access?: string): ContractClient {
  return new ContractClient(server.url, form, access ?? (actor === "nobody" ? undefined : stage.people[actor].access));
}

const said = (answer: Answer) => {
  const { code } = (answer.body ?? {}) as { code?: string };
  return answer.status < 400 ? String(answer.status) : `${answer.status} ${code}`;
};

const note = (id: string, verdict: string) => met.set(id, (met.get(id) ?? new Set()).add(verdict));

/** Somebody whose plain call succeeds. */
function whoMay(id: string): Actor {
  const by = rows[id]?.[0]?.by ?? {};
  return actors.findLast((actor) => typeof by[actor] === "number") ?? "nobody";
}

const operations = routes.map(({ operation }) => operation);

it("has rows for every operation, and no others", () => {
  expect(Object.keys(rows).sort()).toEqual(operations.map(({ id }) => id).sort());
  for (const [id, [first]] of Object.entries(rows)) expect(first?.when, id).toBe("plain");
});

describe.each(slashForms)("%s", (_, form) => {
  it.each(operations.map((operation) => [operation.id, operation] as const))("%s", async (id, operation) => {
    const differences: string[] = [];
    for (const row of rows[id] ?? []) {
      for (const [actor, verdict] of Object.entries(row.by) as [Actor, string | number][]) {
        const what = `${row.when}, by ${actor}`;
        const call = await row.call(stage, actor);
        expect(operationOf(operation.method, call.path.split("?")[0] ?? "")?.id, call.path).toBe(id);
        const answer = await clientOf(actor, form, call.access).call(
          operation.method,
          call.path,
          call.body,
          call.headers,
        );
        note(id, said(answer));
        if (said(answer) !== String(verdict)) differences.push(`${what}: ${said(answer)} instead of ${verdict}`);
        else if (row.says && typeof verdict === "number") expect(answer.body, what).toMatchObject(row.says);
        else if (row.field !== undefined) {
          const { fields } = answer.body as { fields: object };
          if (!(row.field in fields)) differences.push(`${what}: names ${Object.keys(fields).join()}`);
        }
      }
    }
    expect(differences).toEqual([]);
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))("%s, wrongly", async (id, operation) => {
    const actor = whoMay(id);
    const call: Call = (await rows[id]?.[0]?.call(stage, actor)) ?? { path: "" };
    const differences: string[] = [];
    for (const { what, verdict, method = operation.method, raw, ...other } of generalRefusals(operation, call)) {
      const client = clientOf(actor, form, other.access);
      const { access } = client;
      const answer = raw
        ? await announce(server.url + client.formed(other.path), method, {
            ...raw,
            ...(access === undefined ? {} : { authorization: `Bearer ${access}` }),
          })
        : await client.call(method, other.path, method === "PUT" ? undefined : other.body, other.headers);
      if (raw) errorBody.strict().parse(answer.body);
      note(id, said(answer));
      if (said(answer) !== verdict) differences.push(`${what}: ${said(answer)} instead of ${verdict}`);
      if (method === "PUT") expect(answer.headers.get("allow")?.split(", ")).toContain(operation.method);
    }
    expect(differences).toEqual([]);
  });
});

it("has met every refusal that an operation names", () => {
  const unmet = operations.flatMap((operation) => {
    const codes = [...(met.get(operation.id) ?? [])].map((verdict) => verdict.split(" ")[1]);
    const named = errorsOf(operation).filter((code) => !fromOutside.has(code) && !codes.includes(code));
    return named.map((code) => `${operation.id}: ${code}`);
  });
  expect(unmet).toEqual([]);
});
