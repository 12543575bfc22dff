import { z } from "zod";
import { account, importedLine, roomFacts, systemState } from "@/lib/contract/admin";
import { houseSettings, houseSettingsChange } from "@/lib/contract/house-settings";
import { role, roomType } from "@/lib/contract/shapes";
import { listAuditOp } from "./audit";
import { pageOf, pageQuery, roomParams, text } from "./inputs";
import { operation } from "./operation";

export const listAccountsOp = operation({
  id: "listAccounts",
  method: "GET",
  path: "/api/admin/people/",
  summary: "Every account, closed ones too: managers",
  query: z.strictObject({
    ...pageQuery,
    search: text(200).exactOptional(),
    status: z.enum(["active", "closed", "all"]).default("active"),
    role: role.exactOptional(),
  }),
  status: 200,
  response: pageOf(account),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const importPeopleOp = operation({
  id: "importPeople",
  method: "POST",
  path: "/api/admin/people/import/",
  summary: "Add people from a list with commas, all or none; a trial changes nothing. No passwords: each gets a link",
  body: z.strictObject({
    /** Columns by name, in any order: username, first_name, last_name, email, role, task_group. */
    csv: z.string().min(1, "It must not be empty.").max(200_000),
    trial: z.boolean().default(false),
  }),
  status: 200,
  response: z.object({ created: z.int(), lines: z.array(importedLine) }),
  auth: "bearer",
  errors: ["forbidden"],
});

export const listAllRoomsOp = operation({
  id: "listAllRooms",
  method: "GET",
  path: "/api/admin/rooms/",
  summary: "Every room but direct ones, seen from outside: managers",
  query: z.strictObject({
    ...pageQuery,
    search: text(200).exactOptional(),
    room_type: roomType.exclude(["direct"]).exactOptional(),
    status: z.enum(["active", "archived", "all"]).default("active"),
  }),
  status: 200,
  response: pageOf(roomFacts),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const manageRoomOp = operation({
  id: "manageRoom",
  method: "PATCH",
  path: "/api/admin/rooms/{id}/",
  summary: "Archive a room or bring it back without being in it: managers, no direct rooms",
  params: roomParams,
  body: z.strictObject({ archived: z.boolean() }),
  status: 200,
  response: roomFacts,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

const { page: _page, page_size: _size, ...auditFilter } = listAuditOp.query.shape;

export const exportAuditOp = operation({
  id: "exportAudit",
  method: "GET",
  path: "/api/admin/audit/export/",
  summary: "The audit log as a list with commas, at most the newest 100,000 lines: superusers",
  query: z.strictObject(auditFilter),
  status: 200,
  response: null,
  answers: "file",
  auth: "bearer",
  errors: ["forbidden"],
});

export const systemStateOp = operation({
  id: "systemState",
  method: "GET",
  path: "/api/admin/system/",
  summary: "How the installation is: superusers",
  status: 200,
  response: systemState,
  auth: "bearer",
  errors: ["forbidden"],
});

export const getSettingsOp = operation({
  id: "getSettings",
  method: "GET",
  path: "/api/admin/settings/",
  summary: "What is set for everybody: superusers",
  status: 200,
  response: houseSettings,
  auth: "bearer",
  errors: ["forbidden"],
});

export const updateSettingsOp = operation({
  id: "updateSettings",
  method: "PATCH",
  path: "/api/admin/settings/",
  summary: "Change what is set for everybody, from now on: superusers",
  body: houseSettingsChange,
  status: 200,
  response: houseSettings,
  auth: "bearer",
  errors: ["forbidden"],
});
