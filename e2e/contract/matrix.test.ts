import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ContractClient, operationOf, slashForms, type SlashForm } from "@/e2e/setup/contract-client";
import type { Answer } from "@/e2e/setup/rest-client";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { errorBody } from "@/lib/contract/error-body";
import { pinMay } from "@/lib/contract/permissions";
import type { OperationId } from "@/lib/contract/operations/calls";
import { errorsOf } from "@/lib/contract/operations/errors-of";
import { routes } from "@/lib/http/routes";
import { type Actor, actorNames, type Known } from "./matrix/actors";
import { operationDoors } from "./matrix/doors";
import { refusalOf, verdictOf } from "./matrix/expected";
import { announce, generalRefusals } from "./matrix/general-refusals";
import type { Call, Row } from "./matrix/row";
import { rows } from "./matrix/rows";
import { Stage } from "./matrix/stage";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

/**
 * What is special about a call of the REST interface, in both forms of its path: its other successes and its refusals. The
 * plain calls, by everybody, are in doors.test.ts.
 */
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
const whoMay = (id: OperationId): Actor =>
  actorNames.findLast((actor) => refusalOf(operationDoors[id], actor) === undefined) ?? "nobody";

const operations = routes.map(({ operation }) => operation);
const named = operations.map((operation) => [operation.id as OperationId, operation] as const);

describe.each(slashForms)("%s", (_, form) => {
  it.each(named.filter(([id]) => (rows[id]?.length ?? 0) > 1))("%s", async (id, operation) => {
    const differences: string[] = [];
    for (const row of (rows[id] ?? []).slice(1) as Row[]) {
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

  const notByPin = named.filter(([id]) => {
    const door = operationDoors[id];
    return door.asks === "house" && !pinMay(door.action);
  });
  it.each(notByPin)("%s, with a PIN", async (id, operation) => {
    const actor = whoMay(id);
    const call: Call = (await rows[id]?.[0].call(stage, actor)) ?? { path: "" };
    const access = await stage.byPin(actor as Known);
    const answer = await clientOf(actor, form, access).call(operation.method, call.path, call.body, call.headers);
    note(id, said(answer));
    expect(said(answer)).toBe("403 forbidden");
  });

  it.each(named)("%s, wrongly", async (id, operation) => {
    const actor = whoMay(id);
    const call: Call = (await rows[id]?.[0].call(stage, actor)) ?? { path: "" };
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
    const door = operationDoors[operation.id as OperationId];
    const plain = actorNames.map((actor) => String(verdictOf(door, actor, operation.status)));
    const codes = [...plain, ...(met.get(operation.id) ?? [])].map((verdict) => verdict.split(" ")[1]);
    const named = errorsOf(operation).filter((code) => !fromOutside.has(code) && !codes.includes(code));
    return named.map((code) => `${operation.id}: ${code}`);
  });
  expect(unmet).toEqual([]);
});
