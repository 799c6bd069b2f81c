-- Placements as deliveries on an agreement. Whoever is a party to an agreement sees how many places came of it, also
-- between two other parties, but no student: rows of placement.placement are read as before.

-- For each question (its place in the list, from 1): the placements between who delivers and the others, that begin within
-- the days and hold a place. Ids only where asked for, for those who may read the placements themselves.
create function placement.delivered(questions jsonb, with_ids boolean)
returns table (question integer, course_name text, institution_id uuid, host_id uuid, first_day date, places integer, ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
	select q.ordinality::int, p.course_name, p.institution_id, p.host_id, p.first_day, count(*)::int,
		case when with_ids then array_agg(p.id order by p.id) end
	from jsonb_array_elements(questions) with ordinality as q
	cross join lateral (select (q.value->>'deliveredBy')::uuid deliverer,
		array(select jsonb_array_elements_text(q.value->'parties')::uuid) parties) who
	join placement.placement p on p.first_day between (q.value->>'from')::date and (q.value->>'to')::date
		and p.state not in ('cancelled', 'declined')
		and ((p.host_id = who.deliverer and p.institution_id = any(who.parties))
			or (p.host_id = any(who.parties) and p.institution_id = who.deliverer))
	where (house.organisation() = any(who.parties) or house.is_system())
		and (q.value->>'profession' is null or p.profession = q.value->>'profession')
		and (q.value->>'yearOfStudy' is null or p.year_of_study = (q.value->>'yearOfStudy')::int)
		and (q.value->>'unitName' is null or position(lower(q.value->>'unitName') in lower(p.site_name)) > 0)
	group by q.ordinality, p.course_name, p.institution_id, p.host_id, p.first_day
$$;
revoke all on function placement.delivered from public;
grant execute on function placement.delivered to laeringsarena_program;
