import { expect, it } from "vitest";
import { handleApi } from "./handle-api";
import { routes } from "./routes";

const from = { address: "192.0.2.1" };
const ask = (method: string, path: string, init: RequestInit = {}) =>
  handleApi(new Request(`http://localhost:3000${path}`, { method, ...init }), from);
const someId = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";
const guarded = routes.filter(({ operation }) => operation.auth === "bearer");

it.each(guarded.map(({ operation }) => [operation.method, operation.path] as const))(
  "%s %s asks for a token, with and without the slash",
  async (method, path) => {
    const filled = path.replace("{emoji}", "%F0%9F%91%8D").replace(/\{\w+\}/g, someId);
    for (const form of [filled, filled.slice(0, -1)]) {
      const response = await ask(method, form);
      expect(response?.status).toBe(401);
      expect(response?.headers.get("www-authenticate")).toBe("Bearer");
      expect(await response?.json()).toMatchObject({ code: "unauthorized" });
    }
  },
);

it("has one id and one address for each operation", () => {
  const ids = routes.map(({ operation }) => operation.id);
  const addresses = routes.map(({ operation }) => `${operation.method} ${operation.path}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(addresses).size).toBe(addresses.length);
});

it.each(["/api/nothing/", "/api/", "/api/tasks/1/2/3", "/api/properties/%E0%A4%A"])("knows no %s", async (path) => {
  const response = await ask("GET", path);
  expect(response?.status).toBe(404);
  expect(await response?.json()).toMatchObject({ code: "not_found" });
});

it.each(["PUT", "DELETE", "OPTIONS"])(
  "refuses %s where it means nothing, and says what is possible",
  async (method) => {
    const response = await ask(method, "/api/tasks");
    expect(response?.status).toBe(405);
    expect(response?.headers.get("allow")).toBe("GET, HEAD, POST");
  },
);

it.each(["/api/auth/session", "/api/auth/callback/credentials"])("leaves %s to Next", async (path) => {
  expect(await ask("POST", path)).toBeNull();
});
