import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Upload } from "@tus/server";
import { afterAll, describe, expect, it } from "vitest";
import { startS3Server } from "@/e2e/setup/s3-server";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { diskStorage } from "./disk-storage";
import { diskUploadStore } from "./disk-upload-store";
import { s3Storage } from "./s3-storage";
import { s3UploadStore } from "./s3-upload-store";
import type { Storage } from "./storage";
import { removeStaleTemporaryFiles, temporaryFile } from "./temporary-files";
import type { UploadStore } from "./upload-store";

const folder = (process.env.DATA_DIR = await temporaryFolder());
const s3 = await startS3Server();
afterAll(() => s3.stop());

const kinds: [string, Storage][] = [
  ["disk", diskStorage(folder)],
  ["S3", s3Storage(s3.settings)],
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

const stores: [string, () => UploadStore][] = [
  ["disk", () => diskUploadStore(folder)],
  ["S3", () => s3UploadStore(s3.settings)],
];

describe.each(stores)("Uploads in parts on %s", (_name, open) => {
  const bytes = randomBytes(9_000_000);
  const begin = async (node: UploadStore) => {
    const id = randomUUID();
    await node.tus.create(new Upload({ id, size: bytes.length, offset: 0, metadata: { filename: "é.txt" } }));
    return id;
  };
  const write = (node: UploadStore, id: string, from: number, to: number) =>
    node.tus.write(Readable.from([bytes.subarray(from, to)]), id, from);

  it("go on at another node where they broke off, are taken whole, and forgotten", async () => {
    const [one, other] = [open(), open()];
    const id = await begin(one);
    expect(await write(one, id, 0, 6_000_000)).toBe(6_000_000);
    expect(await one.tus.getUpload(id)).toMatchObject({ offset: 6_000_000, metadata: { filename: "é.txt" } });
    expect(await write(other, id, 6_000_000, 6_000_100)).toBe(6_000_100);
    await write(other, id, 6_000_100, bytes.length);
    const whole = await one.tus.getUpload(id);
    expect(whole.offset).toBe(bytes.length);
    const path = (await one.take(whole)) ?? "none";
    expect((await readFile(path)).equals(bytes)).toBe(true);
    await one.forget(id);
    await one.forget(id);
    if (one.takes === "copies") expect(await other.take(whole)).toBeNull();
    await expect(other.tus.getUpload(id)).rejects.toBeDefined();
    expect(existsSync(path)).toBe(one.takes === "copies");
  });

  it("are given up before they are whole, and leave nothing", async () => {
    const [one, other] = [open(), open()];
    const id = await begin(one);
    await write(one, id, 0, 100);
    await other.tus.remove(id);
    await expect(one.tus.getUpload(id)).rejects.toBeDefined();
  });
});
