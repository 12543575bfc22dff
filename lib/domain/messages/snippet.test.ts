import { expect, test } from "vitest";
import { searchTerms } from "./search-terms";
import { snippet } from "./snippet";

const show = (content: string, folded: string) => snippet(content, searchTerms(folded));

test("everything but the marks is escaped", () => {
  expect(show(`<script>alert("x")</script> & 'keys'`, "script keys")).toBe(
    "&lt;<mark>script</mark>&gt;alert(&quot;x&quot;)&lt;/<mark>script</mark>&gt; &amp; &#39;<mark>keys</mark>&#39;",
  );
  expect(show("a <mark>fake</mark> one", "fake")).toBe("a &lt;mark&gt;<mark>fake</mark>&lt;/mark&gt; one");
});

test("the marks stand on the original letters", () => {
  expect(show("Đừng quên dọn phòng", "dung phong")).toBe("<mark>Đừng</mark> quên dọn <mark>phòng</mark>");
  expect(show("La ni\u006e\u0303a llegó".normalize("NFD"), "nina")).toContain("<mark>");
  expect(show("ﾀﾞｲﾆﾝｸﾞを清掃", "ダイニング 清掃")).toBe("<mark>ﾀﾞｲﾆﾝｸﾞ</mark>を<mark>清掃</mark>");
  expect(show("İstanbul and Straße", "strasse")).toBe("İstanbul and <mark>Straße</mark>");
});

test("a typo and the start of a word are marked", () => {
  expect(show("the kitchne is clean", "kitchen cle")).toBe("the <mark>kitchne</mark> is <mark>cle</mark>an");
});

test("a long text is cut around the first match, never through a character", () => {
  const html = show(`${"😀 filler text ".repeat(40)}the boiler broke ${"😀".repeat(200)}`, "boiler");
  expect(html).toMatch(/^….*<mark>boiler<\/mark>.*…$/u);
  expect(html.length).toBeLessThan(200);
  expect(html).not.toMatch(/\p{Surrogate}/u);
});

test("without a match it is the beginning", () => {
  expect(show("word ".repeat(100), "nothing")).toMatch(/^word word .*…$/);
});
