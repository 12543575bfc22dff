import { randomUUID } from "node:crypto";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/database";
import type { Attachment, Message } from "@/lib/contract/shapes";
import { sweepOrphans } from "@/lib/domain/attachments/forget-files";
import { cast, type Person } from "./setup/cast";
import { hostileFiles } from "./setup/hostile-files";
import { hostileFilesDocument } from "./setup/hostile-files-document";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile, postForm, type Sending, uploadInParts } from "./setup/upload";

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

const messages = "/api/chat/messages/";
const corpus = await hostileFiles();
/** The three ways in. All of them give the same answer. */
const ways: Record<string, (file: Sending) => Promise<{ status: number; body: unknown }>> = {
  "with its message": (file) => postForm(people.ada, messages, { room }, { attachment: file }),
  "before its message": upload,
  "in parts": (file) => uploadInParts(people.ada, file),
};

describe.each(Object.entries(ways))("Sent %s", (_way, send) => {
  it.each(corpus.filter(({ answer }) => typeof answer === "number"))(
    "$what is refused with $answer, and nothing of it is kept",
    async ({ file, answer }) => {
      const before = await filesOnDisk();
      const given = await send(file);
      expect(given.status).toBe(answer);
      expect((given.body as { error: string }).error).toMatch(/^[A-Z].+\.$/);
      expect(await filesOnDisk()).toEqual(before);
    },
  );

  it.each(corpus.filter(({ answer }) => typeof answer === "string"))(
    "$what is $answer, and never runs",
    async ({ file, answer }) => {
      const given = await send(file);
      expect(given.status, JSON.stringify(given.body)).toBe(201);
      const stored = (given.body as Message).attachments?.[0] ?? (given.body as Attachment);
      const served = await getFile(server.url, stored.url, { authorization: `Bearer ${people.ada.access}` });
      const header = (name: string) => served.headers.get(name) ?? "";
      expect(header("x-content-type-options")).toBe("nosniff");
      expect(header("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
      expect(header("content-disposition")).toMatch(answer === "made anew" ? /^inline; / : /^attachment; /);
      expect(header("content-type")).toMatch(
        /^(image\/(jpeg|png|gif|webp)|application\/(pdf|zip)|text\/(plain|csv); charset=utf-8)$/,
      );
      const bytes = Buffer.from(await served.arrayBuffer());
      if (answer === "made anew") expect(bytes.includes("<script")).toBe(false);
    },
  );
});

it("has its answers in the documentation", async () => {
  const { format, resolveConfig } = await import("prettier");
  const options = { ...(await resolveConfig("docs/HOSTILE-FILES.md")), parser: "markdown" };
  await expect(await format(hostileFilesDocument(corpus), options)).toMatchFileSnapshot("../docs/HOSTILE-FILES.md");
});

describe("What is taken", () => {
  it.each([
    ["../../../etc/passwd.jpg", "passwd.jpg"],
    ["C:\\Windows\\system32\\evil.jpg", "evil.jpg"],
    [".htaccess.jpg", "htaccess.jpg"],
    ["bill\u202egpj.exe.jpg", "billgpj.exe.jpg"],
    ["a\tb\u0007\u2028c.jpg", "abc.jpg"],
    ["picture.png", "picture.jpg"],
    ["blob", "blob.jpg"],
    ["..%2f..%2fetc%2fpasswd.jpg", "%2f..%2fetc%2fpasswd.jpg"],
    ["a\0.exe\0.jpg", "a.exe.jpg"],
    ['a"\r\nX-Evil: 1.jpg', "a%22%0D%0AX-Evil: 1.jpg"],
    ["\u202e\u2066\u200f.jpg", "jpg.jpg"],
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
