import { z } from "zod";
import type { JobName, Jobs } from "@/db/queries/jobs";
import { sweepOrphans } from "@/lib/domain/attachments/forget-files";
import { pruneEvents } from "@/lib/domain/events/prune-events";
import { forgetUpload } from "@/lib/domain/uploads/forget-upload";
import { previewLink } from "@/lib/domain/links/preview-link";

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
  "sweep-files": worker<"sweep-files">({ payload: z.object({}), work: () => sweepOrphans() }),
  "prune-events": worker<"prune-events">({
    payload: z.object({}),
    work: async () => {
      await pruneEvents();
    },
  }),
};

/** What is done again and again, by whichever node comes first: cron's five fields, in UTC, and the name of a job. */
export const timetable: readonly { at: string; job: JobName }[] = [
  { at: "17 * * * *", job: "sweep-files" },
  { at: "41 * * * *", job: "prune-events" },
];
