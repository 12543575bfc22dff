import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { workOnPicture } from "./picture-worker";

const folder = await mkdtemp(path.join(tmpdir(), "aristay-pictures-"));
afterAll(() => rm(folder, { recursive: true }));

/** An iPhone's picture that says of itself how large it is: in each `ispe` box, behind four bytes of version and flags. */
async function heicOf(width: number, height: number): Promise<string> {
  const bytes = await readFile("e2e/setup/sample.heic");
  for (let at = bytes.indexOf("ispe"); at >= 0; at = bytes.indexOf("ispe", at + 1)) {
    bytes.writeUInt32BE(width, at + 8);
    bytes.writeUInt32BE(height, at + 12);
  }
  const source = path.join(folder, `${width}.heic`);
  await writeFile(source, bytes);
  return source;
}

const job = (source: string) => ({
  source,
  heic: true,
  animated: false,
  format: "jpeg" as const,
  whole: path.join(folder, "whole"),
  preview: path.join(folder, "preview"),
  thumbnail: path.join(folder, "thumbnail"),
});

it("opens no HEIC of more pixels than memory is given for, whatever else is wrong with it", async () => {
  await expect(workOnPicture(job(await heicOf(8000, 6600)))).rejects.toThrow("It has too many pixels.");
});

it("opens the same picture when it is as large as it is", async () => {
  const { width, height } = await workOnPicture(job("e2e/setup/sample.heic"));
  expect(width * height).toBeGreaterThan(0);
});
