import { z } from "zod";
import type { JobName, Jobs } from "@/db/queries/jobs";
import { id, uuid } from "@/lib/contract/shapes";
import { sweepOrphans } from "@/lib/domain/attachments/forget-files";
import { pruneEvents } from "@/lib/domain/events/prune-events";
import { forgetUpload } from "@/lib/domain/uploads/forget-upload";
import { previewLink } from "@/lib/domain/links/preview-link";
import { forgetOldMessages } from "@/lib/domain/messages/forget-old-messages";
import { moderateMessage } from "@/lib/domain/moderation/moderate-message";
import { clearShown } from "@/lib/domain/notifications/clear-shown";
import { deliver, deliverToCrowd } from "@/lib/domain/notifications/deliver";
import { mailDigest } from "@/lib/domain/notifications/mail-digest";
import { mailDigests } from "@/lib/domain/notifications/mail-digests";
import { notifyMessage } from "@/lib/domain/notifications/notify-message";
import { notifyRoom } from "@/lib/domain/notifications/notify-room";
import { sendDigest } from "@/lib/domain/notifications/send-digest";
import { sweepNotifications } from "@/lib/domain/notifications/sweep-notifications";

type Worker<Name extends JobName> = {
  payload: z.ZodType<Jobs[Name]>;
  work: (payload: Jobs[Name], signal: AbortSignal | undefined) => Promise<void>;
};

const worker = <Name extends JobName>(given: Worker<Name>): Worker<Name> => given;

/** Who does which job: the payload is parsed, and one verb is called. A verb must bear being called twice. */
export const workers: { [Name in JobName]: Worker<Name> } = {
  "forget-upload": worker<"forget-upload">({
    payload: z.object({ id: z.guid() }),
    work: ({ id }) => forgetUpload(id),
  }),
  "preview-link": worker<"preview-link">({
    payload: z.object({ message: z.guid() }),
    work: ({ message }) => previewLink(message),
  }),
  "moderate-message": worker<"moderate-message">({
    payload: z.object({ message: z.guid() }),
    work: ({ message }) => moderateMessage(message),
  }),
  "sweep-files": worker<"sweep-files">({ payload: z.object({}), work: () => sweepOrphans() }),
  "prune-events": worker<"prune-events">({
    payload: z.object({}),
    work: async () => {
      await pruneEvents();
    },
  }),
  "forget-messages": worker<"forget-messages">({
    payload: z.object({}),
    work: async () => {
      await forgetOldMessages();
    },
  }),
  "notify-room": worker<"notify-room">({ payload: z.object({ room: uuid }), work: ({ room }) => notifyRoom(room) }),
  "notify-message": worker<"notify-message">({
    payload: z.object({ message: uuid }),
    work: ({ message }) => notifyMessage(message),
  }),
  push: worker<"push">({
    payload: z.object({ deliveries: z.array(z.int()) }),
    work: ({ deliveries }) => deliver(deliveries),
  }),
  "push-crowd": worker<"push-crowd">({
    payload: z.object({ deliveries: z.array(z.int()) }),
    work: ({ deliveries }, signal) => deliverToCrowd(deliveries, signal),
  }),
  "push-digest": worker<"push-digest">({ payload: z.object({ user: id }), work: ({ user }) => sendDigest(user) }),
  "mail-digests": worker<"mail-digests">({ payload: z.object({}), work: () => mailDigests() }),
  "mail-digest": worker<"mail-digest">({ payload: z.object({ user: id }), work: ({ user }) => mailDigest(user) }),
  "clear-shown": worker<"clear-shown">({ payload: z.object({ user: id, room: uuid, seq: z.int() }), work: clearShown }),
  "sweep-notifications": worker<"sweep-notifications">({ payload: z.object({}), work: () => sweepNotifications() }),
};

/** What is done again and again, by whichever node comes first: cron's five fields, in UTC, and the name of a job. */
export const timetable: readonly { at: string; job: JobName }[] = [
  { at: "17 * * * *", job: "sweep-files" },
  { at: "41 * * * *", job: "prune-events" },
  { at: "29 * * * *", job: "forget-messages" },
  { at: "* * * * *", job: "sweep-notifications" },
  { at: "*/5 * * * *", job: "mail-digests" },
];
