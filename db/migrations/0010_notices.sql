ALTER TABLE "users" ADD COLUMN "keywords" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "notices_seen_at" timestamp(6) with time zone;--> statement-breakpoint
CREATE INDEX "events_reactions_idx" ON "events" USING btree ("room_id","seq") WHERE "events"."type" = 'reaction.changed';--> statement-breakpoint
CREATE INDEX "messages_mentions_idx" ON "messages" USING gin ("mentions") WHERE "messages"."mentions" <> '{}';--> statement-breakpoint
CREATE INDEX "messages_mentions_all_idx" ON "messages" USING btree ("room_id","seq") WHERE "messages"."mentions_all";--> statement-breakpoint
CREATE INDEX "messages_replies_idx" ON "messages" USING btree ("room_id","seq") WHERE "messages"."reply_to_id" is not null;