import compile from "icu-minify/compile";
import { expect, test } from "vitest";
import en from "./catalogues/en.json";
import es from "./catalogues/es.json";
import vi from "./catalogues/vi.json";

type Tree = { [key: string]: string | Tree };

function messages(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : messages(value, `${path}${key}.`),
  );
}

/** Names of values: `{name}` or `{name, …`. What stands behind a selector, as in `=0 {Add}`, is text. */
const values = (message: string) => [
  ...new Set(message.match(/(?<!(?:=\d+|zero|one|two|few|many|other) )\{\w+(?=[},])/g)),
];

test.each([
  ["Spanish", es],
  ["Vietnamese", vi],
])("%s says everything that English says, with the same values", (_, catalogue) => {
  const own = new Map(messages(catalogue));
  expect([...own.keys()]).toEqual(messages(en).map(([key]) => key));
  for (const [key, message] of messages(en)) {
    const said = own.get(key) ?? "";
    expect(() => compile(said), key).not.toThrow();
    expect(said.trim(), key).not.toBe("");
    for (const value of values(message)) expect(said, key).toContain(value);
  }
});
