import { randomUUID } from "node:crypto";
import { formOf } from "@/e2e/setup/upload";
import { everybody, readers, type Row, type Rows } from "./row";

const url = "/api/chat/attachments/";

const takes = (
  when: string,
  bytes: (picture: Uint8Array) => Uint8Array | string,
  name: string,
  by: Row["by"],
): Row => ({
  when,
  call: (stage) => ({ path: url, body: formOf({}, { file: { bytes: bytes(stage.picture), name } }) }),
  by,
});

/** Every way to the bytes of a file. */
const serves = (way: "file" | "thumbnail" | "preview"): Row[] => [
  {
    when: "plain",
    call: (stage) => ({ path: `${url}${stage.message.attachments[0]?.id ?? ""}/${way}/` }),
    by: readers(200),
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

const finishes = (
  when: string,
  bytes: (picture: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
  name: string,
  by: Row["by"],
): Row => ({
  when,
  call: async (stage) => ({
    path: `${await stage.uploadInParts(name, bytes(stage.picture), stage.picture.length)}finish/`,
    body: {},
  }),
  by,
});

export const attachmentRows: Rows = {
  uploadAttachment: [
    takes("plain", (picture) => picture, "a.png", { ...everybody(201), viewer: "403 forbidden" }),
    takes("broken", (picture) => picture.slice(0, 40), "a.png", { sender: "422 unprocessable" }),
    takes("of a kind that is not taken", () => "alert(1)", "a.js", { sender: "415 unsupported_media_type" }),
    takes("empty", () => "", "a.txt", { sender: "400 invalid_input" }),
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
  getUploadLimits: [{ when: "plain", call: () => ({ path: `${url}limits/` }), by: everybody(200) }],
  // What the sender has uploaded in parts.
  finishUpload: [
    finishes("plain", (picture) => picture, "a.png", {
      nobody: "401 unauthorized",
      sender: 201,
      participant: "403 forbidden",
    }),
    finishes("parts are missing", (picture) => picture.slice(0, 40), "a.png", { sender: "409 conflict" }),
    finishes("it is broken", (picture) => new Uint8Array(picture).fill(0, 40), "a.png", {
      sender: "422 unprocessable",
    }),
    finishes("a picture called a PDF", (picture) => picture, "a.pdf", { sender: "415 unsupported_media_type" }),
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
