import { randomUUID } from "node:crypto";
import type { FiledReport, Warning } from "@/lib/contract/reports";
import type { Known } from "./actors";
import { everybody, type Rows } from "./row";
import type { Stage } from "./stage";

const reports = "/api/reports/";
const queue = "/api/admin/reports/";

/** The sender's message, reported by the participant. */
const ofMessage = async (stage: Stage) =>
  stage.post<FiledReport>("participant", reports, { message: (await stage.freshMessage()).id, reason: "spam" });
const ofPerson = (stage: Stage, who: "boss" | "manager" | "guest") =>
  stage.post<FiledReport>("participant", reports, { person: stage.id(who), reason: "harassment" });

const decide =
  (action: string, filed: (stage: Stage) => Promise<FiledReport>, more: object = {}) =>
  async (stage: Stage) => ({ path: `${queue}${(await filed(stage)).id}/decisions/`, body: { action, ...more } });

export const reportRows: Rows = {
  fileReport: [
    {
      // A fresh one: once it is reported, moderators may open its files.
      call: async (stage) => ({
        path: reports,
        body: { message: (await stage.freshMessage()).id, reason: "spam", note: "Look" },
      }),
      says: { reason: "spam", person: { username: "sender" } },
    },
    {
      when: "a person",
      call: (stage) => ({ path: reports, body: { person: stage.id("guest"), reason: "other" } }),
      by: everybody(201),
      says: { message: null, person: { username: "guest" } },
    },
    {
      when: "oneself",
      call: (stage) => ({ path: reports, body: { person: stage.id("viewer"), reason: "other" } }),
      by: { viewer: "400 invalid_input" },
      field: "person",
    },
    {
      when: "nobody",
      call: () => ({ path: reports, body: { person: 999999, reason: "other" } }),
      by: { viewer: "400 invalid_input" },
      field: "person",
    },
    {
      when: "a message that is none",
      call: () => ({ path: reports, body: { message: randomUUID(), reason: "other" } }),
      by: { viewer: "400 invalid_input" },
      field: "message",
    },
    {
      when: "a message and a person",
      call: (stage) => ({
        path: reports,
        body: { message: stage.message.id, person: stage.id("guest"), reason: "other" },
      }),
      by: { viewer: "400 invalid_input" },
      field: "message",
    },
    {
      when: "with a reason of the house",
      call: (stage) => ({ path: reports, body: { person: stage.id("guest"), reason: "automatic" } }),
      by: { viewer: "400 invalid_input" },
      field: "reason",
    },
  ],
  listReports: [{ call: () => ({ path: queue }) }],
  getReport: [
    {
      call: async (stage) => ({ path: `${queue}${(await ofMessage(stage)).id}/` }),
      says: { status: "open", person: { username: "sender" }, decisions: [] },
    },
    {
      when: "about somebody above",
      call: async (stage) => ({ path: `${queue}${(await ofPerson(stage, "boss")).id}/` }),
      by: { manager: "403 forbidden" },
    },
    {
      when: "about oneself",
      call: async (stage) => ({ path: `${queue}${(await ofPerson(stage, "manager")).id}/` }),
      by: { manager: "403 forbidden" },
    },
    { when: "there is none", call: () => ({ path: `${queue}${randomUUID()}/` }), by: { manager: "404 not_found" } },
  ],
  decideReport: [
    {
      call: decide("dismiss", ofMessage),
      says: { status: "closed", decisions: [{ action: "dismiss", note: "" }] },
    },
    {
      when: "by a warning without words",
      call: decide("warn", ofMessage),
      by: { manager: "400 invalid_input" },
      field: "note",
    },
    {
      when: "by a silence that is over",
      call: decide("silence", ofMessage, { until: "2020-01-01T00:00:00Z" }),
      by: { manager: "400 invalid_input" },
      field: "until",
    },
    {
      when: "by a warning with an end",
      call: decide("warn", ofMessage, { note: "Mind your words", until: null }),
      by: { manager: "400 invalid_input" },
      field: "until",
    },
    {
      when: "by silencing a person who was reported for no message",
      call: decide("silence", (stage) => ofPerson(stage, "guest")),
      by: { manager: "409 conflict" },
    },
    {
      when: "about oneself",
      call: decide("dismiss", (stage) => ofPerson(stage, "manager")),
      by: { manager: "403 forbidden" },
    },
    {
      when: "about somebody above",
      call: decide("deactivate", (stage) => ofPerson(stage, "boss")),
      by: { manager: "403 forbidden" },
    },
    {
      when: "by hiding a person",
      call: decide("hide", (stage) => ofPerson(stage, "guest")),
      by: { manager: "409 conflict" },
    },
    {
      when: "there is none",
      call: () => ({ path: `${queue}${randomUUID()}/decisions/`, body: { action: "dismiss" } }),
      by: { manager: "404 not_found" },
    },
  ],
  listWarnings: [{ call: () => ({ path: "/api/warnings/" }) }],
  acknowledgeWarning: [
    {
      call: async (stage, actor) => ({
        path: await warned(stage, actor === "nobody" || actor === "deactivated" ? "viewer" : actor),
      }),
      says: { note: "Mind your words" },
    },
    {
      when: "somebody else's",
      call: async (stage) => ({ path: await warned(stage, "sender") }),
      by: { viewer: "404 not_found" },
    },
  ],
};

/** Where somebody says that they have read the warning which they are given now. */
async function warned(stage: Stage, who: Known) {
  const filed = await stage.post<FiledReport>("guest", reports, { person: stage.id(who), reason: "other" });
  await stage.post("boss", `${queue}${filed.id}/decisions/`, { action: "warn", note: "Mind your words" });
  const { body } = await stage.people[who].rest.get("/api/warnings/");
  const [warning] = (body as { results: Warning[] }).results;
  return `/api/warnings/${warning?.id}/acknowledge/`;
}
