-- Meetings as deliveries on an agreement. Whoever is a party to the agreement sees that they were held, also in arenas they
-- are not in; the meetings themselves are read as before.

-- For each question (its place in the list, from 1): the meetings held within the days, of arenas that follow the agreement
-- up, or that follow none up and have all its parties in them. Each meeting once.
create function meeting.delivered(questions jsonb)
returns table (question integer, id uuid, arena_name text, held_on date)
language sql stable security definer set search_path = pg_catalog as $$
	select q.ordinality::int, m.id, a.name, (m.starts_at at time zone 'Europe/Oslo')::date
	from jsonb_array_elements(questions) with ordinality as q
	cross join lateral (select array(select jsonb_array_elements_text(q.value->'parties')::uuid) parties) who
	join meeting.arena a on a.agreement_id = (q.value->>'agreementId')::uuid
		or (a.agreement_id is null and cardinality(who.parties) > 1 and a.readers @> who.parties)
	join meeting.meeting m on m.organisation_id = a.organisation_id and m.arena_id = a.id and m.state = 'held'
		and (m.starts_at at time zone 'Europe/Oslo')::date between (q.value->>'from')::date and (q.value->>'to')::date
	where house.organisation() = any(who.parties) or house.is_system()
	order by 1, 4, 2
$$;
revoke all on function meeting.delivered from public;
grant execute on function meeting.delivered to laeringsarena_program;
create index on meeting.arena (agreement_id) where agreement_id is not null;
