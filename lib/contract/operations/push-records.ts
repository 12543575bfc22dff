import { z } from "zod";
import { anyPushDevice, pushFacts, pushFailure, pushPlatform } from "@/lib/contract/push-record";
import { pageOf, pageQuery, text, uuidIn } from "./inputs";
import { operation } from "./operation";

export const pushFactsOp = operation({
  id: "pushFacts",
  method: "GET",
  path: "/api/admin/push/",
  summary: "What came of the notifications of the last 24 hours, and how many devices there are: superusers",
  status: 200,
  response: pushFacts,
  auth: "bearer",
  errors: ["forbidden"],
});

export const listPushDevicesOp = operation({
  id: "listPushDevices",
  method: "GET",
  path: "/api/admin/push/devices/",
  summary: "Every browser and phone that is notified, the last registered first: superusers",
  query: z.strictObject({
    ...pageQuery,
    search: text(200).exactOptional(),
    platform: pushPlatform.exactOptional(),
    /** `failing`: where the last try did not succeed. */
    status: z.enum(["all", "failing"]).default("all"),
  }),
  status: 200,
  response: pageOf(anyPushDevice),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const removePushDeviceOp = operation({
  id: "removePushDevice",
  method: "DELETE",
  path: "/api/admin/push/devices/{id}/",
  summary: "Notify a device no more; its person stays signed in, and may turn notifications on again: superusers",
  params: z.object({ id: uuidIn }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const listPushFailuresOp = operation({
  id: "listPushFailures",
  method: "GET",
  path: "/api/admin/push/failures/",
  summary: "Notifications of the last thirty days that did not reach their device, newest first: superusers",
  query: z.strictObject(pageQuery),
  status: 200,
  response: pageOf(pushFailure),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});
