import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/database";
import type { Attachment, Message } from "@/lib/contract/shapes";
import { sweepOrphans } from "@/lib/domain/attachments/forget-files";
import { cast, type Person } from "./setup/cast";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile, postForm, type Sending } from "./setup/upload";

const folder = (process.env.DATA_DIR = await temporaryFolder());
await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;
let jpeg: Buffer;

beforeAll(async () => {
  await mkdir(path.join(folder, "files"));
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
  jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#3a7" } })
    .jpeg()
    .toBuffer();
});
afterAll(() => server.stop());

const upload = (file: Sending) => postForm(people.ada, "/api/chat/attachments/", {}, { file });
const filesOnDisk = async () =>
  (await readdir(path.join(folder, "files"), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

const script = "<script>alert(document.domain)</script>";
const svg = `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`;
/** Says that it is 65,535 pixels wide and high, in 40 bytes. */
const bomb = Buffer.concat([
  Buffer.from("GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff", "latin1"),
  Buffer.from("\x2c\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0\x3b", "latin1"),
]);

const refusals: [string, () => Sending, number][] = [
  ["an SVG with a script", () => ({ bytes: svg, name: "a.svg", type: "image/svg+xml" }), 415],
  ["an SVG with a declaration", () => ({ bytes: `<?xml version="1.0"?>${svg}`, name: "a.svg" }), 415],
  ["an SVG called a PNG", () => ({ bytes: svg, name: "a.png", type: "image/png" }), 415],
  ["a page", () => ({ bytes: `<!doctype html>${script}`, name: "a.html", type: "text/html" }), 415],
  ["a page called a text", () => ({ bytes: `\ufeff\n <HTML>${script}`, name: "a.txt", type: "text/plain" }), 415],
  ["a page called a picture", () => ({ bytes: `<html>${script}`, name: "a.jpg", type: "image/jpeg" }), 415],
  ["a text called a picture", () => ({ bytes: "no picture", name: "a.jpg", type: "image/jpeg" }), 415],
  ["a program called a picture", () => ({ bytes: `MZ\x90\0${"\0".repeat(60)}`, name: "a.jpg" }), 415],
  ["a program without a name", () => ({ bytes: `\x7fELF${"\0".repeat(60)}`, name: "" }), 415],
  ["an installer in the box of old Office files", () => ({ bytes: cfb(), name: "a.msi" }), 415],
  ["a PDF called a picture", () => ({ bytes: "%PDF-1.7\n%x\n", name: "a.jpg" }), 415],
  ["a picture called a PDF", () => ({ bytes: jpeg, name: "a.pdf", type: "application/pdf" }), 415],
  ["a PDF declared a picture", () => ({ bytes: "%PDF-1.7\n%x\n", name: "a.pdf", type: "image/png" }), 415],
  ["a script", () => ({ bytes: "alert(1)", name: "a.js", type: "text/javascript" }), 415],
  ["binary called a text", () => ({ bytes: "a\0b\x01", name: "a.csv", type: "text/csv" }), 415],
  ["nothing", () => ({ bytes: "", name: "a.jpg", type: "image/jpeg" }), 400],
  ["half a picture", () => ({ bytes: jpeg.subarray(0, jpeg.length / 2), name: "a.jpg" }), 422],
  ["the head of a picture", () => ({ bytes: jpeg.subarray(0, 30), name: "a.jpg" }), 422],
  ["a script in a GIF's head", () => ({ bytes: `GIF89a/*${script}*/=1;alert(1)`, name: "a.gif" }), 422],
  ["a picture of too many pixels", () => ({ bytes: bomb, name: "a.gif" }), 422],
  ["a byte too many", () => ({ bytes: Buffer.alloc(25 * 1024 * 1024 + 1, "a"), name: "a.txt" }), 413],
  ["far too many bytes", () => ({ bytes: Buffer.alloc(29 * 1024 * 1024, "a"), name: "a.txt" }), 413],
];

function cfb(): Buffer {
  return Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
}

it.each(refusals)("refuses %s, and keeps nothing of it", async (_what, file, status) => {
  const before = await filesOnDisk();
  for (const answer of [await upload(file()), await postForm(people.ada, messages, { room }, { attachment: file() })]) {
    expect(answer.status).toBe(status);
  }
  expect(await filesOnDisk()).toEqual(before);
});

const messages = "/api/chat/messages/";

describe("What is taken", () => {
  it("is made anew: what was hidden in a picture is gone", async () => {
    const hidden = Buffer.concat([jpeg, Buffer.from(script), Buffer.from("PK\x03\x04 and a zip")]);
    const answer = await upload({ bytes: hidden, name: "a.jpg" });
    expect(answer.status).toBe(201);
    for (const file of await filesOnDisk()) expect((await readFile(file)).includes("<script")).toBe(false);
  });

  it.each([
    ["../../../etc/passwd.jpg", "passwd.jpg"],
    ["C:\\Windows\\system32\\evil.jpg", "evil.jpg"],
    [".htaccess.jpg", "htaccess.jpg"],
    ["bill\u202egpj.exe.jpg", "billgpj.exe.jpg"],
    ["a\tb\u0007\u2028c.jpg", "abc.jpg"],
    ["picture.png", "picture.jpg"],
    ["blob", "blob.jpg"],
    [`${"ü".repeat(300)}.jpg`, `${"ü".repeat(251)}.jpg`],
    ["😀\ud83d.jpg", "😀\ufffd.jpg"],
    ["...", "file.jpg"],
  ])("bears a clean name instead of %j", async (given, name) => {
    const answer = await upload({ bytes: jpeg, name: given });
    expect(answer.body).toMatchObject({ name });
    const served = await getFile(server.url, (answer.body as Attachment).url, {
      authorization: `Bearer ${people.ada.access}`,
    });
    expect(served.headers.get("content-disposition")).toMatch(
      /^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''\S+$/,
    );
  });

  it("may have 25 MB to the byte", async () => {
    const answer = await upload({ bytes: Buffer.alloc(25 * 1024 * 1024, "a"), name: "long.txt" });
    expect(answer).toMatchObject({ status: 201, body: { size: 25 * 1024 * 1024 } });
  });

  it("is swept after a day unless it was sent", async () => {
    const sent = await postForm(people.ada, messages, { room }, { attachment: { bytes: jpeg, name: "a.jpg" } });
    const fresh = (await upload({ bytes: jpeg, name: "fresh.jpg" })).body as Attachment;
    const old = (await upload({ bytes: jpeg, name: "old.jpg" })).body as Attachment;
    const kept = (sent.body as Message).attachments[0] as Attachment;
    await database().db.execute(sql`update attachments set created_at = clock_timestamp() - interval '25 hours'
      where id in (${old.id}, ${kept.id})`);
    const before = (await filesOnDisk()).length;
    await sweepOrphans();
    const status = async (file: Attachment) =>
      (await getFile(server.url, file.url, { authorization: `Bearer ${people.ada.access}` })).status;
    expect([await status(old), await status(fresh), await status(kept)]).toEqual([404, 200, 200]);
    expect((await filesOnDisk()).length).toBe(before - 2);
    const late = await people.ada.rest.post(messages, { room, content: "x", attachment_ids: [old.id, randomUUID()] });
    expect(late.status).toBe(400);
  });
});
