import sharp from "sharp";
import { givePreview } from "@/e2e/setup/give-preview";
import type { Attachment, Message } from "@/lib/contract/shapes";
import type { Recorder, Sent } from "./recorder";

/** Uploads both ways, and the files as they come back. */
export async function filesStory(recorder: Recorder, ben: string, room: string): Promise<void> {
  const call = recorder.call.bind(recorder);
  const png = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#2a7" } })
    .png()
    .toBuffer();
  const photo: Sent = { name: "boiler.png", type: "image/png", bytes: new Uint8Array(png) };
  const list: Sent = { name: "keys.txt", type: "text/plain", bytes: new TextEncoder().encode("Front door: 4711\n") };
  await call("getUploadLimits", { by: ben });
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
  await call("getAttachmentPreview", { by: ben, params: { id: uploaded.id } });
  const linked = await call<Message>("sendMessage", {
    by: ben,
    body: { room, content: "The manual: https://example.com/boiler" },
    silent: true,
  });
  await givePreview(linked, png);
  await call("getMessage", { by: ben, params: { id: linked.id } });
  await call("getLinkImage", { by: ben, params: { id: linked.id } });
  await call("removeLinkPreview", { by: ben, params: { id: linked.id } });
  await call("finishUpload", { by: ben, params: { id: await inParts(recorder, ben, list) }, body: {} });
}

/** The same file in two parts, as after a broken line. Gives the upload's id. */
async function inParts(recorder: Recorder, ben: string, { name, type, bytes }: Sent): Promise<string> {
  const common = { Authorization: `Bearer ${ben}`, "Tus-Resumable": "1.0.0" };
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const address = await recorder.step("POST", "/api/chat/uploads/", {
    ...common,
    "Upload-Length": String(bytes.byteLength),
    "Upload-Metadata": `filename ${base64(name)},filetype ${base64(type)}`,
  });
  const patch = (from: number, to: number) =>
    recorder.step(
      "PATCH",
      address,
      { ...common, "Upload-Offset": String(from), "Content-Type": "application/offset+octet-stream" },
      bytes.slice(from, to),
    );
  await patch(0, 10);
  await recorder.step("HEAD", address, common);
  await patch(10, bytes.byteLength);
  return address.split("/").at(-2) ?? "";
}
