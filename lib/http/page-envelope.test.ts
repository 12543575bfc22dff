import { expect, it } from "vitest";
import { pageEnvelope } from "./page-envelope";

const url = new URL("http://somewhere.else/api/chat/rooms?search=a%20b&page=2&page_size=2");

it("links from APP_URL, whatever host the request claims, and keeps the query", () => {
  const { next, previous, count } = pageEnvelope({ count: 5, results: [3, 4] }, { page: 2, page_size: 2 }, url);
  expect(count).toBe(5);
  expect(next).toBe("http://localhost:3000/api/chat/rooms?search=a+b&page=3&page_size=2");
  expect(previous).toBe("http://localhost:3000/api/chat/rooms?search=a+b&page=1&page_size=2");
});

it("has a first page when there is nothing, and no page past the end", () => {
  const nothing = { count: 0, results: [] };
  expect(pageEnvelope(nothing, { page: 1, page_size: 50 }, url)).toMatchObject({ next: null, previous: null });
  expect(() => pageEnvelope(nothing, { page: 2, page_size: 50 }, url)).toThrow("no such page");
});
