import { z } from "zod";
import { heldForModerators, heldText, heldWithContext } from "@/lib/contract/held";
import { pageOf, pageQuery, someText, uuidIn } from "./inputs";
import { operation } from "./operation";

const heldParams = z.strictObject({ id: uuidIn });

export const listOwnHeldOp = operation({
  id: "listOwnHeld",
  method: "GET",
  path: "/api/chat/held/",
  summary:
    "The caller's texts that wait for a moderator, and those refused that they have not put away, the oldest first",
  status: 200,
  response: z.object({ results: z.array(heldText) }),
  auth: "bearer",
  errors: [],
});

export const takeBackHeldOp = operation({
  id: "takeBackHeld",
  method: "DELETE",
  path: "/api/chat/held/{id}/",
  summary: "Take a waiting text of one's own back, or put a refused one away; again changes nothing",
  params: heldParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["not_found", "conflict"],
});

export const listHeldOp = operation({
  id: "listHeld",
  method: "GET",
  path: "/api/admin/held/",
  summary: "Texts that the word filter holds, of people who are neither oneself nor above: moderators",
  query: z.strictObject({ ...pageQuery, status: z.enum(["waiting", "decided"]).default("waiting") }),
  status: 200,
  response: pageOf(heldForModerators),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const getHeldOp = operation({
  id: "getHeld",
  method: "GET",
  path: "/api/admin/held/{id}/",
  summary: "A held text with its files and what was said before it: moderators",
  params: heldParams,
  status: 200,
  response: heldWithContext,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const releaseHeldOp = operation({
  id: "releaseHeld",
  method: "POST",
  path: "/api/admin/held/{id}/release/",
  summary: "Let a held text through: it becomes a message of its writer's now, once; again changes nothing",
  params: heldParams,
  status: 200,
  response: heldWithContext,
  auth: "bearer",
  errors: ["forbidden", "not_found", "conflict"],
});

export const refuseHeldOp = operation({
  id: "refuseHeld",
  method: "POST",
  path: "/api/admin/held/{id}/refuse/",
  summary: "Do not let a held text through; its writer reads why. Again changes nothing",
  params: heldParams,
  body: z.strictObject({ reason: someText(1000) }),
  status: 200,
  response: heldWithContext,
  auth: "bearer",
  errors: ["forbidden", "not_found", "conflict"],
});
