import { z } from "zod";
import { type HouseLimit, houseLimits, keepDays } from "./house-limits";
import { maxFileBytes } from "./operations/attachments";
import { id } from "./shapes";

const within = (limit: HouseLimit) => z.int().min(houseLimits[limit].least).max(houseLimits[limit].most).nullable();

/** What one person may do how often, by its name in `houseLimits`; null: as usual. */
const limits = z.object({
  send: within("send"),
  search: within("search"),
  create_room: within("create_room"),
  upload: within("upload"),
  report: within("report"),
} satisfies Record<HouseLimit, z.ZodType>);

const uploadMb = id.max(1_000_000);
const fileMb = z
  .int()
  .min(1)
  .max(maxFileBytes / 1024 / 1024);
const lockMinutes = z.int().min(1).max(60);

/** What can be set while the server runs. */
export const houseSettings = z
  .object({
    /** What one person may upload on one day, in megabytes; null: what the server was started with. */
    upload_mb_per_day: uploadMb.nullable(),
    /** The largest single file, in megabytes; null: 25, which is as large as any may be. */
    file_mb: fileMb.nullable(),
    /** Minutes without a touch after which shared devices lock themselves. */
    lock_minutes: lockMinutes,
    limits,
    /** Days after which messages are removed for good; null: they are kept for ever. */
    message_days: z.int().min(keepDays.least).max(keepDays.most).nullable(),
    /** What counts where nothing is set. */
    usual: z.object({
      upload_mb_per_day: z.int(),
      file_mb: z.int(),
      lock_minutes: z.int(),
      limits: z.object({
        send: z.int(),
        search: z.int(),
        create_room: z.int(),
        upload: z.int(),
        report: z.int(),
      } satisfies Record<HouseLimit, z.ZodType>),
    }),
  })
  .meta({ id: "HouseSettings" });

const { shape } = houseSettings;

/** What of it shall change; what is not named stays. */
export const houseSettingsChange = z.strictObject({
  upload_mb_per_day: shape.upload_mb_per_day.exactOptional(),
  file_mb: shape.file_mb.exactOptional(),
  lock_minutes: shape.lock_minutes.exactOptional(),
  limits: z
    .strictObject({
      send: limits.shape.send.exactOptional(),
      search: limits.shape.search.exactOptional(),
      create_room: limits.shape.create_room.exactOptional(),
      upload: limits.shape.upload.exactOptional(),
      report: limits.shape.report.exactOptional(),
    })
    .exactOptional(),
  message_days: shape.message_days.exactOptional(),
});

export type HouseSettings = z.infer<typeof houseSettings>;
export type HouseSettingsChange = z.infer<typeof houseSettingsChange>;
