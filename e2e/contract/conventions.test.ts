import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { ContractClient, expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { config } from "@/lib/config/config";
import type { Room } from "@/lib/contract/shapes";

await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
});
afterAll(() => server.stop());

describe.each(slashForms)("The conventions, %s", (_, form) => {
  const nobody = () => new ContractClient(server.url, form);
  const ada = () => new ContractClient(server.url, form, people.ada.access);

  it("answers in the form of the contract whatever is wrong", async () => {
    expectRefused(await ada().get("/api/nothing/"), 404, "not_found");
    expectRefused(await nobody().get("/api/chat/nothing/"), 404, "not_found");
    const wrongMethod = await ada().call("PUT", "/api/chat/rooms/");
    expectRefused(wrongMethod, 405, "method_not_allowed");
    expect(wrongMethod.headers.get("allow")).toBe("GET, HEAD, POST");
    const onlyPost = await nobody().get("/api/token/");
    expect(onlyPost.headers.get("allow")).toBe("POST");
    const one = await ada().call("POST", `/api/chat/messages/${randomUUID()}/`);
    expect(one.headers.get("allow")).toBe("GET, HEAD, PATCH, DELETE");
  });

  it.each([
    ["nobody", undefined],
    ["a bad token", "nonsense"],
    ["a token of somebody else's making", "eyJhbGciOiJub25lIn0.eyJ1c2VyX2lkIjoxfQ."],
  ])("asks %s to sign in", async (_who, access) => {
    const client = new ContractClient(server.url, form, access);
    for (const path of ["/api/chat/rooms/", "/api/users/me/", `/api/chat/rooms/${randomUUID()}/`]) {
      expectRefused(await client.get(path), 401, "unauthorized");
    }
    expectRefused(await client.post("/api/token/revoke-all/"), 401, "unauthorized");
  });

  it("takes an id that can be none as unknown in a path and as invalid in a query or body", async () => {
    for (const id of ["1", "not-a-uuid", `${randomUUID()}0`]) {
      expectRefused(await ada().get(`/api/chat/rooms/${id}/`), 404, "not_found");
      expectRefused(await ada().get(`/api/chat/messages/?room=${id}`), 400, "invalid_input", "room");
      expectRefused(await ada().post("/api/chat/messages/", { room: id, content: "x" }), 400, "invalid_input", "room");
    }
    for (const id of ["0", "-1", "1.5", "abc", "99999999999"]) {
      expectRefused(await ada().get(`/api/chat/participants/${id}/`), 404, "not_found");
      expectRefused(await ada().get(`/api/tasks/${id}/`), 404, "not_found");
    }
    expectRefused(await ada().get("/api/tasks/?assigned_to=abc"), 400, "invalid_input", "assigned_to");
    const body = { room_type: "direct", participant_ids: ["abc"] };
    expectRefused(await ada().post("/api/chat/rooms/", body), 400, "invalid_input", "participant_ids.0");
  });

  it("pages by number: absolute links, exact count, 404 past the end, 100 at most", async () => {
    const names = ["One", "Two", "Three"].map((name) => `${name} ${form}`);
    for (const name of names) await ada().post("/api/chat/rooms/", { room_type: "group", name, participant_ids: [] });
    const first = await ada().get("/api/chat/rooms/?page_size=2");
    const { count, next, previous, results } = first.body as Page<Room>;
    expect(count).toBeGreaterThanOrEqual(3);
    expect(results).toHaveLength(2);
    expect(previous).toBeNull();
    expect(next).toBe(`http://localhost:3000/api/chat/rooms${form}?page_size=2&page=2`);
    const second = (await ada().get("/api/chat/rooms/?page_size=2&page=2")).body as Page<Room>;
    expect(second.previous).toContain("page=1");
    expect(second.results.map((r) => r.id)).not.toContain(results[0]?.id);
    const all = (await ada().get("/api/chat/rooms/?page_size=5000")).body as Page<Room>;
    expect(all).toMatchObject({ count, next: null, previous: null });
    expectRefused(await ada().get("/api/chat/rooms/?page=999"), 404, "not_found");
    for (const page of ["0", "-1", "x", ""]) {
      expectRefused(await ada().get(`/api/chat/rooms/?page=${page}`), 400, "invalid_input", "page");
    }
    expectRefused(await ada().get("/api/chat/rooms/?page_size=0"), 400, "invalid_input", "page_size");
  });

  it.each([
    "/api/users/",
    "/api/properties/",
    "/api/tasks/",
    "/api/chat/messages/",
    "/api/chat/rooms/",
    "/api/chat/participants/?room=ROOM",
    "/api/chat/typing/?room=ROOM",
  ])("pages %s like every list", async (path) => {
    const room = await makeRoom(ada());
    const list = path.replace("ROOM", room);
    const joint = list.includes("?") ? "&" : "?";
    const page = (await ada().get(`${list}${joint}page=1&page_size=100`)).body as Page<unknown>;
    expect(Object.keys(page).sort()).toEqual(["count", "next", "previous", "results"]);
    expectRefused(await ada().get(`${list}${joint}page=77`), 404, "not_found");
  });

  it("tells apart a broken body, a wrong media type and one that is too large", async () => {
    const path = "/api/chat/rooms/";
    expectRefused(await ada().post(path, "{", { "content-type": "application/json" }), 400, "invalid_input");
    for (const body of ["[]", "null", '"text"', "7"]) expectRefused(await ada().post(path, body), 400, "invalid_input");
    expectRefused(await ada().post(path, {}), 400, "invalid_input", "participant_ids");
    expectRefused(await ada().post(path, { participant_ids: [], surprise: 1 }), 400, "invalid_input", "surprise");
    expectRefused(await ada().post(path, "a=b", { "content-type": "text/plain" }), 415, "unsupported_media_type");
    const large = { room_type: "group", participant_ids: [], name: "x".repeat(300_000) };
    expectRefused(await ada().post(path, large), 413, "too_large");
  });

  it("limits rates, and says how long to wait", async () => {
    const settings = config();
    settings.RATE_LIMITS = "on";
    try {
      const wrong = { username: `nobody${form.length}`, password: "wrong" };
      const tries = [];
      for (let i = 0; i < 12; i++) tries.push(await nobody().post("/api/token/", wrong));
      expect(tries[0]?.status).toBe(401);
      const last = tries.at(-1);
      if (last) expectRefused(last, 429, "rate_limited");
      expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    } finally {
      settings.RATE_LIMITS = "off";
    }
  });
});

type Page<T> = { count: number; next: string | null; previous: string | null; results: T[] };

async function makeRoom(client: ContractClient): Promise<string> {
  const made = await client.post("/api/chat/rooms/", { room_type: "group", name: "Paged", participant_ids: [] });
  return (made.body as Room).id;
}
