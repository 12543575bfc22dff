import { expect, it } from "vitest";
import { plainPreview } from "./plain-preview";

it("leaves out the marks and keeps what they stood around", () => {
  expect(plainPreview("A **new** __code__, ~~old~~, `1234`")).toBe("A new code, old, 1234");
  expect(plainPreview("> quoted\n> twice\n\nanswer")).toBe("quoted twice answer");
});

it("keeps marks that stand alone, and those of a found text", () => {
  expect(plainPreview("2 ** 3 and a_b_c")).toBe("2 ** 3 and a_b_c");
  expect(plainPreview("a **<mark>new</mark> code**")).toBe("a <mark>new</mark> code");
});
