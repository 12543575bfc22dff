CREATE TABLE "filter_rules" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "filter_rules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"action" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	"modified_at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "filter_rules_kind" CHECK ("filter_rules"."kind" in ('words', 'pattern')),
	CONSTRAINT "filter_rules_action" CHECK ("filter_rules"."action" in ('warn', 'refuse')),
	CONSTRAINT "filter_rules_value" CHECK ("filter_rules"."value" <> '')
);
