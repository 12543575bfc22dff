CREATE TABLE "links" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"url" text NOT NULL,
	"title" text,
	"description" text DEFAULT '' NOT NULL,
	"site_name" text DEFAULT '' NOT NULL,
	"image_key" text,
	"image_width" integer,
	"image_height" integer,
	"fetched_at" timestamp(6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "link_id" bigint;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "link_removed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "links_url_idx" ON "links" USING btree ("url","fetched_at");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_files_idx" ON "messages" USING btree ("room_id","seq") WHERE "messages"."attachment_count" > 0;--> statement-breakpoint
CREATE INDEX "messages_link_idx" ON "messages" USING btree ("link_id") WHERE "messages"."link_id" is not null;