import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accepted, given, type Known, type Schema } from "@/e2e/setup/arbitrary";
import { cast, type Person } from "@/e2e/setup/cast";
import { ContractClient } from "@/e2e/setup/contract-client";
import { crew } from "@/e2e/setup/crew";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { Property, Task } from "@/lib/contract/shapes";
import { openApiDocument } from "@/lib/http/documents/openapi";
import { routes } from "@/lib/http/routes";

await useTestDatabase();

/** Whatever is sent to any operation of the API document: never a fault of the server, always an answer as promised. */
let server: TestServer;
let people: Record<"ada" | "ben" | "vera" | "sue", Person>;
const known: Known = { uuids: [], ids: [] };
const password = "a long enough password";

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "manager", vera: "viewer", sue: "superuser" });
  const { as, group, send } = crew("/", () => ({ url: server.url, people }));
  for (const first of ["ada", "ben"] as const) {
    const room = await group([first, "ada", "ben", "vera", "sue"]);
    known.uuids.push(room.id, (await send("ada", room.id, "One")).id, (await send("sue", room.id, "Two")).id);
    known.ids.push(...room.participants.map((participant) => participant.id));
  }
  const property = (await as("ben").post("/api/properties/", { name: "Casa" })).body as Property;
  const task = (await as("ben").post("/api/tasks/", { title: "Mow", property: property.id })).body as Task;
  known.ids.push(property.id, task.id, people.ada.id, people.ben.id, people.vera.id);
  known.ids.splice(0, known.ids.length, ...new Set(known.ids.filter((id) => id !== people.sue.id)));
});
afterAll(() => server.stop());

type Parameter = { in: string; name: string; required?: boolean; schema: Schema };
type Described = {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

/** Resumable uploads speak tus, a protocol with a library and a test of its own. */
const ours = new Set(routes.map(({ operation }) => operation.id));
const operations = Object.entries(openApiDocument().paths ?? {})
  .flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([method, described]) => ({
      ...described,
      method: method.toUpperCase(),
      path,
    })),
  )
  .filter(({ operationId }) => ours.has(operationId));

type Sent = { path: string; body: unknown; headers: Record<string, string> };

/** A request to an operation, made when the known ids are there. */
function requests({ path, parameters = [], requestBody }: (typeof operations)[number]): fc.Arbitrary<Sent> {
  const object = (place: string): Schema => {
    const some = parameters.filter((parameter) => parameter.in === place);
    const required = some.filter((one) => one.required).map(({ name }) => name);
    return { type: "object", properties: Object.fromEntries(some.map((one) => [one.name, one.schema])), required };
  };
  const inPath = fc.oneof(
    { weight: 6, arbitrary: accepted(object("path"), known) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom("id", "emoji"), fc.string({ minLength: 1 })) },
  );
  const bodies = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) =>
    given(schema, known).map((value) => encode(type, value)),
  );
  const raw = fc
    .tuple(fc.string(), fc.constantFrom("application/json", "text/plain", "multipart/form-data", "a/b"))
    .map(([body, type]) => ({ body, headers: { "content-type": type } }));
  const none = fc.constant({ body: undefined, headers: {} });
  const body = fc.oneof(
    { weight: 8, arbitrary: bodies.length > 0 ? fc.oneof(...bodies) : none },
    { weight: 1, arbitrary: bodies.length > 0 ? raw : none },
  );
  return fc.tuple(inPath, given(object("query"), known), body).map(([params, query, { body, headers }]) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => segment((params as Record<string, unknown>)[name]));
    return { path: filled + search(query), body, headers };
  });
}

/** Dots alone would be another path before they are sent. */
function segment(value: unknown): string {
  const text = encodeURIComponent(plain(value));
  return text === "" || /^\.+$/.test(text) ? "none" : text;
}

function search(query: unknown): string {
  if (typeof query !== "object" || query === null) return "";
  const entries = Object.entries(query).map(([name, value]): [string, string] => [name, plain(value)]);
  return entries.length > 0 ? `?${new URLSearchParams(entries).toString()}` : "";
}

const plain = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

function encode(type: string, value: unknown): { body: unknown; headers: Record<string, string> } {
  if (type === "application/json") return { body: JSON.stringify(value), headers: { "content-type": type } };
  const fields = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const parts = fields.map(([name, inner]) => {
    const file = name === "file" || name === "attachment" ? '; filename="note.txt"' : "";
    return `--b\r\ncontent-disposition: form-data; name="${name.replace(/["\r\n]/g, "")}"${file}\r\n\r\n${plain(inner)}\r\n`;
  });
  return { body: `${parts.join("")}--b--\r\n`, headers: { "content-type": `${type}; boundary=b` } };
}

/** A client of somebody who is signed in, whatever the runs before have done to their sessions. */
async function client(who: keyof typeof people | "nobody", form: "/" | ""): Promise<ContractClient> {
  if (who === "nobody") return new ContractClient(server.url, form);
  const alive = new ContractClient(server.url, form, people[who].access);
  if ((await alive.get("/api/users/me/")).status === 200) return alive;
  const again = await new ContractClient(server.url, form).post("/api/token/", { username: who, password });
  people[who].access = (again.body as { access?: string }).access ?? "none";
  return new ContractClient(server.url, form, people[who].access);
}

describe("Any input", () => {
  it.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    "%s answers as promised",
    async (_, operation) => {
      const who = fc.constantFrom(
        "sue" as const,
        "sue" as const,
        "ben" as const,
        "ada" as const,
        "vera" as const,
        "nobody" as const,
      );
      const form = fc.constantFrom("/" as const, "" as const);
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(requests(operation), who, form, async ({ path, body, headers }, person, slash) => {
          const from = await client(person, slash);
          await from.call(operation.method, path, body, headers);
          answered += 1;
        }),
        { numRuns: 30, endOnFailure: true },
      );
      expect(answered).toBe(30);
    },
    60_000,
  );
});
