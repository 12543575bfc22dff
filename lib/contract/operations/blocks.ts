import { z } from "zod";
import { block } from "@/lib/contract/block";
import { numberParams, pageOf, pageQuery } from "./inputs";
import { operation } from "./operation";

export const listBlocksOp = operation({
  id: "listBlocks",
  method: "GET",
  path: "/api/users/me/blocks/",
  summary: "Whom one has blocked, the newest first",
  query: z.strictObject(pageQuery),
  status: 200,
  response: pageOf(block),
  auth: "bearer",
  errors: ["not_found"],
});

export const blockUserOp = operation({
  id: "blockUser",
  method: "POST",
  path: "/api/users/{id}/block/",
  summary:
    "Block a person: neither writes to the other directly, and one is not told of what they write; again changes nothing",
  params: numberParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["not_found", "invalid_input"],
});

export const unblockUserOp = operation({
  id: "unblockUser",
  method: "DELETE",
  path: "/api/users/{id}/block/",
  summary: "Take a block back; where there is none nothing changes",
  params: numberParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["not_found"],
});
