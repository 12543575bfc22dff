import { expect, it } from "vitest";
import { messageContent, pageQuery, uuidIn } from "./inputs";

it("counts an emoji as one of 10,000 characters", () => {
  expect(messageContent.safeParse("😀".repeat(10_000)).success).toBe(true);
  expect(messageContent.safeParse("😀".repeat(10_001)).success).toBe(false);
  expect(messageContent.safeParse(` ${"x".repeat(10_000)} `).success).toBe(true);
});

it("trims, mends half an emoji, and refuses NUL and nothing", () => {
  expect(messageContent.parse(" hello \n")).toBe("hello");
  expect(messageContent.parse("half \ud83d")).toBe("half \ufffd");
  expect(messageContent.safeParse("a\0b").success).toBe(false);
  expect(messageContent.safeParse(" \n ").success).toBe(false);
});

it("counts a page size above 100 as 100 and refuses what is no number from 1", () => {
  expect(pageQuery.page_size.parse("5000")).toBe(100);
  expect(pageQuery.page_size.parse(undefined)).toBe(50);
  for (const wrong of ["0", "-1", "1.5", "x", ""]) expect(pageQuery.page.safeParse(wrong).success).toBe(false);
});

it("takes ids in either case as the same", () => {
  expect(uuidIn.parse("0199AAAA-BBBB-7CCC-8DDD-EEEEEEEEEEEE")).toBe("0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee");
});
