create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists unaccent;
--> statement-breakpoint
-- UUIDv7 with sub-millisecond bits (RFC 9562 method 3): ids made one after the other sort so.
create function uuid_v7() returns uuid language plpgsql volatile parallel safe as $$
declare
  micros bigint := (extract(epoch from clock_timestamp()) * 1000000)::bigint;
  bytes bytea := uuid_send(gen_random_uuid());
begin
  bytes := overlay(bytes placing substring(int8send(micros / 1000) from 3) from 1 for 6);
  bytes := overlay(bytes placing substring(int8send(28672 + ((micros % 1000) * 4096 / 1000)) from 7) from 7 for 2);
  return encode(bytes, 'hex')::uuid;
end $$;
--> statement-breakpoint
-- Lower case without accents; immutable so that it can be indexed.
create function fold_text(value text) returns text language sql immutable parallel safe strict as $$
  select lower(unaccent('unaccent', normalize(value, NFKC)))
$$;
