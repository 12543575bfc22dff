import { integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";
import { users } from "./users";

/** Who somebody is at the provider that they sign in with. A person has one at each, and nobody shares it. */
export const identities = pgTable(
  "identities",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id),
    issuer: text().notNull(),
    subject: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("identities_subject_key").on(t.issuer, t.subject),
    unique("identities_person_key").on(t.userId, t.issuer),
  ],
);
