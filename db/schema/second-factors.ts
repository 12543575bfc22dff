import { bigint, integer, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant } from "./columns";
import { users } from "./users";

/** What an authenticator app and this house share: the key of one person's codes. It counts once a code has proved it. */
export const secondFactors = pgTable("second_factors", {
  userId: integer("user_id")
    .primaryKey()
    .references(() => users.id),
  /** Sealed by a key of AUTH_SECRET: a stolen backup makes no codes. */
  secret: bytea("secret").notNull(),
  createdAt: createdAt(),
  /** Null until the person has given a first code. */
  confirmedAt: instant("confirmed_at"),
  /** The time step of the last code that was taken: neither it nor an older one is taken again. */
  lastStep: bigint("last_step", { mode: "number" }),
});

/** Codes for the day when the phone is lost, each good once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: integer("user_id")
      .notNull()
      .references(() => secondFactors.userId, { onDelete: "cascade" }),
    codeHash: bytea("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [uniqueIndex("recovery_codes_key").on(t.userId, t.codeHash)],
);
