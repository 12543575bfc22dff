import { z } from "zod";
import { isWeakPin } from "@/lib/contract/is-weak-pin";
import { taskGroup } from "@/lib/contract/shapes";
import { sharedDevice } from "@/lib/contract/shared-devices";
import { ownersProof, pageOf, pageQuery, someText, uuidIn } from "./inputs";
import { operation } from "./operation";

export const listSharedDevicesOp = operation({
  id: "listSharedDevices",
  method: "GET",
  path: "/api/admin/shared-devices/",
  summary: "Browsers that are approved for several people: managers",
  query: z.strictObject(pageQuery),
  status: 200,
  response: pageOf(sharedDevice),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const approveSharedDeviceOp = operation({
  id: "approveSharedDevice",
  method: "POST",
  path: "/api/admin/shared-devices/",
  summary: "Approve the browser that asks as a shared device, by a cookie that the answer sets: managers",
  body: z.strictObject({ name: someText(60), task_group: taskGroup.default("none") }),
  status: 201,
  response: sharedDevice,
  auth: "bearer",
  errors: ["forbidden"],
});

export const revokeSharedDeviceOp = operation({
  id: "revokeSharedDevice",
  method: "DELETE",
  path: "/api/admin/shared-devices/{id}/",
  summary: "End a shared device; whoever came in there by a PIN is signed out within a second: managers",
  params: z.strictObject({ id: uuidIn }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const getPinOp = operation({
  id: "getPin",
  method: "GET",
  path: "/api/users/me/pin/",
  summary: "Whether one has a PIN for shared devices",
  status: 200,
  response: z.object({ set: z.boolean() }),
  auth: "bearer",
  errors: ["forbidden"],
});

export const setPinOp = operation({
  id: "setPin",
  method: "POST",
  path: "/api/users/me/pin/",
  summary: "Set one's own PIN for shared devices; it takes the password, and `otp` of whoever has a second factor",
  body: ownersProof.extend({
    pin: z
      .string()
      .regex(/^\d{6}$/, "It must be six digits.")
      .refine((given) => !isWeakPin(given), "It is too easy to guess: choose other digits."),
  }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden"],
});

export const removePinOp = operation({
  id: "removePin",
  method: "DELETE",
  path: "/api/users/me/pin/",
  summary: "Remove one's own PIN; who came in by it is signed out",
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden"],
});
