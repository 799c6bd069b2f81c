-- What was only words is pointed at: where a promise holds, and whose names may still stand in a text that was copied.

alter table agreement.commitment
	add column unit_organisation_id uuid,
	add column unit_id uuid,
	add constraint commitment_unit_whole check ((unit_organisation_id is null) = (unit_id is null)),
	add constraint commitment_unit_named check (unit_id is null or unit_name is not null);
comment on column agreement.commitment.unit_id is 'the unit of a party that unit_name names, where it names one';
create index on agreement.commitment (unit_id) where unit_id is not null;

alter table agreement.agreement add column former_party_ids uuid[] not null default '{}';
comment on column agreement.agreement.former_party_ids is 'parties of the agreement this one was copied from that were left out: their names may stand in the text';

alter table agreement.exchange
	add column lectures integer check (lectures between 1 and 1000),
	add constraint exchange_lectures_of_lecturing check (lectures is null or kind = 'lecturing');
comment on column agreement.exchange.lectures is 'of lecturing: how many lectures have been held; null where that is not said';

-- As before; but where the promise points at a unit, places are those of its sites and of sites of units under it. A site
-- that is no unit of the register is still known by its name.
create or replace function placement.delivered(questions jsonb, with_ids boolean)
returns table (question integer, course_name text, institution_id uuid, host_id uuid, first_day date, places integer, ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
	select q.ordinality::int, p.course_name, p.institution_id, p.host_id, p.first_day, count(*)::int,
		case when with_ids then array_agg(p.id order by p.id) end
	from jsonb_array_elements(questions) with ordinality as q
	cross join lateral (select (q.value->>'deliveredBy')::uuid deliverer,
		array(select jsonb_array_elements_text(q.value->'parties')::uuid) parties,
		array(
			with recursive below as (
				select u.organisation_id, u.id from organisation.unit u
				where u.organisation_id in (select jsonb_array_elements_text(q.value->'parties')::uuid) and u.id = (q.value->>'unitId')::uuid
				union
				select u.organisation_id, u.id from organisation.unit u
				join below b on u.organisation_id = b.organisation_id and u.parent_id = b.id
			)
			select b.id from below b
		) units) who
	join placement.placement p on p.first_day between (q.value->>'from')::date and (q.value->>'to')::date
		and p.state not in ('cancelled', 'declined')
		and ((p.host_id = who.deliverer and p.institution_id = any(who.parties))
			or (p.host_id = any(who.parties) and p.institution_id = who.deliverer))
	left join placement.site s on s.organisation_id = p.site_organisation_id and s.id = p.site_id
	where (house.organisation() = any(who.parties) or house.is_system())
		and (q.value->>'profession' is null or p.profession = q.value->>'profession')
		and (q.value->>'yearOfStudy' is null or p.year_of_study = (q.value->>'yearOfStudy')::int)
		and (q.value->>'unitName' is null
			or s.unit_id = any(who.units)
			or ((cardinality(who.units) = 0 or s.unit_id is null)
				and position(lower(q.value->>'unitName') in lower(p.site_name)) > 0))
	group by q.ordinality, p.course_name, p.institution_id, p.host_id, p.first_day
$$;
