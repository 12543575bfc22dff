import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { startS3Server } from "@/e2e/setup/s3-server";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { diskStorage } from "./disk-storage";
import { s3Storage } from "./s3-storage";
import type { Storage } from "./storage";
import { removeStaleTemporaryFiles, temporaryFile } from "./temporary-files";

const folder = (process.env.DATA_DIR = await temporaryFolder());
const s3 = await startS3Server();
afterAll(() => s3.stop());

const kinds: [string, Storage][] = [
  ["disk", diskStorage(folder)],
  [
    "S3",
    s3Storage({
      S3_ENDPOINT: s3.url,
      S3_BUCKET: "files",
      S3_REGION: "us-east-1",
      S3_ACCESS_KEY_ID: "key",
      S3_SECRET_ACCESS_KEY: "secret",
    }),
  ],
];

describe.each(kinds)("Storage on %s", (_name, storage) => {
  it("takes a file over, gives it whole and in part, and forgets it", async () => {
    const key = randomBytes(20).toString("hex");
    const bytes = randomBytes(300_000);
    const path = await temporaryFile();
    await writeFile(path, bytes);
    expect(await storage.open(key)).toBeNull();
    await storage.put(key, { path, size: bytes.length, contentType: "image/webp" });
    expect(existsSync(path)).toBe(false);
    const read = async (range?: { start: number; end: number }) => {
      const stream = await storage.open(key, range);
      return stream && (await buffer(stream));
    };
    expect((await read())?.equals(bytes)).toBe(true);
    expect((await read({ start: 70_000, end: 200_000 }))?.equals(bytes.subarray(70_000, 200_001))).toBe(true);
    // A reader that leaves early harms nobody.
    (await storage.open(key))?.destroy();
    await storage.remove(key);
    await storage.remove(key);
    expect(await storage.open(key)).toBeNull();
  });
});

it("keeps disk keys to their own form", async () => {
  const [, disk] = kinds[0] as [string, Storage];
  await expect(disk.open("../auth-secret")).rejects.toThrow("40 hexadecimal digits");
});

it("removes what broke off long ago, and nothing that is being written", async () => {
  const path = await temporaryFile();
  await writeFile(path, "half");
  await removeStaleTemporaryFiles(60_000);
  expect(existsSync(path)).toBe(true);
  await removeStaleTemporaryFiles(-60_000);
  expect(existsSync(path)).toBe(false);
});
