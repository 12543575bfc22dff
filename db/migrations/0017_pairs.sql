ALTER TABLE "attachments" ADD COLUMN "moment" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_moment" CHECK ("attachments"."moment" in ('before', 'after'));