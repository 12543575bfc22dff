import { expect, test } from "vitest";
import { snippetParts } from "@/lib/client/snippet-parts";

test("marks become parts, and what looks like HTML stays text", () => {
  expect(snippetParts("The <mark>key</mark> &lt;b&gt; is &amp;lt; <mark>here</mark>")).toEqual([
    { text: "The ", found: false },
    { text: "key", found: true },
    { text: " <b> is &lt; ", found: false },
    { text: "here", found: true },
  ]);
});
