import { z } from "zod";
import { id } from "@/lib/contract/shapes";

/** The pieces that inputs are made of. What goes out is in `shapes`; what comes in is checked here. */

const hasNul = (text: string) => text.includes("\0");
/** Half of a surrogate pair, as left by cutting an emoji in two: PostgreSQL would refuse it. */
const mend = (text: string) => text.replace(/\p{Surrogate}/gu, "\uFFFD");
/** Characters as people count them: an emoji outside the basic plane is one. */
const length = (text: string) =>
  text.length > 4000 ? [...text].length : text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "_").length;

/** Trimmed text of at most `most` characters without NUL. */
export const text = (most: number) =>
  z
    .string()
    .overwrite((given) => mend(given).trim())
    .refine((given) => !hasNul(given), "It must not contain a NUL character.")
    .refine((given) => length(given) <= most, `It must have at most ${most} characters.`)
    .meta({ maxLength: most });

/** Like `text`, and not empty. */
export const someText = (most: number) =>
  text(most)
    .refine((given) => given !== "", "It must not be empty.")
    .meta({ minLength: 1, maxLength: most });

/** A secret is compared as it was typed: nothing is trimmed. */
export const secret = z
  .string()
  .min(1, "It must not be empty.")
  .max(4096)
  .refine((given) => !hasNul(given), "It must not contain a NUL character.");

/** A code of an authenticator app, or a recovery code, with or without spaces and dashes. */
export const otp = secret.max(64);

/** That it is the owner of an account who asks: `otp` where they have a second factor. */
export const ownersProof = z.strictObject({ current_password: secret, otp: otp.exactOptional() });

export const messageContent = someText(10_000);

/** After `filter_warning`: send it anyway. */
export const acceptWarning = z.boolean();

export const uuidIn = z.guid("It must be a UUID.").toLowerCase();

/** An integer id written in a path or query. */
export const idText = z
  .string()
  .regex(/^\d{1,10}$/, "It must be an integer.")
  .transform(Number)
  .pipe(id);

export const flagText = z.enum(["true", "false"], "It must be true or false.").transform((given) => given === "true");

const positive = z.string().regex(/^0*[1-9]\d{0,14}$/, "It must be a whole number from 1.");

const upTo = (most: number) => positive.transform((given) => Math.min(Number(given), most));

/** `page` far beyond any list counts as past its end. */
export const pageQuery = { page: upTo(10_000_000).default(1), page_size: upTo(100).default(50) };

/** Above 100 a limit counts as 100: as text in a query, as a number in what sockets send. */
export const limitText = upTo(100);
export const limitNumber = z
  .int()
  .min(1)
  .transform((given) => Math.min(given, 100));

const earliest = Date.parse("0001-01-01T00:00:00Z");
const latest = Date.parse("9999-12-31T23:59:59Z");

/** A moment with a zone, given as ISO 8601; in UTC its year must have four digits too, or it could not be given back. */
export const timeIn = z.iso
  .datetime({ offset: true, error: "It must be a time in ISO 8601 with a zone." })
  .refine(
    (given) => Date.parse(given) >= earliest && Date.parse(given) < latest,
    "It must lie in the years 1 to 9999.",
  );

/** A date, or a time with a zone. */
export const dateOrTime = z.union([z.iso.date(), timeIn], "It must be a date or a time in ISO 8601.");

export const roomParams = z.strictObject({ id: uuidIn });
export const messageParams = z.strictObject({ id: uuidIn });
export const numberParams = z.strictObject({ id: idText });

/** The envelope of a paged list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ count: z.int(), next: z.string().nullable(), previous: z.string().nullable(), results: z.array(item) });
