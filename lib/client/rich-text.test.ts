import { describe, expect, test } from "vitest";
import { isJumbo, parseInline, parseRichText } from "./rich-text";

const text = (value: string) => ({ kind: "text", text: value });

describe("the Markdown subset", () => {
  test("marks nest, and marks inside words are letters", () => {
    expect(parseInline("**all *done***")).toEqual([
      { kind: "bold", children: [text("all "), { kind: "italic", children: [text("done")] }] },
    ]);
    expect(parseInline("snake_case_name 2*3*4")).toEqual([text("snake_case_name 2*3*4")]);
  });

  test("code keeps its text as it is", () => {
    expect(parseInline("`**4471#**`")).toEqual([{ kind: "code", text: "**4471#**" }]);
    expect(parseRichText("```\n# no\n- heading\n```")).toEqual([{ kind: "code", text: "# no\n- heading" }]);
  });

  test("only web addresses are links, without the stop of the sentence", () => {
    expect(parseInline("see https://a.example/b?c=1.")).toEqual([
      text("see "),
      { kind: "link", href: "https://a.example/b?c=1", text: "https://a.example/b?c=1" },
      text("."),
    ]);
    expect(parseInline("javascript:alert(1)")).toEqual([text("javascript:alert(1)")]);
  });

  test("a mention stands at a word's edge; an e-mail address is none", () => {
    expect(parseInline("@linh ok")).toEqual([{ kind: "mention", username: "linh" }, text(" ok")]);
    expect(parseInline("a@linh.example")).toEqual([text("a@linh.example")]);
  });

  test("quotes, lists and paragraphs are blocks", () => {
    expect(parseRichText("> quoted\n1. one\n2. two\nrest").map((block) => block.kind)).toEqual([
      "quote",
      "list",
      "paragraph",
    ]);
  });

  test("a few emoji alone are shown large", () => {
    expect(isJumbo("👍")).toBe(true);
    expect(isJumbo("👍 ok")).toBe(false);
    expect(isJumbo("12")).toBe(false);
  });
});
