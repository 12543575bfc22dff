import { randomUUID } from "node:crypto";
import { formOf } from "@/e2e/setup/upload";
import { stoppedWord } from "./filter-rows";
import type { Plain, Row, Rows } from "./row";

const url = "/api/chat/attachments/";

const file =
  (bytes: (picture: Uint8Array) => Uint8Array | string, name: string): Plain["call"] =>
  (stage) => ({ path: url, body: formOf({}, { file: { bytes: bytes(stage.picture), name } }) });

/** Every way to the bytes of a file. */
const serves = (way: "file" | "thumbnail" | "preview"): [Plain, ...Row[]] => [
  {
    call: (stage) => ({ path: `${url}${stage.message.attachments[0]?.id ?? ""}/${way}/` }),
  },
  {
    when: "to be downloaded",
    call: (stage) => ({ path: `${url}${stage.message.attachments[0]?.id ?? ""}/${way}/?download=true` }),
    by: { participant: 200 },
  },
  {
    when: "it was not sent yet",
    call: async (stage) => ({ path: `${url}${(await stage.upload("sender")).id}/${way}/` }),
    by: { sender: 200, participant: "403 forbidden", admin: "403 forbidden", stranger: "403 forbidden" },
  },
  {
    when: "its message is deleted",
    call: async (stage) => {
      const form = formOf({ room: stage.room.id }, { attachment: { bytes: stage.picture, name: "c.png" } });
      const sent = await stage.post<{ id: string; attachments: { id: string }[] }>(
        "sender",
        "/api/chat/messages/",
        form,
      );
      await stage.people.sender.rest.delete(`/api/chat/messages/${sent.id}/`);
      return { path: `${url}${sent.attachments[0]?.id ?? ""}/${way}/` };
    },
    by: { sender: "404 not_found", admin: "404 not_found" },
  },
  {
    when: "there is no such file",
    call: () => ({ path: `${url}${randomUUID()}/${way}/` }),
    by: { sender: "404 not_found" },
  },
];

/** What the sender has uploaded in parts: all of it, unless it was to be longer. */
const finish =
  (bytes: (picture: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>, name: string, more = 0): Plain["call"] =>
  async (stage) => {
    const sent = bytes(stage.picture);
    return { path: `${await stage.uploadInParts(name, sent, sent.length + more)}finish/`, body: {} };
  };

export const attachmentRows: Rows = {
  uploadAttachment: [
    { call: file(() => "Words", "a.txt") },
    { when: "broken", call: file((picture) => picture.slice(0, 40), "a.png"), by: { sender: "422 unprocessable" } },
    {
      when: "of a kind that is not taken",
      call: file(() => "alert(1)", "a.js"),
      by: { sender: "415 unsupported_media_type" },
    },
    {
      when: "of a name that the house refuses",
      call: async (stage) => {
        const name = `${await stoppedWord(stage, "refuse")}.txt`;
        return { path: url, body: formOf({}, { file: { bytes: "Words", name } }) };
      },
      by: { sender: "422 filter_refused" },
      field: "attachment",
    },
    { when: "empty", call: file(() => "", "a.txt"), by: { sender: "400 invalid_input" } },
    {
      when: "without a file",
      call: () => ({ path: url, body: formOf({ kind: "voice" }) }),
      by: { sender: "400 invalid_input" },
      field: "file",
    },
    {
      when: "as JSON",
      call: () => ({ path: url, body: { file: "a" } }),
      by: { sender: "415 unsupported_media_type" },
    },
  ],
  getUploadLimits: [{ call: () => ({ path: `${url}limits/` }) }],
  finishUpload: [
    { call: finish(() => new TextEncoder().encode("Words"), "a.txt") },
    {
      when: "parts are missing",
      call: finish((picture) => picture.slice(0, 40), "a.png", 1),
      by: { sender: "409 conflict" },
    },
    {
      when: "it is broken",
      call: finish((picture) => new Uint8Array(picture).fill(0, 40), "a.png"),
      by: { sender: "422 unprocessable" },
    },
    {
      when: "a picture called a PDF",
      call: finish((picture) => picture, "a.pdf"),
      by: { sender: "415 unsupported_media_type" },
    },
    {
      when: "there is none",
      call: () => ({ path: `/api/chat/uploads/${randomUUID()}/finish/`, body: {} }),
      by: { sender: "404 not_found" },
    },
  ],
  getAttachmentFile: serves("file"),
  getAttachmentThumbnail: serves("thumbnail"),
  getAttachmentPreview: serves("preview"),
};
