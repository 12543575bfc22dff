import { z } from "zod";
import { givenReasons, reportActions, reportReasons, reportSources } from "./report-words";
import { attachment, role, roomType, time, user, uuid } from "./shapes";

/** What whoever reports is told: that it has arrived, not what becomes of it. */
export const filedReport = z
  .object({ id: uuid, message: uuid.nullable(), person: user, reason: z.enum(givenReasons), created_at: time })
  .meta({ id: "FiledReport" });

/** A report as moderators see it. */
export const report = z
  .object({
    id: uuid,
    status: z.enum(["open", "closed"]),
    source: z.enum(reportSources),
    /** Whom it is about: of a message its sender. */
    person: user.extend({ role, is_active: z.boolean() }),
    message: z
      .object({
        id: uuid,
        room: z.object({ id: uuid, name: z.string(), room_type: roomType }),
        /** As it was when it was reported. */
        content: z.string(),
        state: z.enum(["visible", "hidden", "deleted"]),
        /** Where its sender stands in that room by now: only a `participant` can be silenced there, and not between two. */
        sender_place: z.enum(["outside", "participant", "admin"]),
        /** Until when its sender only reads in that room. */
        silenced_until: time.nullable(),
        created_at: time,
      })
      .nullable(),
    /** Who reported it; nobody where it was no person. */
    reports: z.array(
      z.object({ reporter: user.nullable(), reason: z.enum(reportReasons), note: z.string(), created_at: time }),
    ),
    decisions: z.array(
      z.object({
        actor: user.nullable(),
        action: z.enum(reportActions),
        note: z.string(),
        /** The end of a silence. */
        until: time.nullable(),
        created_at: time,
      }),
    ),
    opened_at: time,
    closed_at: time.nullable(),
  })
  .meta({ id: "Report" });

export const reportWithContext = report
  .extend({
    /** The files of the reported message. */
    attachments: z.array(attachment),
    /** The reported message among some before and after it, as they are now. */
    context: z.array(
      z.object({
        id: uuid,
        sender: user.nullable(),
        content: z.string(),
        created_at: time,
        is_reported: z.boolean(),
      }),
    ),
  })
  .meta({ id: "ReportWithContext" });

/** What a moderator told the caller. */
export const warning = z
  .object({
    id: uuid,
    note: z.string(),
    /** The caller's message that it is about. */
    message: z.string().nullable(),
    created_at: time,
    acknowledged_at: time.nullable(),
  })
  .meta({ id: "Warning" });

export type FiledReport = z.infer<typeof filedReport>;
export type Report = z.infer<typeof report>;
export type ReportWithContext = z.infer<typeof reportWithContext>;
export type Warning = z.infer<typeof warning>;
