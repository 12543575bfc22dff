-- Lower case without accents; immutable so that it can be indexed. The database runs under the C locale, whose lower()
-- knows ASCII alone: hence ICU's. Names are qualified because a restore runs with an empty search_path.
create or replace function fold_text(value text) returns text language sql immutable parallel safe strict as $$
  select lower(public.unaccent('public.unaccent', normalize(value, NFKC)) collate "und-x-icu")
$$;
--> statement-breakpoint
-- Every two neighbouring characters outside ASCII. Under the C locale pg_trgm passes over those, and a word of two
-- characters (Chinese, Japanese, Korean, Thai) has no trigram anyway. Its cost keeps the planner from judging row by row.
create function search_grams(value text) returns text[] language sql immutable parallel safe strict cost 1000 as $$
  select case when value ~ '[^\x01-\x7f]{2}' then (
    select array_agg(distinct pair.a || pair.b) from (
      select c as a, lead(c) over (order by n) as b from string_to_table(value, null) with ordinality as x(c, n)
    ) pair where octet_length(pair.a) > 1 and octet_length(pair.b) > 1
  ) else '{}' end
$$;
--> statement-breakpoint
create index messages_search_grams_idx on messages using gin (search_grams(search_text));
--> statement-breakpoint
-- What was folded before is folded anew.
update messages set content = content where search_text <> fold_text(content);
