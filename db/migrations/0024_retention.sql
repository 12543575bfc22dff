CREATE TABLE "kept_messages" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "gone_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "gone_number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "house_settings" ADD COLUMN "file_mb" smallint;--> statement-breakpoint
ALTER TABLE "house_settings" ADD COLUMN "message_days" smallint;--> statement-breakpoint
ALTER TABLE "house_settings" ADD COLUMN "limits" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "kept_messages" ADD CONSTRAINT "kept_messages_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_messages" ADD CONSTRAINT "kept_messages_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_messages_room_idx" ON "kept_messages" USING btree ("room_id");--> statement-breakpoint
ALTER TABLE "house_settings" ADD CONSTRAINT "house_settings_file" CHECK ("house_settings"."file_mb" between 1 and 25);--> statement-breakpoint
ALTER TABLE "house_settings" ADD CONSTRAINT "house_settings_days" CHECK ("house_settings"."message_days" between 30 and 3650);--> statement-breakpoint
ALTER TABLE "house_settings" ADD CONSTRAINT "house_settings_limits" CHECK (jsonb_typeof("house_settings"."limits") = 'object');