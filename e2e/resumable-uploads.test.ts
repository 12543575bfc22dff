import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { FileStore } from "@tus/file-store";
import sharp from "sharp";
import { Upload } from "tus-js-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import type { Attachment } from "@/lib/contract/shapes";
import type { UploadLimits } from "@/lib/contract/operations/attachments";
import { cast, type Person } from "./setup/cast";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile } from "./setup/upload";

const folder = (process.env.DATA_DIR = await temporaryFolder());
await useTestDatabase();
const { database } = await import("@/db/database");
const { sweepOrphans } = await import("@/lib/domain/attachments/forget-files");

let server: TestServer;
let people: Record<"ada" | "ben" | "vera", Person>;
beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", vera: "viewer" });
});
afterAll(() => server.stop());

const uploads = "/api/chat/uploads/";
const bearer = (person: Person) => ({ authorization: `Bearer ${person.access}` });
const tus = (person: Person, method: string, at: string, headers: Record<string, string> = {}, body?: Buffer) =>
  fetch(server.url + at, {
    method,
    headers: { "tus-resumable": "1.0.0", ...bearer(person), ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
const metadata = (name: string, type = "") =>
  `filename ${Buffer.from(name).toString("base64")},filetype ${Buffer.from(type).toString("base64")}`;
const begin = (person: Person, size: number, name = "photo.jpg") =>
  tus(person, "POST", uploads, { "upload-length": String(size), "upload-metadata": metadata(name) });
const begun = async (person: Person, size: number, name?: string) =>
  (await begin(person, size, name)).headers.get("location") ?? "";
const append = (person: Person, at: string, offset: number, body: Buffer, headers: Record<string, string> = {}) =>
  tus(
    person,
    "PATCH",
    at,
    { "content-type": "application/offset+octet-stream", "upload-offset": String(offset), ...headers },
    body,
  );
const finish = (person: Person, at: string, body: unknown = {}) => person.rest.post(`${at}finish/`, body);
const left = async () => (await readdir(path.join(folder, "files", "uploads"))).length;
const picture = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: "#3a7" } })
    .jpeg()
    .toBuffer();

/** A line that breaks after so many bytes, again and again, and counts what went over it. */
async function badLine(port: number, cuts: number[]): Promise<{ port: number; sent: () => number; stop(): void }> {
  let sent = 0;
  const line = net.createServer((near) => {
    const far = net.connect(port, "127.0.0.1");
    for (const end of [near, far]) end.on("error", () => undefined);
    const break_ = () => {
      near.destroy();
      far.destroy();
    };
    near.on("close", break_);
    far.on("close", break_);
    far.pipe(near);
    near.on("data", (bytes) => {
      sent += bytes.length;
      if (sent > (cuts[0] ?? Infinity)) {
        cuts.shift();
        break_();
      } else if (!far.write(bytes)) {
        near.pause();
        far.once("drain", () => near.resume());
      }
    });
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  const { port: at } = line.address() as net.AddressInfo;
  return { port: at, sent: () => sent, stop: () => line.close() };
}

it("arrives over a line that breaks five times, without sending more than 1.3 times its bytes", async () => {
  // Noise does not compress: 20 MB of it, as a text that may be stored.
  const bytes = Buffer.from(randomBytes(15 * 1024 * 1024).toString("base64"));
  const cuts = [1, 5, 9, 13, 17].map((mb) => mb * 1024 * 1024);
  const line = await badLine(server.port, cuts);
  let upload!: Upload;
  await new Promise<void>((resolve, reject) => {
    upload = new Upload(bytes, {
      endpoint: `http://127.0.0.1:${line.port}${uploads}`,
      retryDelays: [0, 0, 0, 0, 0, 0],
      headers: bearer(people.ada),
      metadata: { filename: "log.txt", filetype: "text/plain" },
      onSuccess: () => resolve(),
      onError: reject,
    });
    upload.start();
  });
  line.stop();
  expect(cuts).toEqual([]);
  expect(line.sent()).toBeLessThan(bytes.length * 1.3);
  const done = await finish(people.ada, new URL(upload.url ?? "").pathname);
  expect(done).toMatchObject({ status: 201, body: { kind: "file", name: "log.txt", size: bytes.length } });
  const served = await getFile(server.url, (done.body as Attachment).url, bearer(people.ada));
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
}, 60_000);

describe("A resumable upload", () => {
  it("goes on where it broke off, and is an attachment once, however often it is finished", async () => {
    const bytes = await picture();
    const at = await begun(people.ada, bytes.length);
    expect(at).toMatch(/^\/api\/chat\/uploads\/[0-9a-f-]{36}\/$/);
    expect((await append(people.ada, at, 0, bytes.subarray(0, 100))).status).toBe(204);
    expect(await finish(people.ada, at)).toMatchObject({ status: 409, body: { code: "conflict" } });
    const wrong = await append(people.ada, at, 50, bytes.subarray(50));
    expect({ status: wrong.status, body: (await wrong.json()) as unknown }).toMatchObject({
      status: 409,
      body: { code: "conflict" },
    });
    // Without the slash it is the same address.
    const head = await tus(people.ada, "HEAD", at.slice(0, -1));
    expect([head.status, head.headers.get("upload-offset")]).toEqual([200, "100"]);
    expect((await append(people.ada, at.slice(0, -1), 100, bytes.subarray(100))).status).toBe(204);
    const ends = await Promise.all([finish(people.ada, at), finish(people.ada, at)]);
    ends.push(await finish(people.ada, at));
    const id = at.split("/").at(-2) ?? "";
    for (const end of ends) expect(end).toMatchObject({ status: 201, body: { id, kind: "image", width: 64 } });
    expect(await left()).toBe(0);
    const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
    const sent = await people.ada.rest.post("/api/chat/messages/", {
      room: (made.body as { id: string }).id,
      content: "",
      attachment_ids: [id],
    });
    expect(sent).toMatchObject({ status: 201, body: { message_type: "image", attachments: [{ id }] } });
  });

  it("is its owner's alone, and nobody's without a sign-in or from another site", async () => {
    const at = await begun(people.ada, 10);
    const body = Buffer.from("x");
    expect((await tus(people.ben, "HEAD", at)).status).toBe(403);
    expect((await append(people.ben, at, 0, body)).status).toBe(403);
    expect((await tus(people.ben, "DELETE", at)).status).toBe(403);
    expect((await finish(people.ben, at)).status).toBe(403);
    const nobody = await fetch(server.url + at, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } });
    expect([nobody.status, nobody.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    const foreign = await append(people.ada, at, 0, body, { origin: "https://evil.example" });
    expect({ status: foreign.status, body: (await foreign.json()) as unknown }).toMatchObject({
      status: 403,
      body: { code: "bad_origin" },
    });
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
    expect((await tus(people.ada, "HEAD", `${uploads}${crypto.randomUUID()}/`)).status).toBe(404);
    expect((await tus(people.ada, "HEAD", `${uploads}..%2f..%2fauth-secret/`)).status).toBe(404);
    const get = await tus(people.ada, "GET", at);
    expect([get.status, get.headers.get("allow")]).toEqual([405, "HEAD, PATCH, DELETE, OPTIONS"]);
    expect((await tus(people.ada, "DELETE", at)).status).toBe(204);
    expect((await tus(people.ada, "HEAD", at)).status).toBe(404);
    expect(await left()).toBe(0);
  });

  it("is refused before its first byte when its size, name, person or quota say so", async () => {
    const status = async (answer: Promise<Response>) => {
      const given = await answer;
      const { code } = (await given.json()) as { code: string };
      return `${given.status} ${code}`;
    };
    const before = await left();
    expect(await status(begin(people.ada, 25 * 1024 * 1024 + 1))).toBe("413 too_large");
    expect(await status(begin(people.ada, 0))).toBe("400 invalid_input");
    expect(await status(tus(people.ada, "POST", uploads, { "upload-defer-length": "1" }))).toBe("400 invalid_input");
    expect(await status(begin(people.ada, 10, "tool.exe"))).toBe("415 unsupported_media_type");
    expect(await status(begin(people.vera, 10))).toBe("403 forbidden");
    const limits = (await people.ben.rest.get("/api/chat/attachments/limits")).body as UploadLimits;
    expect(limits).toMatchObject({ max_file_bytes: 25 * 1024 * 1024, max_files_per_message: 10 });
    expect(limits.extensions).toEqual(expect.arrayContaining(["heic", "pdf", "docx", "mov"]));
    const quota = config().UPLOAD_MB_PER_DAY;
    config().UPLOAD_MB_PER_DAY = 1;
    try {
      const at = await begun(people.ben, 700_000, "a.txt");
      const other = await begun(people.ben, 700_000, "b.txt");
      for (const each of [at, other]) await append(people.ben, each, 0, Buffer.alloc(700_000, "a"));
      const both = await Promise.all([finish(people.ben, at), finish(people.ben, other)]);
      expect(both.map((one) => one.status).sort()).toEqual([201, 429]);
      const over = await begin(people.ben, 700_000);
      expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await status(Promise.resolve(over))).toBe("429 rate_limited");
      const now = (await people.ben.rest.get("/api/chat/attachments/limits/")).body as UploadLimits;
      expect(now.daily_bytes_left).toBe(1024 * 1024 - 700_000);
    } finally {
      config().UPLOAD_MB_PER_DAY = quota;
    }
    expect(await left()).toBe(before);
  });

  it("leaves nothing when its content is refused, or when it is not gone on with", async () => {
    const at = await begun(people.ada, 10, "photo.jpg");
    await append(people.ada, at, 0, Buffer.from("no picture"));
    const before = await left();
    expect(await finish(people.ada, at)).toMatchObject({ status: 415 });
    expect(await left()).toBe(before - 2);
    expect(await finish(people.ada, at)).toMatchObject({ status: 404 });

    const old = await begun(people.ada, 10);
    const { uploadStore } = await import("@/lib/storage/upload-store");
    const { configstore } = (await uploadStore()).tus as FileStore;
    const id = old.split("/").at(-2) ?? "";
    const kept = await configstore.get(id);
    if (!kept) throw new Error("There is no such upload.");
    kept.creation_date = new Date(Date.now() - 25 * 3_600_000).toISOString();
    await configstore.set(id, kept);
    expect((await append(people.ada, old, 0, Buffer.from("x"))).status).toBe(404);
    const there = await left();
    await sweepOrphans();
    expect(await left()).toBe(there - 2);
    const [row] = await database().db.execute<{ n: number }>(
      sql`select count(*)::int as n from attachments where id = ${id}`,
    );
    expect(row?.n).toBe(0);
  });
});
