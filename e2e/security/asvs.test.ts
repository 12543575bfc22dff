import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";

/** What OWASP asks of an application of level 2, requirement by requirement: `docs/security/ASVS.md` is made from this. */
const requirement = z.strictObject({
  id: z.string().regex(/^V\d{1,2}\.\d{1,2}\.\d{1,2}$/),
  level: z.literal([1, 2]),
  is: z.enum(["met", "partly", "not met", "not applicable"]),
  because: z.string().min(1),
  seen_by: z.array(z.string()),
});
const file = z.strictObject({
  standard: z.string(),
  chapters: z.record(z.string(), z.string()),
  requirements: z.array(requirement),
});
type Requirement = z.infer<typeof requirement>;

const { chapters, requirements } = file.parse(JSON.parse(await readFile("docs/security/asvs.json", "utf8")));
const folder = "docs/security";

it("has a line for each requirement of levels 1 and 2, once", () => {
  const ids = requirements.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  // As many as version 5.0.0 has.
  const [first, second] = [1, 2].map((level) => requirements.filter((one) => one.level === level).length);
  expect([first, second]).toEqual([70, 183]);
  expect(new Set(ids.map((id) => id.split(".")[0]))).toEqual(new Set(Object.keys(chapters)));
});

it("names tests and documents that exist", () => {
  for (const { id, because, seen_by } of requirements) {
    for (const name of seen_by) {
      expect(name, id).toMatch(/\.(test|journey)\.tsx?$/);
      expect(existsSync(name), `${id}: ${name}`).toBe(true);
    }
    for (const [, link] of because.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
      expect(existsSync(path.join(folder, link ?? "")), `${id}: ${link}`).toBe(true);
    }
  }
});

const cell = ({ id, level, is, because, seen_by }: Requirement) => {
  const names = seen_by.map((name) => `[${path.basename(name)}](../../${name})`);
  return `| ${id} | ${level} | ${is} | ${[because, ...names].join(" ").replaceAll("|", "\\|")} |`;
};

it("is written down in ASVS.md", async () => {
  const count = (is: Requirement["is"]) => requirements.filter((one) => one.is === is).length;
  const sums = (["met", "partly", "not met", "not applicable"] as const).map((is) => `${count(is)} ${is}`);
  const sections = Object.entries(chapters).map(([id, name]) => {
    const mine = requirements.filter((one) => one.id.startsWith(`${id}.`)).map(cell);
    return `## ${id} ${name}\n\n| requirement | level | is | because; seen by |\n| --- | --- | --- | --- |\n${mine.join("\n")}`;
  });
  const text = `# OWASP ASVS 5.0.0, levels 1 and 2

Every requirement of the [Application Security Verification Standard](https://github.com/OWASP/ASVS/tree/v5.0.0) of level 1
and 2, by its number, with what this product does about it and the test that sees it. ${sums.join(", ")}.

Made from \`asvs.json\` by \`npx vitest run e2e/security/asvs -u\`; change that file, not this one.

${sections.join("\n\n")}
`;
  await expect(text).toMatchFileSnapshot("../../docs/security/ASVS.md");
});
