import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Attachment, Message } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { endExifTool, telltalesIn, withTelltales } from "./setup/exif-tool";
import { pdf, pdfBomb } from "./setup/pdf";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile, postForm, type Sending } from "./setup/upload";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();
const desk = await temporaryFolder();

let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;
beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
});
afterAll(async () => {
  await endExifTool();
  await server.stop();
});

/** Sends a file by one person; gives it as the other one has it. */
async function sent(attachment: Sending, fields: Record<string, string> = {}): Promise<Attachment> {
  const answer = await postForm(people.ada, "/api/chat/messages/", { room, ...fields }, { attachment });
  expect(answer.status).toBe(201);
  const seen = await people.ben.rest.get(`/api/chat/messages/${(answer.body as Message).id}/`);
  return (seen.body as Message).attachments[0] as Attachment;
}

async function served(url: string): Promise<Buffer> {
  const answer = await getFile(server.url, url, { authorization: `Bearer ${people.ben.access}` });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe("Nobody reads where and with what it was made out of", () => {
  // Larger than a screen, so that it has both small ones.
  const photo = (format: "jpeg" | "png" | "webp" | "avif") => async (at: string) =>
    void (await sharp({ create: { width: 1930, height: 30, channels: 3, background: "#3a7" } })
      .toFormat(format, { effort: 1 })
      .toFile(at));
  const sample = (ending: string) => async (at: string) => writeFile(at, await readFile(`e2e/setup/sample.${ending}`));
  const makers: Record<string, (at: string) => Promise<void>> = {
    "photo.jpg": photo("jpeg"),
    "photo.png": photo("png"),
    "photo.webp": photo("webp"),
    "photo.avif": photo("avif"),
    "photo.heic": sample("heic"),
    "film.mp4": sample("mp4"),
    "film.mov": sample("mov"),
    "sound.m4a": sample("m4a"),
  };
  it.each(Object.entries(makers))("%s, small or whole", async (name, make) => {
    const [plain, telling] = [path.join(desk, `plain-${name}`), path.join(desk, name)];
    await make(plain);
    await withTelltales(plain, telling);
    expect((await telltalesIn(telling)).join()).toMatch(/GPS.*Make|Make.*GPS/);
    const file = await sent({ bytes: await readFile(telling), name });
    const shown = [file.url, file.thumbnail_url, file.preview_url].flatMap((url) => url ?? []);
    expect(shown.length).toBe({ photo: name === "photo.heic" ? 2 : 3, film: 1, sound: 1 }[name.split(".")[0] ?? ""]);
    for (const [i, url] of shown.entries()) {
      const got = path.join(desk, `${i}-${file.name}`);
      await writeFile(got, await served(url));
      expect(await telltalesIn(got), url).toEqual([]);
    }
  });

  it("a WebM with tags, of which not a picture is lost", async () => {
    const bytes = await readFile("e2e/setup/sample.webm");
    await writeFile(path.join(desk, "film.webm"), bytes);
    expect(await telltalesIn(path.join(desk, "film.webm"))).toEqual(["Matroska:Location"]);
    const file = await sent({ bytes, name: "film.webm" });
    expect(file).toMatchObject({ width: 64, height: 48, duration_ms: 1500, size: bytes.length });
    await writeFile(path.join(desk, "got.webm"), await served(file.url));
    expect(await telltalesIn(path.join(desk, "got.webm"))).toEqual([]);
  });
});

describe("Before anybody opens it", () => {
  it.each([
    ["mp4", { kind: "file", content_type: "video/mp4", width: 64, height: 48, duration_ms: 1500 }],
    ["mov", { kind: "file", content_type: "video/quicktime", width: 64, height: 48, duration_ms: 1500 }],
    ["m4a", { kind: "file", content_type: "audio/mp4", width: null, height: null, duration_ms: 1500 }],
  ])("a recording says how long and large it is: %s", async (ending, facts) => {
    expect(await sent({ bytes: await readFile(`e2e/setup/sample.${ending}`), name: `a.${ending}` })).toMatchObject(
      facts,
    );
  });

  it.each<[string, Buffer | (() => Promise<Buffer>), number | null]>([
    ["says how many pages it has", pdf(3), 3],
    ["that lies is not believed", pdf(3, 1_000_000_000), 3],
    ["without an end says nothing", pdf(3).subarray(0, 60), null],
    ["that unfolds without end is a file like any other, and soon", pdfBomb, null],
    ["says it after a bad one, too", pdf(12), 12],
  ])("a PDF %s", async (_what, made, pages) => {
    const bytes = typeof made === "function" ? await made() : made;
    expect(await sent({ bytes, name: "a.pdf" })).toMatchObject({ content_type: "application/pdf", pages });
  });
});

describe("A voice message", () => {
  const voice = { message_type: "voice", waveform: "[0,128,255]" };
  it("of Safari is served as the sound that it is, and has the length that it has", async () => {
    const bytes = await readFile("e2e/setup/sample.m4a");
    const file = await sent({ bytes, name: "voice.m4a", type: "audio/mp4" }, { ...voice, duration_ms: "99" });
    expect(file).toMatchObject({
      kind: "voice",
      content_type: "audio/mp4",
      duration_ms: 1500,
      waveform: [0, 128, 255],
    });
  });

  it("of more than five minutes is refused, whatever it says of itself", async () => {
    const bytes = silence(310);
    const answer = await postForm(
      people.ada,
      "/api/chat/messages/",
      { room, ...voice, duration_ms: "1000" },
      { attachment: { bytes, name: "voice.wav", type: "audio/wav" } },
    );
    expect(answer).toMatchObject({ status: 422, body: { code: "unprocessable" } });
    expect(await sent({ bytes, name: "long.wav" })).toMatchObject({ kind: "file", duration_ms: 310_000 });
  });
});

/** So many seconds of nothing, as a WAV of 8,000 bytes a second. */
function silence(seconds: number): Buffer {
  const size = seconds * 8000;
  const head = Buffer.alloc(44);
  head.write("RIFF    WAVEfmt ", "latin1");
  head.writeUInt32LE(36 + size, 4);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(size, 40);
  return Buffer.concat([head, Buffer.alloc(size, 128)]);
}
