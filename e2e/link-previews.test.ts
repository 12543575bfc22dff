import http from "node:http";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Message } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { crew } from "./setup/crew";
import { SocketListener } from "./setup/listener";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile } from "./setup/upload";

process.env.DATA_DIR = await temporaryFolder();
// One address of this machine stands for the web; every other one is inside.
process.env.LINK_PREVIEW_NETWORKS = "127.0.0.77";
const url = await useTestDatabase();
const { database } = await import("@/db/database");
const { startJobs } = await import("@/lib/jobs/start-jobs");
const { previewLink } = await import("@/lib/domain/links/preview-link");
const { config } = await import("@/lib/config/config");
const { listen } = await import("@/lib/server/listen");

type Page = { status?: number; headers?: Record<string, string>; body?: string | Buffer };
const pages: Record<string, Page> = {};
const asked: string[] = [];
const web = http.createServer((request, answer) => {
  asked.push(`${request.headers.host?.split(":")[0]}${request.url}`);
  const { status = 200, headers = {}, body = "" } = pages[request.url ?? ""] ?? { status: 404 };
  answer.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
});

let server: TestServer;
let people: Record<"ada" | "ben" | "cleo", Person>;
let room: string;
let port: number;
const { group, send } = crew("/", () => ({ url: server.url, people }));
const site = (path: string) => `http://127.0.0.77:${port}${path}`;
const inside = (path: string) => `http://127.0.0.1:${port}${path}`;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff" });
  room = (await group(["ada", "ben"])).id;
  port = await listen(web, 0, "0.0.0.0");
  const picture = await sharp({ create: { width: 1200, height: 630, channels: 3, background: "#2a7" } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 30/1 0/1" } })
    .toBuffer();
  pages["/boiler.jpg"] = { headers: { "content-type": "image/jpeg" }, body: picture };
  pages["/boiler"] = {
    body: `<!doctype html><html><head><title>Ignored</title>
      <meta property="og:title" content="Boiler &amp; heating \u202e manual">
      <meta property="og:description" content="How to  <script>bleed</script> a radiator.">
      <meta property="og:image" content="/boiler.jpg"></head><body><title>Not this</title></body></html>`,
  };
  pages["/moved"] = { status: 302, headers: { location: "/boiler" } };
  pages["/secret"] = { body: "<title>Inside</title>" };
});
afterAll(async () => {
  await server.stop();
  web.close();
  web.closeAllConnections();
});

/** The queue takes its time on a busy machine. */
const looked = (id: string) =>
  vi.waitFor(async () => expect((await read(id)).link_preview).not.toBeNull(), { timeout: 15_000, interval: 50 });
const read = async (id: string) => (await people.ben.rest.get(`/api/chat/messages/${id}/`)).body as Message;

it("comes a moment after its message, for everybody, and its sender takes it off", async () => {
  const jobs = await startJobs(url);
  const ben = await SocketListener.connect(server.url, people.ben.access);
  const sent = await send("ada", room, `Look at ${site("/moved#valve")}.`);
  expect(sent.link_preview).toBeNull();
  await looked(sent.id);
  const updated = await ben.events.find(({ type, data }) => type === "message.updated" && data.id === sent.id, "it");
  const expected = {
    url: site("/moved"),
    title: "Boiler & heating manual",
    description: "How to <script>bleed</script> a radiator.",
    site_name: "127.0.0.77",
    image_width: 1200,
    image_height: 630,
  };
  expect(updated.data).toMatchObject({ is_edited: false, link_preview: expected });
  const { link_preview } = await read(sent.id);
  expect(link_preview).toEqual(updated.data.link_preview);

  const image = link_preview?.image_url ?? "";
  const look = (by: Person) => getFile(server.url, image, { authorization: `Bearer ${by.access}` });
  const seen = await look(people.ben);
  expect(seen.headers.get("content-type")).toBe("image/webp");
  expect(await sharp(await seen.arrayBuffer()).metadata()).toMatchObject({ format: "webp", width: 640 });
  expect((await look(people.cleo)).status).toBe(403);

  // The same link again: known already, whoever sends it.
  const before = asked.length;
  const again = await send("ben", room, site("/moved"));
  await looked(again.id);
  await jobs.stop();
  expect(asked.length).toBe(before);

  const path = `/api/chat/messages/${sent.id}/link_preview/`;
  expect((await people.ben.rest.delete(path)).status).toBe(403);
  for (let n = 0; n < 2; n++) {
    expect(await people.ada.rest.delete(path)).toMatchObject({ status: 200, body: { link_preview: null } });
  }
  await ben.events.find(({ data }) => data.id === sent.id && data.link_preview === null, "the removal");
  await previewLink(sent.id);
  expect((await read(sent.id)).link_preview).toBeNull();
  expect((await look(people.ben)).status).toBe(404);
  ben.close();
});

it("follows an edit, and is gone with its message", async () => {
  const { id } = await send("ada", room, "The manual");
  const edit = async (content: string) => {
    await people.ada.rest.patch(`/api/chat/messages/${id}/`, { content });
    await previewLink(id);
    return (await read(id)).link_preview?.title ?? null;
  };
  expect(await edit(`At ${site("/boiler")}`)).toBe("Boiler & heating manual");
  expect(await edit(`\`${site("/boiler")}\` and nothing else`)).toBeNull();
  expect(await edit(site("/boiler"))).not.toBeNull();
  await people.ada.rest.delete(`/api/chat/messages/${id}/`);
  expect((await people.ada.rest.get(`/api/chat/messages/${id}/link_preview/image/`)).status).toBe(404);
});

describe("Nothing is shown, and nobody inside is asked,", () => {
  const preview = async (link: string) => {
    const { id } = await send("ada", room, link);
    await previewLink(id);
    return (await read(id)).link_preview;
  };

  it.each([
    ["this machine", () => inside("/secret")],
    ["this machine by name", () => `http://localhost:${port}/secret`],
    ["this machine in another notation", () => `http://2130706433:${port}/secret`],
    ["this machine in IPv6", () => `http://[::ffff:127.0.0.1]:${port}/secret`],
    ["nobody in particular", () => `http://0.0.0.0:${port}/secret`],
    ["where a cloud keeps its keys", () => "http://169.254.169.254/latest/meta-data/"],
  ])("for %s", async (_, link) => {
    const before = asked.length;
    expect(await preview(link())).toBeNull();
    expect(asked.length).toBe(before);
  });

  type Answer = { status?: number; headers?: () => Record<string, string> };
  const answers: [string, Answer][] = [
    ["after a redirect", { status: 302, headers: () => ({ location: inside("/secret") }) }],
    ["in another protocol", { status: 302, headers: () => ({ location: "file:///etc/passwd" }) }],
    ["in a circle", { status: 302, headers: () => ({ location: "?again" }) }],
    ["by something that is no page", { headers: () => ({ "content-type": "application/pdf" }) }],
    ["by a page that is compressed unasked", { headers: () => ({ "content-encoding": "br" }) }],
    ["by an error", { status: 500 }],
  ];

  it.each(answers)("%s", async (what, { status = 200, headers = () => ({}) }) => {
    const path = `/${encodeURIComponent(what)}`;
    pages[path] = { status, headers: headers(), body: "<title>Something</title>" };
    pages[`${path}?again`] = pages[path];
    const before = asked.length;
    expect(await preview(site(path))).toBeNull();
    expect(asked.slice(before).filter((one) => !one.startsWith("127.0.0.77"))).toEqual([]);
  });

  it("from an endless page beyond its beginning, nor for a picture inside", async () => {
    pages["/long"] = {
      body: `<title>Long</title><meta property="og:image" content="${inside("/boiler.jpg")}">${"x".repeat(2_000_000)}`,
    };
    const before = asked.length;
    expect(await preview(site("/long"))).toMatchObject({ title: "Long", image_url: null });
    expect(asked.slice(before)).toEqual(["127.0.0.77/long"]);
  });

  it("once previews are switched off", async () => {
    const waiting = async () =>
      (await database().db.execute<{ n: number }>(sql`select count(*)::int as n from graphile_worker.jobs`))[0]?.n;
    config().LINK_PREVIEWS = "off";
    const before = await waiting();
    await send("ada", room, site("/boiler"));
    expect(await waiting()).toBe(before);
    config().LINK_PREVIEWS = "on";
  });
});
