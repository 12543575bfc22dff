import { DrizzleQueryError } from "drizzle-orm";
import { expect, it } from "vitest";
import { plainError } from "./plain-error";

it("tells why a query failed, and nothing of what people wrote", () => {
  const reason = Object.assign(new Error("value too long"), {
    code: "22001",
    detail: "Failing row contains (secret).",
  });
  const failed = new DrizzleQueryError("insert into messages values ($1)", ["secret"], reason);
  const line = JSON.stringify(plainError(failed));
  expect(line).toContain("22001");
  expect(line).toContain("value too long");
  expect(line).not.toContain("secret");
});
