CREATE TABLE "pin_failures" (
	"device_id" uuid NOT NULL,
	"user_id" integer NOT NULL,
	"failures" integer NOT NULL,
	"locked_until" timestamp(6) with time zone,
	CONSTRAINT "pin_failures_device_id_user_id_pk" PRIMARY KEY("device_id","user_id"),
	CONSTRAINT "pin_failures_some" CHECK ("pin_failures"."failures" > 0)
);
--> statement-breakpoint
CREATE TABLE "pins" (
	"user_id" integer PRIMARY KEY NOT NULL,
	"pin_hash" text NOT NULL,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shared_devices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"task_group" "task_group" DEFAULT 'none' NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"approved_by_id" integer NOT NULL,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_used_at" timestamp(6) with time zone,
	"revoked_at" timestamp(6) with time zone,
	CONSTRAINT "shared_devices_name" CHECK ("shared_devices"."name" <> '')
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "shared_device_id" uuid;--> statement-breakpoint
ALTER TABLE "house_settings" ADD COLUMN "lock_minutes" smallint;--> statement-breakpoint
ALTER TABLE "pin_failures" ADD CONSTRAINT "pin_failures_device_id_shared_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."shared_devices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pin_failures" ADD CONSTRAINT "pin_failures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_devices" ADD CONSTRAINT "shared_devices_approved_by_id_users_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "shared_devices_token_key" ON "shared_devices" USING btree ("token_hash");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_shared_device_id_shared_devices_id_fk" FOREIGN KEY ("shared_device_id") REFERENCES "public"."shared_devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_shared_device_idx" ON "sessions" USING btree ("shared_device_id") WHERE "sessions"."shared_device_id" is not null and "sessions"."revoked_at" is null;--> statement-breakpoint
ALTER TABLE "house_settings" ADD CONSTRAINT "house_settings_lock" CHECK ("house_settings"."lock_minutes" between 1 and 60);