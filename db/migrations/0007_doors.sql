CREATE TABLE "invites" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"role" "role" DEFAULT 'staff' NOT NULL,
	"task_group" "task_group" DEFAULT 'none' NOT NULL,
	"user_id" integer,
	"max_uses" integer DEFAULT 1 NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"created_by_id" integer NOT NULL,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp(6) with time zone NOT NULL,
	"revoked_at" timestamp(6) with time zone,
	CONSTRAINT "invites_kind" CHECK ("invites"."kind" in ('join', 'password')),
	CONSTRAINT "invites_password_has_user" CHECK (("invites"."kind" = 'password') = ("invites"."user_id" is not null)),
	CONSTRAINT "invites_uses" CHECK ("invites"."uses" between 0 and "invites"."max_uses")
);
--> statement-breakpoint
CREATE TABLE "house_settings" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"upload_mb_per_day" integer,
	CONSTRAINT "house_settings_one_row" CHECK ("house_settings"."only"),
	CONSTRAINT "house_settings_upload" CHECK ("house_settings"."upload_mb_per_day" > 0)
);
--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invites_code_key" ON "invites" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "invites_user_idx" ON "invites" USING btree ("user_id");