CREATE TABLE "held_texts" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"room_id" uuid NOT NULL,
	"sender_id" integer NOT NULL,
	"client_id" text NOT NULL,
	"sent_hash" "bytea" NOT NULL,
	"message_type" text,
	"content" text NOT NULL,
	"reply_to_id" uuid,
	"thread_root_id" uuid,
	"attachment_ids" uuid[] DEFAULT '{}' NOT NULL,
	"before_after" boolean DEFAULT false NOT NULL,
	"rules" jsonb NOT NULL,
	"context_to" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by_id" integer,
	"decided_at" timestamp(6) with time zone,
	"message_id" uuid,
	"seen_at" timestamp(6) with time zone,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "held_texts_state" CHECK ("held_texts"."state" in ('waiting', 'released', 'refused', 'withdrawn')),
	CONSTRAINT "held_texts_decided" CHECK (("held_texts"."state" = 'waiting') = ("held_texts"."decided_at" is null)),
	CONSTRAINT "held_texts_released" CHECK (("held_texts"."state" = 'released') = ("held_texts"."message_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "filter_rules" DROP CONSTRAINT "filter_rules_action";--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "held_id" uuid;--> statement-breakpoint
ALTER TABLE "held_texts" ADD CONSTRAINT "held_texts_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_texts" ADD CONSTRAINT "held_texts_sender_id_users_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_texts" ADD CONSTRAINT "held_texts_reply_to_id_messages_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_texts" ADD CONSTRAINT "held_texts_thread_root_id_messages_id_fk" FOREIGN KEY ("thread_root_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_texts" ADD CONSTRAINT "held_texts_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_texts" ADD CONSTRAINT "held_texts_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "held_texts_client_key" ON "held_texts" USING btree ("sender_id","client_id");--> statement-breakpoint
CREATE INDEX "held_texts_waiting_idx" ON "held_texts" USING btree ("created_at") WHERE "held_texts"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "held_texts_decided_idx" ON "held_texts" USING btree ("decided_at") WHERE "held_texts"."state" in ('released', 'refused');--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_held_id_held_texts_id_fk" FOREIGN KEY ("held_id") REFERENCES "public"."held_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_held_idx" ON "attachments" USING btree ("held_id") WHERE "attachments"."held_id" is not null;--> statement-breakpoint
ALTER TABLE "filter_rules" ADD CONSTRAINT "filter_rules_action" CHECK ("filter_rules"."action" in ('warn', 'hold', 'refuse'));