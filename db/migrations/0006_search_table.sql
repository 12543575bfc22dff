CREATE TABLE "message_search" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_progress" (
	"room_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_progress" ADD CONSTRAINT "search_progress_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- One statement, so that no message is counted as moved that is not: others may write meanwhile.
with moved as (
  insert into message_search (message_id, room_id, text)
  select id, room_id, search_text from messages where search_text is not null
)
insert into search_progress (room_id, seq) select id, last_seq from rooms;
--> statement-breakpoint
CREATE INDEX "message_search_idx" ON "message_search" USING gin ("text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "message_search_grams_idx" ON "message_search" USING gin (search_grams("text"));--> statement-breakpoint
-- Last, because they hold up everybody who sends until the end of the migration.
DROP INDEX "messages_search_idx";--> statement-breakpoint
DROP INDEX "messages_search_grams_idx";--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "search_text";
