import sharp from "sharp";
import type { Attachment } from "@/lib/contract/shapes";
import type { Recorder, Sent } from "./recorder";

/** Uploads both ways, and the files as they come back. */
export async function filesStory(recorder: Recorder, ben: string, room: string): Promise<void> {
  const call = recorder.call.bind(recorder);
  const png = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#2a7" } })
    .png()
    .toBuffer();
  const photo: Sent = { name: "boiler.png", type: "image/png", bytes: new Uint8Array(png) };
  const list: Sent = { name: "keys.txt", type: "text/plain", bytes: new TextEncoder().encode("Front door: 4711\n") };
  const uploaded = await call<Attachment>("uploadAttachment", { by: ben, form: { file: photo } });
  await call("sendMessage", {
    by: ben,
    body: { room, content: "Before and after", attachment_ids: [uploaded.id] },
    silent: true,
  });
  await call("sendMessage", { by: ben, form: { room, content: "The new codes", attachment: list } });
  await call("getAttachmentFile", { by: ben, params: { id: uploaded.id } });
  await call("getAttachmentFile", {
    by: ben,
    params: { id: uploaded.id },
    headers: { Range: "bytes=0-31" },
    status: 206,
  });
  await call("getAttachmentThumbnail", { by: ben, params: { id: uploaded.id } });
}
