import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { stripMovie } from "./strip-movie";

const folder = await temporaryFolder();

function box(type: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

const numbers = (...all: number[]) => {
  const bytes = Buffer.alloc(4 * all.length);
  all.forEach((value, i) => bytes.writeUInt32BE(value, 4 * i));
  return bytes;
};

/** A track of one chunk of two samples, four bytes each. */
const track = (handler: string, at: number) =>
  box(
    "trak",
    box("tkhd", numbers(0, 7, 7, 1, 0, 100)),
    box("udta", "Berlin"),
    box(
      "mdia",
      box("hdlr", numbers(0, 0), handler, numbers(0, 0, 0), "A camera\0"),
      box(
        "minf",
        box("stbl", box("stco", numbers(0, 1, at)), box("stsz", numbers(0, 4, 2)), box("stsc", numbers(0, 1, 1, 2, 1))),
      ),
    ),
  );

async function stripped(bytes: Buffer): Promise<Buffer> {
  const file = path.join(folder, "film");
  await writeFile(file, bytes);
  await stripMovie(file);
  return readFile(file);
}

const film = (handler: string) => {
  const head = Buffer.concat([box("ftyp", "qt  "), box("wide")]);
  const at = head.length + 8;
  return Buffer.concat([
    head,
    box("mdat", "PICTUREs", "52.5N013"),
    box("moov", box("mvhd", numbers(0, 7, 7, 1000)), track("vide", at), track(handler, at + 8), box("meta", "Berlin")),
    box("uuid", "Berlin"),
    Buffer.from("no box: Berlin"),
  ]);
};

it("keeps pictures and sound where they are, and empties all else", async () => {
  const before = film("soun");
  const after = await stripped(before);
  expect(after.length).toBe(before.length);
  expect(after.includes("PICTUREs52.5N013")).toBe(true);
  for (const word of ["Berlin", "camera", "udta", "uuid", "meta"]) expect(after.includes(word), word).toBe(false);
  // When it was taken goes; how long it is stays.
  expect(after.subarray(after.indexOf("mvhd") + 4).subarray(0, 16)).toEqual(numbers(0, 0, 0, 1000));
  expect(await stripped(after)).toEqual(after);
});

it.each(["meta", "camm", "data"])(
  "takes the places that a camera writes beside the pictures: a track of %s",
  async (kind) => {
    const after = await stripped(film(kind));
    expect(after.includes("PICTUREs")).toBe(true);
    expect(after.includes("52.5N")).toBe(false);
    expect([...after.toString("latin1").matchAll(/trak/g)]).toHaveLength(1);
  },
);

it.each([
  [
    "a box that is longer than the file",
    Buffer.concat([box("ftyp", "isom"), numbers(1_000_000), Buffer.from("udtaBerlin")]),
  ],
  ["a box that ends before it begins", Buffer.concat([box("ftyp", "isom"), numbers(3), Buffer.from("udtaBerlin")])],
  [
    "a long box that ends before it begins",
    Buffer.concat([numbers(1), Buffer.from("udta"), numbers(0, 5), Buffer.from("Berlin")]),
  ],
  ["a box without an end", Buffer.concat([box("ftyp", "isom"), numbers(0), Buffer.from("udtaBerlin")])],
])("is not led astray by %s", async (_what, bytes) => {
  const after = await stripped(bytes);
  expect(after.length).toBe(bytes.length);
  expect(after.includes("Berlin")).toBe(false);
});

it.each([
  ["boxes without number", Buffer.concat(Array.from({ length: 100_001 }, () => box("free")))],
  ["a table that promises more than it holds", box("moov", track("meta", 0xffffffff))],
  ["a film packed in a film", box("moov", box("cmov", "x"))],
])("refuses %s", async (_what, bytes) => {
  await expect(stripped(bytes)).rejects.toMatchObject({ code: "unprocessable" });
});
