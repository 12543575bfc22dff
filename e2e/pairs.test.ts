import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Attachment, Message } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { SocketListener } from "./setup/listener";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { postForm, type Sending } from "./setup/upload";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();
const messages = "/api/chat/messages/";

let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;
beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
});
afterAll(() => server.stop());

const uploaded = async (person: Person, file?: Sending) => {
  const photo = () =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: "#c33" } })
      .jpeg()
      .toBuffer();
  const answer = await postForm(
    person,
    "/api/chat/attachments/",
    {},
    { file: file ?? { bytes: await photo(), name: "a.jpg" } },
  );
  return (answer.body as Attachment).id;
};

it("tells everybody, in every way of asking, which picture was before and which after", async () => {
  const ben = await SocketListener.connect(server.url, people.ben.access);
  const ada = await SocketListener.connect(server.url, people.ada.access);
  for (const by of ["REST", "Socket.IO"]) {
    const attachment_ids = [await uploaded(people.ada), await uploaded(people.ada)].reverse();
    const send = { room, content: `By ${by}`, client_id: randomUUID(), attachment_ids, before_after: true };
    const pair = attachment_ids.map((id, i) => ({ id, moment: ["before", "after"][i] }));
    const answer =
      by === "REST" ? (await people.ada.rest.post(messages, send)).body : (await ada.ask("message:send", send)).message;
    expect(answer).toMatchObject({ message_type: "image", attachments: pair });
    const event = await ben.events.find((one) => one.data.client_id === send.client_id, "the event");
    expect(event.data.attachments).toMatchObject(pair);
    const read = await people.ben.rest.get(`${messages}${(answer as Message).id}/`);
    expect((read.body as Message).attachments).toMatchObject(pair);
    // A retry that the line made needful is the same message.
    expect(await people.ada.rest.post(messages, send)).toMatchObject({ status: 200, body: { attachments: pair } });
  }
  for (const open of [ada, ben]) open.close();
});

it("is no pair unless it is said", async () => {
  const attachment_ids = [await uploaded(people.ada), await uploaded(people.ada)];
  const sent = await people.ada.rest.post(messages, { room, content: "", attachment_ids });
  expect((sent.body as Message).attachments.map(({ moment }) => moment)).toEqual([null, null]);
});

it("is refused unless it is two pictures of one's own, and then nothing is used up", async () => {
  const mine = [await uploaded(people.ada), await uploaded(people.ada), await uploaded(people.ada)];
  const [first = "", second = ""] = mine;
  const text = await uploaded(people.ada, { bytes: "No picture", name: "a.txt" });
  const bens = await uploaded(people.ben);
  for (const attachment_ids of [[], [first], [first, first], mine, [first, text], [first, bens]]) {
    const answer = await people.ada.rest.post(messages, { room, content: "x", attachment_ids, before_after: true });
    expect(answer, JSON.stringify(attachment_ids)).toMatchObject({
      status: 400,
      body: { code: "invalid_input", fields: { before_after: [expect.any(String)] } },
    });
  }
  const sent = await people.ada.rest.post(messages, { room, attachment_ids: [first, second], before_after: true });
  expect(sent.status).toBe(201);
});
