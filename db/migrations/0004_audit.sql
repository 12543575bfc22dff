CREATE TABLE "audit_head" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"last_id" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_head_one_row" CHECK ("audit_head"."only")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY DEFAULT 0 NOT NULL,
	"at" timestamp(6) with time zone DEFAULT clock_timestamp() NOT NULL,
	"actor_id" integer,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" text NOT NULL,
	"details" jsonb DEFAULT '{}' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"hash" "bytea" DEFAULT '\x' NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_target_idx" ON "audit_log" USING btree ("target_type","target_id","id");--> statement-breakpoint
-- Each row's hash covers the hash before it, so that a row cannot be changed, removed or moved unnoticed.
create function audit_hash(previous bytea, entry audit_log) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(encode(previous, 'hex'), entry.id, (extract(epoch from entry.at) * 1000000)::bigint,
    entry.actor_id, entry.actor, entry.action, entry.target_type, entry.target_id, entry.details, entry.address)::text, 'UTF8'))
$$;--> statement-breakpoint
-- The head's row is held until the commit: the log is written by one transaction at a time.
create function audit_append() returns trigger language plpgsql as $$
declare
  head audit_head;
begin
  select * into strict head from audit_head for update;
  new.id := head.last_id + 1;
  new.at := clock_timestamp();
  new.hash := audit_hash(head.hash, new);
  update audit_head set last_id = new.id, hash = new.hash;
  return new;
end
$$;--> statement-breakpoint
create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end
$$;--> statement-breakpoint
create trigger audit_append before insert on audit_log for each row execute function audit_append();--> statement-breakpoint
create trigger audit_refuse before update or delete on audit_log for each row execute function audit_refuse();--> statement-breakpoint
create trigger audit_refuse_truncate before truncate on audit_log for each statement execute function audit_refuse();--> statement-breakpoint
insert into audit_head (last_id, hash) values (0, '');
