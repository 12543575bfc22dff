import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * What a page said of itself when it was looked at. A row never changes: what was looked at again later is another one, so
 * that messages keep what they were sent with. One that found nothing is kept too: nobody asks again for a while.
 */
export const links = pgTable(
  "links",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    url: text().notNull(),
    /** Null: there is nothing to show. */
    title: text(),
    description: text().notNull().default(""),
    siteName: text("site_name").notNull().default(""),
    imageKey: text("image_key"),
    imageWidth: integer("image_width"),
    imageHeight: integer("image_height"),
    fetchedAt: instant("fetched_at").notNull().defaultNow(),
  },
  (t) => [index("links_url_idx").on(t.url, t.fetchedAt)],
);
