import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Attachment, Message } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { givePreview } from "./setup/give-preview";
import { RestClient } from "./setup/rest-client";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile, postForm } from "./setup/upload";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "dora", Person>;
let room: string;
/** Everything of the room that has bytes of its own. */
const places: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff", dora: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name: "Turnover",
    participant_ids: [people.ben.id, people.dora.id],
  });
  room = (made.body as { id: string }).id;
  // Larger than a screen, so that it has both small ones.
  const picture = await sharp({ create: { width: 1930, height: 30, channels: 3, background: "#3a7" } })
    .jpeg()
    .toBuffer();
  const send = async (bytes: Buffer, name: string) => {
    const answer = await postForm(people.ada, "/api/chat/messages/", { room }, { attachment: { bytes, name } });
    return (answer.body as Message).attachments[0] as Attachment;
  };
  const photo = await send(picture, "photo.jpg");
  const film = await send(await readFile("e2e/setup/sample.mp4"), "film.mp4");
  const paper = await send(Buffer.from("Keys"), "keys.txt");
  const linked = (await people.ada.rest.post("/api/chat/messages/", { room, content: "https://example.com" }))
    .body as Message;
  await givePreview(linked, picture);
  Object.assign(places, {
    photo: photo.url,
    thumbnail: photo.thumbnail_url,
    preview: photo.preview_url,
    film: film.url,
    document: paper.url,
    link: `${server.url}/api/chat/messages/${linked.id}/link_preview/image/`,
  });
});
afterAll(() => server.stop());

/** What somebody gets for each of the places, whole, in part, and asked whether it has changed. */
async function statuses(person: Pick<Person, "access"> | null): Promise<Record<string, number[]>> {
  const bearer: Record<string, string> = person ? { authorization: `Bearer ${person.access}` } : {};
  const ways = [{}, { range: "bytes=0-9" }, { "if-none-match": "*" }];
  const ask = async (url: string) =>
    Promise.all(ways.map(async (way) => (await getFile(server.url, url, { ...bearer, ...way })).status));
  const found = Object.entries(places).map(async ([name, url]) => [name, await ask(url)] as const);
  return Object.fromEntries(await Promise.all(found));
}
const all = (status: number) => Object.fromEntries(Object.keys(places).map((name) => [name, [status, status, status]]));

describe("Originals, both small ones, films, documents and pictures of links", () => {
  it("are there for who is in the room", async () => {
    for (const [name, [whole, , unchanged]] of Object.entries(await statuses(people.ben))) {
      expect([whole, unchanged], name).toEqual([200, 304]);
    }
  });

  it("are closed to a stranger and to nobody", async () => {
    expect(await statuses(people.cleo)).toEqual(all(403));
    expect(await statuses(null)).toEqual(all(401));
  });

  it("are closed to a removed participant at once", async () => {
    const list = await people.ada.rest.get(`/api/chat/participants/?room=${room}`);
    const { results } = list.body as { results: { id: number; user: { id: number } }[] };
    const seat = results.find(({ user }) => user.id === people.ben.id);
    expect((await people.ada.rest.delete(`/api/chat/participants/${seat?.id ?? 0}/`)).status).toBe(204);
    expect(await statuses(people.ben)).toEqual(all(403));
  });

  it("are closed to a signed-out device at once, though its token would live on", async () => {
    expect((await statuses(people.dora)).photo?.[0]).toBe(200);
    expect((await people.dora.rest.post("/api/token/revoke-all/")).status).toBe(200);
    expect(await statuses(people.dora)).toEqual(all(401));
  });

  it("are closed to everybody once their message is deleted", async () => {
    const again = new RestClient(server.url, people.ada.access);
    const messages = (await again.get(`/api/chat/messages/?room=${room}`)).body as { results: Message[] };
    for (const { id } of messages.results) await again.delete(`/api/chat/messages/${id}/`);
    expect(await statuses(people.ada)).toEqual(all(404));
  });
});
