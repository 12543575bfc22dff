import { readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { cast, type Person } from "./setup/cast";
import { type NodeProcess, startNode } from "./setup/node-process";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";

process.env.DATA_DIR = await temporaryFolder();
const database = await useTestDatabase();
let node: NodeProcess | undefined;
afterAll(() => node?.kill());

const MB = 1024 * 1024;
/** What a process holds now, or has held at most since `forgetPeak`. */
const memoryOf = async (pid: number, which: "VmRSS" | "VmHWM") =>
  Number(new RegExp(`${which}:\\s+(\\d+) kB`).exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
const forgetPeak = (pid: number) => writeFile(`/proc/${pid}/clear_refs`, "5");

/** Sends a whole upload in parts and makes it an attachment. */
async function upload(url: string, person: Person, bytes: Buffer): Promise<number> {
  const headers = { "tus-resumable": "1.0.0", authorization: `Bearer ${person.access}` };
  const begun = await fetch(`${url}/api/chat/uploads/`, {
    method: "POST",
    headers: { ...headers, "upload-length": String(bytes.length), "upload-metadata": `filename ${btoa("photo.jpg")}` },
  });
  const at = begun.headers.get("location") ?? "";
  const sent = await fetch(url + at, {
    method: "PATCH",
    headers: { ...headers, "content-type": "application/offset+octet-stream", "upload-offset": "0" },
    body: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) as Uint8Array<ArrayBuffer>,
  });
  if (sent.status !== 204) return sent.status;
  return (await person.rest.post(`${at}finish/`, {})).status;
}

it("keeps the server's memory where it is while twenty photos of 20 MB arrive", async () => {
  node = await startNode(database);
  const { url, pid } = node;
  const { ada } = await cast(url, { ada: "staff" });
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#3a7" } })
    .jpeg()
    .toBuffer();
  // What follows a picture belongs to it for the line and the disk.
  const large = Buffer.concat([photo, Buffer.alloc(20 * MB - photo.length)]);
  // A server that has taken its first photo: what it loads once does not count.
  expect(await upload(url, ada, large)).toBe(201);
  const before = await memoryOf(pid, "VmRSS");
  await forgetPeak(pid);
  const ends = await Promise.all(Array.from({ length: 20 }, () => upload(url, ada, large)));
  expect(new Set(ends)).toEqual(new Set([201]));
  expect(((await memoryOf(pid, "VmHWM")) - before) / MB).toBeLessThan(40);
}, 90_000);
