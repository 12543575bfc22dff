import { afterAll, beforeAll, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import type { UploadLimits } from "@/lib/contract/operations/attachments";
import { cast, type Person } from "./setup/cast";
import type { Answer } from "./setup/rest-client";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { postForm, type Sending, uploadInParts } from "./setup/upload";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben" | "boss", Person>;
let room: string;
beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", boss: "superuser" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
});
afterAll(() => server.stop());

const ways: Record<string, (by: Person, file: Sending) => Promise<Pick<Answer, "status" | "body">>> = {
  "with its message": (by, attachment) => postForm(by, "/api/chat/messages/", { room }, { attachment }),
  "before its message": (by, file) => postForm(by, "/api/chat/attachments/", {}, { file }),
  "in parts": uploadInParts,
};

it("holds a person to the quota of the day in all three ways together, and another one not", async () => {
  const quota = config().UPLOAD_MB_PER_DAY;
  config().UPLOAD_MB_PER_DAY = 1;
  try {
    const some = { bytes: Buffer.alloc(300_000, "a"), name: "a.txt" };
    for (const [way, send] of Object.entries(ways)) expect((await send(people.ada, some)).status, way).toBe(201);
    const limits = (await people.ada.rest.get("/api/chat/attachments/limits/")).body as UploadLimits;
    expect(limits).toMatchObject({ daily_bytes: 1024 * 1024, daily_bytes_left: 1024 * 1024 - 900_000 });
    for (const [way, send] of Object.entries(ways)) {
      expect(await send(people.ada, some), way).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    }
    expect((await ways["before its message"]?.(people.ben, some))?.status).toBe(201);
  } finally {
    config().UPLOAD_MB_PER_DAY = quota;
  }
});

it("holds everybody to the largest file that the house has set, in all three ways, and tells it before", async () => {
  const set = (file_mb: number | null) => people.boss.rest.patch("/api/admin/settings/", { file_mb });
  const largest = async () =>
    ((await people.ben.rest.get("/api/chat/attachments/limits/")).body as UploadLimits).max_file_bytes;
  const large = { bytes: Buffer.alloc(1024 * 1024 + 1, "a"), name: "large.txt" };
  const small = { bytes: Buffer.alloc(1024 * 1024, "a"), name: "small.txt" };
  expect(await largest()).toBe(25 * 1024 * 1024);
  expect((await set(1)).status).toBe(200);
  expect(await largest()).toBe(1024 * 1024);
  for (const [way, send] of Object.entries(ways)) {
    expect(await send(people.ben, large), way).toMatchObject({ status: 413, body: { code: "too_large" } });
    expect((await send(people.ben, small)).status, way).toBe(201);
  }
  await set(null);
  expect((await ways["before its message"]?.(people.ben, large))?.status).toBe(201);
});
