ALTER TABLE "users" ADD COLUMN "mail_after" smallint DEFAULT 60;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "mailed_until" timestamp(6) with time zone;--> statement-breakpoint
CREATE INDEX "messages_mentioning_idx" ON "messages" USING btree ("id") WHERE "messages"."mentions" <> '{}';