-- send_batch of migration 0016, and 0009 says why it is made as it is. New: a send that the word filter has held is known by its
-- client_id too, so that it is answered as before also once no rule matches it any more: `held`, or `reused` with other
-- content. `held` in the input names the held text that this send releases. One more lookup by key, in a table that is
-- small; held texts are written under the room's row, as messages are.
create or replace function send_batch(input json)
returns table (ord int, verdict text, id uuid, seq float8, number int, at text, mentions int[], sender json, reply json)
language plpgsql volatile
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
set random_page_cost = 1.1 set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
  perform 1 from rooms r
    where r.id = any(array(select distinct (one ->> 'room')::uuid from json_array_elements(input) one))
    order by r.id for no key update;
  return query
  with input as materialized (
    select * from json_to_recordset(input) as x(ord int, room uuid, sender int, client_id text, hash text,
      type message_type, content text, reply_to uuid, thread_root uuid, mention_names text[], mentions_all boolean,
      files_fit boolean, file_count int, held uuid)
  ), checked as materialized (
    select i.*, r.last_seq, r.message_total, r.last_activity_at, e.id as earlier_id, p.silenced_until,
      case
        when e.id is not null then case when encode(e.sent_hash, 'hex') = i.hash then 'earlier' else 'reused' end
        when h.id is not null then case when encode(h.sent_hash, 'hex') = i.hash then 'held' else 'reused' end
        when r.id is null then 'unknown_room'
        when p.id is null or p.left_at is not null then 'not_participant'
        when r.archived_at is not null then 'room_archived'
        when p.silenced_until > clock_timestamp() then 'silenced'
        when r.who_writes = 'admins' and not p.is_admin then 'only_admins_write'
        when r.room_type = 'direct' and (
          exists (select 1 from blocks where blocker_id = split_part(r.direct_key, ':', 1)::int
            and blocked_id = split_part(r.direct_key, ':', 2)::int)
          or exists (select 1 from blocks where blocker_id = split_part(r.direct_key, ':', 2)::int
            and blocked_id = split_part(r.direct_key, ':', 1)::int)) then 'blocked'
        when i.reply_to is not null and rp.id is null then 'bad_reply'
        when i.thread_root is not null and (tr.id is null or tr.thread_root_id is not null) then 'bad_thread'
        when not i.files_fit then 'bad_attachment'
        else 'ok' end as verdict
    from input i
      left join lateral (select * from rooms where id = i.room offset 0) r on true
      left join lateral (select * from participants where room_id = i.room and user_id = i.sender offset 0) p on true
      left join lateral (select id, sent_hash from messages
        where sender_id = i.sender and client_id = i.client_id offset 0) e on true
      left join lateral (select id, sent_hash from held_texts
        where sender_id = i.sender and client_id = i.client_id offset 0) h on h.id is distinct from i.held
      left join lateral (select id, room_id, deleted_at from messages where id = i.reply_to offset 0) rp
        on rp.room_id = i.room and rp.deleted_at is null
      left join lateral (select id, room_id, deleted_at, thread_root_id from messages where id = i.thread_root offset 0) tr
        on tr.room_id = i.room and tr.deleted_at is null
  ), fresh as materialized (
    select c.*, uuid_v7() as id, row_number() over (partition by room order by ord)::int as n,
      greatest(clock_timestamp(), last_activity_at + interval '1 microsecond')
        + (row_number() over (partition by room order by ord)) * interval '1 microsecond' as at,
      case
        -- At most so many are named; the flag beside it keeps counting right beyond.
        when mentions_all then coalesce((select array_agg(shown.user_id) from (select q.user_id from participants q
          where q.room_id = c.room and q.left_at is null order by q.id limit 1000) shown), '{}')
        when cardinality(mention_names) > 0 then coalesce((select array_agg(distinct u.id order by u.id)
          from unnest(mention_names) as name
            cross join lateral (select id from users where lower(username) = name offset 0) u
            cross join lateral (select 1 from participants
              where room_id = c.room and user_id = u.id and left_at is null offset 0) q), '{}')
        else '{}' end as mentions
    from checked c where verdict = 'ok'
  ), inserted as (
    insert into messages (id, room_id, seq, number, sender_id, client_id, sent_hash, message_type, content, reply_to_id,
      thread_root_id, mentions, mentions_all, attachment_count, created_at, modified_at)
    select id, room, last_seq + n, message_total + n, sender, client_id, decode(hash, 'hex'), type, content, reply_to,
      thread_root, mentions, mentions_all, file_count, at, at
    from fresh order by ord
  ), logged as (
    insert into events (room_id, seq, type, at, message_id, user_id)
    select room, last_seq + n, 'message.created', at, id, sender from fresh order by ord
  ), counted as (
    update rooms r set last_seq = r.last_seq + g.n, message_total = r.message_total + g.n,
      message_count = r.message_count + g.n, last_message_id = g.last_id, last_activity_at = g.at, modified_at = g.at,
      last_xid = pg_current_xact_id()
    from (select room, count(*)::int as n, max(at) as at, (array_agg(id order by ord desc))[1] as last_id
      from fresh group by room) g
    where r.id = g.room and r.id = any(array(select distinct room from fresh))
  ), threaded as (
    update messages m set reply_count = m.reply_count + g.n
    from (select thread_root, count(*)::int as n from fresh where thread_root is not null group by thread_root) g
    where m.id = g.thread_root and m.id = any(array(select distinct thread_root from fresh))
  )
  -- What the message is to be shown with comes along, so that nothing is read back.
  select c.ord, c.verdict, coalesce(f.id, c.earlier_id), (f.last_seq + f.n)::float8, f.message_total + f.n,
    coalesce(f.at::text, case when c.verdict = 'silenced' then c.silenced_until::text end),
    f.mentions,
    (select json_build_object('id', u.id, 'username', u.username, 'first_name', u.first_name,
      'last_name', u.last_name, 'email', u.email) from users u where u.id = f.sender),
    (select json_build_object('id', r.id, 'sender', (select json_build_object('id', u.id, 'username', u.username)
        from users u where u.id = r.sender_id), 'content', left(r.content, 100), 'created_at', r.created_at::text)
      from messages r where r.id = f.reply_to)
  from checked c left join fresh f on f.ord = c.ord order by c.ord;
end $$;
