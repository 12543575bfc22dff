CREATE TABLE "hidden_messages" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"mentions" integer[] NOT NULL,
	"mentions_all" boolean NOT NULL,
	"attachment_count" integer NOT NULL,
	"link_id" bigint,
	"hidden_by_id" integer,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" uuid NOT NULL,
	"actor_id" integer,
	"action" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" uuid NOT NULL,
	"reporter_id" integer,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "report_entries_reason" CHECK ("report_entries"."reason" in ('spam', 'harassment', 'inappropriate', 'private', 'other', 'filter', 'automatic'))
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"source" text DEFAULT 'people' NOT NULL,
	"person_id" integer NOT NULL,
	"message_id" uuid,
	"room_id" uuid,
	"content" text,
	"context_from" integer,
	"context_to" integer,
	"opened_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	"closed_at" timestamp(6) with time zone,
	CONSTRAINT "reports_source" CHECK ("reports"."source" in ('people', 'filter', 'automatic')),
	CONSTRAINT "reports_message_has_room" CHECK (("reports"."message_id" is null) = ("reports"."room_id" is null))
);
--> statement-breakpoint
CREATE TABLE "warnings" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"user_id" integer NOT NULL,
	"report_id" uuid NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	"acknowledged_at" timestamp(6) with time zone
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "hidden_at" timestamp(6) with time zone;--> statement-breakpoint
ALTER TABLE "hidden_messages" ADD CONSTRAINT "hidden_messages_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_messages" ADD CONSTRAINT "hidden_messages_hidden_by_id_users_id_fk" FOREIGN KEY ("hidden_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_decisions" ADD CONSTRAINT "report_decisions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_decisions" ADD CONSTRAINT "report_decisions_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_entries" ADD CONSTRAINT "report_entries_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_entries" ADD CONSTRAINT "report_entries_reporter_id_users_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_decisions_report_idx" ON "report_decisions" USING btree ("report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_entries_key" ON "report_entries" USING btree ("report_id","reporter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_open_message_key" ON "reports" USING btree ("message_id") WHERE "reports"."closed_at" is null and "reports"."message_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_open_person_key" ON "reports" USING btree ("person_id") WHERE "reports"."closed_at" is null and "reports"."message_id" is null;--> statement-breakpoint
CREATE INDEX "reports_open_idx" ON "reports" USING btree ("opened_at") WHERE "reports"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "reports_closed_idx" ON "reports" USING btree ("closed_at") WHERE "reports"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "reports_message_idx" ON "reports" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "warnings_user_idx" ON "warnings" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "warnings_open_key" ON "warnings" USING btree ("report_id") WHERE "warnings"."acknowledged_at" is null;