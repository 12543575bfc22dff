import { z } from "zod";
import { message } from "@/lib/contract/shapes";
import { messageParams } from "./inputs";
import { operation } from "./operation";
import { placeRefusals } from "./place-refusals";

export const removeLinkPreviewOp = operation({
  id: "removeLinkPreview",
  method: "DELETE",
  path: "/api/chat/messages/{id}/link_preview/",
  summary: "Take the preview of its link off one's own message",
  params: messageParams,
  status: 200,
  response: message,
  auth: "bearer",
  errors: ["not_participant", "forbidden", "not_found", ...placeRefusals],
});

export const linkImageOp = operation({
  id: "getLinkImage",
  method: "GET",
  path: "/api/chat/messages/{id}/link_preview/image/",
  summary: "A small WebP of the picture of a message's link",
  params: messageParams,
  query: z.strictObject({}),
  status: 200,
  response: null,
  answers: "file",
  auth: "bearer",
  errors: ["not_participant", "not_found"],
});
