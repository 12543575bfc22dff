import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { decodeJwt } from "jose";
import { encode } from "next-auth/jwt";
import exifr from "exifr";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Attachment, Message } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { SocketListener } from "./setup/listener";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile, postForm, type Sending } from "./setup/upload";

const folder = (process.env.DATA_DIR = await temporaryFolder());
await useTestDatabase();
const messagesPath = "/api/chat/messages/";

let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "vera", Person>;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff", vera: "viewer" });
  const made = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name: "Turnover",
    participant_ids: [people.ben.id, people.vera.id],
  });
  room = (made.body as { id: string }).id;
});
afterAll(() => server.stop());

const bearer = (person: Person) => ({ authorization: `Bearer ${person.access}` });
const picture = (width = 60, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: "#c33" } })
    .jpeg()
    .toBuffer();
const photo = async (): Promise<Sending> => ({ bytes: await picture(), name: "kitchen.jpg", type: "image/jpeg" });
const send = (person: Person, fields: Record<string, string>, attachment: Sending) =>
  postForm(person, messagesPath, { room, ...fields }, { attachment });
const upload = (person: Person, file: Sending, fields: Record<string, string> = {}) =>
  postForm(person, "/api/chat/attachments/", fields, { file });
const uploaded = async (person: Person) => ((await upload(person, await photo())).body as Attachment).id;
const stored = async () =>
  (await readdir(path.join(folder, "files"), { recursive: true, withFileTypes: true })).filter((f) => f.isFile());

describe("A file that comes with its message", () => {
  it("is heard by the other person, shown small and whole, and gives nothing away", async () => {
    const ben = await SocketListener.connect(server.url, people.ben.access);
    const bytes = await sharp(await picture(1600, 800))
      .withExif({
        IFD0: { Make: "Phone", Orientation: "6" },
        IFD3: {
          GPSLatitudeRef: "N",
          GPSLatitude: "52/1 30/1 0/1",
          GPSLongitudeRef: "E",
          GPSLongitude: "13/1 24/1 0/1",
        },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await exifr.gps(bytes)).toMatchObject({ latitude: 52.5, longitude: 13.4 });
    const answer = await send(people.ada, {}, { bytes, name: "IMG_0001.JPG", type: "image/jpeg" });
    expect(answer.status).toBe(201);
    const message = answer.body as Message;
    expect(message).toMatchObject({ message_type: "image", content: "", attachment_name: "IMG_0001.jpg" });
    const [file] = message.attachments as [Attachment];
    expect(file).toMatchObject({ kind: "image", content_type: "image/jpeg", width: 800, height: 1600 });
    expect(file.placeholder).toMatch(/^data:image\/webp;base64,.{1,180}$/);
    expect(message.attachment).toBe(file.url);

    const event = await ben.events.find((e) => (e.data as { id?: string }).id === message.id, "the event");
    expect(event.data.attachments).toEqual([file]);
    const rooms = (await people.ben.rest.get("/api/chat/rooms/")).body as {
      results: { last_message_preview: string }[];
    };
    expect(rooms.results[0]?.last_message_preview).toBe("[Image]");

    const whole = await getFile(server.url, file.url, bearer(people.ben));
    const served = Buffer.from(await whole.arrayBuffer());
    expect(served.length).toBe(file.size);
    const facts = await sharp(served).metadata();
    expect(facts).toMatchObject({ width: 800, height: 1600 });
    expect(await exifr.gps(served)).toBeUndefined();
    for (const trace of [facts.exif, facts.xmp, facts.iptc, facts.orientation]) expect(trace).toBeUndefined();
    const small = await getFile(server.url, file.thumbnail_url ?? "", bearer(people.ben));
    expect(small.headers.get("content-type")).toBe("image/webp");
    expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({
      format: "webp",
      width: 320,
      height: 640,
    });
    ben.close();
  });

  it("is one message and one file, however often and at once it is tried", async () => {
    const before = (await stored()).length;
    const fields = { client_id: randomUUID(), content: "The leak" };
    const file = await photo();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(people.ada, fields, file)));
    answers.push(await send(people.ada, fields, file));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 200)).toHaveLength(8);
    const messages = answers.map((a) => a.body as Message);
    expect(new Set(messages.map((m) => m.id)).size).toBe(1);
    expect(new Set(messages.map((m) => m.attachments[0]?.id)).size).toBe(1);
    expect((await stored()).length).toBe(before + 2);
    const other = await send(people.ada, fields, { bytes: await picture(61), name: "kitchen.jpg" });
    expect(other).toMatchObject({ status: 409, body: { code: "client_id_reused" } });
    expect((await stored()).length).toBe(before + 2);
  });

  it("keeps the rules of any send, and leaves nothing behind when refused", async () => {
    const before = (await stored()).length;
    expect(await send(people.cleo, {}, await photo())).toMatchObject({
      status: 403,
      body: { code: "not_participant" },
    });
    expect(await send(people.vera, {}, await photo())).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect(await send(people.ada, { room: randomUUID() }, await photo())).toMatchObject({
      status: 400,
      body: { fields: { room: [expect.any(String)] } },
    });
    const empty = await postForm(people.ada, messagesPath, { room, content: " " }, {});
    expect(empty).toMatchObject({ status: 400, body: { fields: { content: [expect.any(String)] } } });
    const stray = await postForm(people.ada, messagesPath, { room }, { other: await photo() });
    expect(stray).toMatchObject({ status: 400, body: { fields: { other: [expect.any(String)] } } });
    const torn = await fetch(server.url + messagesPath, {
      method: "POST",
      headers: { ...bearer(people.ada), "content-type": "multipart/form-data; boundary=x" },
      body: '--x\r\ncontent-disposition: form-data; name="attachment"; filename="a.txt"\r\n\r\nhalf',
    });
    expect(torn.status).toBe(400);
    expect((await stored()).length).toBe(before);
  });

  it("is shown by every browser, though an iPhone made it", async () => {
    const bytes = await readFile("e2e/setup/sample.heic");
    const answer = await send(people.ada, {}, { bytes, name: "IMG_0002.HEIC", type: "image/heic" });
    expect(answer.status).toBe(201);
    const [file] = (answer.body as Message).attachments as [Attachment];
    expect(file).toMatchObject({ name: "IMG_0002.jpg", content_type: "image/jpeg", width: 96, height: 64 });
    const served = await getFile(server.url, file.url, bearer(people.ben));
    expect(await sharp(await served.arrayBuffer()).metadata()).toMatchObject({ format: "jpeg", width: 96 });
    const torn = { bytes: bytes.subarray(0, bytes.length - 120), name: "IMG_0002.HEIC" };
    expect((await send(people.ada, {}, torn)).status).toBe(422);
  });

  it("may be a form without a file", async () => {
    const answer = await postForm(people.ada, messagesPath, { room, content: "Just words", reply_to: "" }, {});
    expect(answer).toMatchObject({
      status: 201,
      body: { message_type: "text", attachment: null, attachment_name: "" },
    });
  });

  it("is a voice message where the client says so", async () => {
    const bytes = Buffer.concat([Buffer.from("OggS\0\x02", "latin1"), Buffer.alloc(22), Buffer.from("OpusHead")]);
    const facts = { message_type: "voice", duration_ms: "4200", waveform: "[0,128,255]" };
    const answer = await send(people.ada, facts, { bytes: Buffer.concat([bytes, Buffer.alloc(200)]), name: "v.ogg" });
    expect(answer).toMatchObject({ status: 201, body: { message_type: "voice" } });
    expect((answer.body as Message).attachments[0]).toMatchObject({
      kind: "voice",
      content_type: "audio/ogg",
      duration_ms: 4200,
      waveform: [0, 128, 255],
    });
    const lie = await send(people.ada, { message_type: "voice" }, await photo());
    expect(lie.status).toBe(415);
  });
});

describe("A file uploaded before its message", () => {
  it("is sent by REST and by Socket.IO, in the order given, once", async () => {
    const ben = await SocketListener.connect(server.url, people.ben.access);
    const ada = await SocketListener.connect(server.url, people.ada.access);
    const ids = [await uploaded(people.ada), await uploaded(people.ada)].reverse();
    const body = { room, content: "", attachment_ids: ids, client_id: randomUUID() };
    const sent = await people.ada.rest.post(messagesPath, body);
    expect(sent).toMatchObject({ status: 201, body: { message_type: "image" } });
    expect((sent.body as Message).attachments.map((a) => a.id)).toEqual(ids);
    expect(await people.ada.rest.post(messagesPath, body)).toMatchObject({
      status: 200,
      body: { id: (sent.body as Message).id },
    });
    const again = await people.ada.rest.post(messagesPath, { ...body, client_id: randomUUID() });
    expect(again).toMatchObject({ status: 400, body: { fields: { attachment_ids: [expect.any(String)] } } });

    const id = await uploaded(people.ada);
    const live = { room, content: "By socket", attachment_ids: [id], client_id: randomUUID() };
    const acked = await ada.ask("message:send", live);
    expect(acked).toMatchObject({ ok: true, message: { attachments: [{ id }] } });
    const event = await ben.events.find((e) => e.data.client_id === live.client_id, "the event");
    expect(event.data.attachments).toMatchObject([{ id, kind: "image" }]);
    for (const open of [ada, ben]) open.close();
  });

  it("is taken by one of two sends at once, and by nobody else's", async () => {
    const id = await uploaded(people.ada);
    const tries = await Promise.all(
      [1, 2].map(() => people.ada.rest.post(messagesPath, { room, content: "x", attachment_ids: [id] })),
    );
    expect(tries.map((t) => t.status).sort()).toEqual([201, 400]);
    const hers = await uploaded(people.ada);
    const theft = await people.ben.rest.post(messagesPath, { room, content: "x", attachment_ids: [hers] });
    expect(theft).toMatchObject({ status: 400, body: { fields: { attachment_ids: [expect.any(String)] } } });
    const many = await people.ada.rest.post(messagesPath, {
      room,
      content: "x",
      attachment_ids: Array.from({ length: 11 }, () => randomUUID()),
    });
    expect(many).toMatchObject({ status: 400, body: { fields: { attachment_ids: [expect.any(String)] } } });
  });
});

it("is seen by participants of now, and by its uploader while unsent", async () => {
  const made = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name: "Laundry",
    participant_ids: [people.ben.id],
  });
  const laundry = (made.body as { id: string }).id;
  const id = await uploaded(people.ada);
  const url = `${server.url}/api/chat/attachments/${id}/file/`;
  const thumbnail = url.replace("/file/", "/thumbnail");
  const status = async (person: Person) =>
    Promise.all([url, thumbnail].map(async (at) => (await getFile(server.url, at, bearer(person))).status));
  expect(await status(people.ada)).toEqual([200, 200]);
  expect(await status(people.ben)).toEqual([403, 403]);
  const sent = await people.ada.rest.post(messagesPath, { room: laundry, content: "", attachment_ids: [id] });
  expect(await status(people.ben)).toEqual([200, 200]);
  expect(await status(people.cleo)).toEqual([403, 403]);
  expect((await getFile(server.url, url)).status).toBe(401);
  const { sid } = decodeJwt<{ sid: string }>(people.ben.access);
  const cookie = await encode({ token: { sid }, secret: process.env.AUTH_SECRET ?? "" });
  expect((await getFile(server.url, url, { cookie: `next-auth.session-token=${cookie}` })).status).toBe(200);
  const members = (await people.ada.rest.get(`/api/chat/participants/?room=${laundry}`)).body as {
    results: { id: number; user: { id: number } }[];
  };
  const ben = members.results.find((p) => p.user.id === people.ben.id);
  await people.ada.rest.delete(`/api/chat/participants/${ben?.id ?? 0}/`);
  expect(await status(people.ben)).toEqual([403, 403]);
  await people.ada.rest.delete(`${messagesPath}${(sent.body as Message).id}/`);
  expect(await status(people.ada)).toEqual([404, 404]);
  expect((await getFile(server.url, url.replace(id, randomUUID()), bearer(people.ada))).status).toBe(404);
});

it("is served in parts, and not twice to whoever has it", async () => {
  const text = "Towels, soap and light bulbs. ".repeat(5000);
  const answer = await send(people.ada, {}, { bytes: text, name: "Einkauf für Müller.txt", type: "text/plain" });
  const [file] = (answer.body as Message).attachments as [Attachment];
  expect(file).toMatchObject({ kind: "file", name: "Einkauf für Müller.txt", thumbnail_url: null, size: text.length });
  const get = (headers: Record<string, string> = {}, method = "GET") =>
    getFile(server.url, file.url, { ...bearer(people.ben), ...headers }, method);
  const whole = await get();
  expect(await whole.text()).toBe(text);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-length": String(text.length),
    "content-disposition": `attachment; filename="Einkauf f_r M_ller.txt"; filename*=UTF-8''Einkauf%20f%C3%BCr%20M%C3%BCller.txt`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
    "accept-ranges": "bytes",
  });
  expect(whole.headers.get("content-security-policy")).toContain("sandbox");
  const etag = whole.headers.get("etag") ?? "";
  expect((await get({ "if-none-match": etag })).status).toBe(304);
  const ranges: [string, string, string][] = [
    ["bytes=0-9", text.slice(0, 10), `bytes 0-9/${text.length}`],
    ["bytes=149990-", text.slice(149_990), `bytes 149990-149999/${text.length}`],
    ["bytes=-5", text.slice(-5), `bytes 149995-149999/${text.length}`],
    ["bytes=149999-999999", text.slice(-1), `bytes 149999-149999/${text.length}`],
  ];
  for (const [range, part, place] of ranges) {
    const partial = await get({ range });
    expect({ status: partial.status, at: partial.headers.get("content-range") }).toEqual({ status: 206, at: place });
    expect(await partial.text()).toBe(part);
  }
  const beyond = await get({ range: "bytes=150000-" });
  expect({ status: beyond.status, at: beyond.headers.get("content-range") }).toEqual({
    status: 416,
    at: `bytes */${text.length}`,
  });
  expect((await get({ range: "bytes=0-9", "if-range": '"older"' })).status).toBe(200);
  const head = await get({}, "HEAD");
  expect({ length: head.headers.get("content-length"), body: await head.text() }).toEqual({
    length: String(text.length),
    body: "",
  });
  const [thumb] = ((await send(people.ada, {}, await photo())).body as Message).attachments as [Attachment];
  const shown = await getFile(server.url, thumb.url, bearer(people.ben));
  expect(shown.headers.get("content-disposition")).toMatch(/^inline; /);
});
