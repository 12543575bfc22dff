import { expect, it } from "vitest";
import { asChatError } from "./as-chat-error";

/** As the driver throws what the database said, wrapped by drizzle. */
const said = (code: string) => new Error("Failed query", { cause: Object.assign(new Error("said"), { code }) });

it.each([
  ["57P01", "unavailable"],
  ["ECONNRESET", "unavailable"],
  ["26000", "unavailable"],
  ["40P01", "timeout"],
  ["53100", "unavailable"],
  ["22021", "invalid_input"],
  ["23505", "conflict"],
  ["42601", "internal"],
])("%s of the database is told as %s", (code, told) => {
  expect(asChatError(said(code)).code).toBe(told);
});
