-- Whoever runs a round sees what the round is made of, as its runs do: the periods guests have brought and show nobody else, the
-- places a host keeps for one of the round's institutions, and the sites of published places, to be asked there.
create function placement.own_round_periods() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select period_id from placement.round_period where organisation_id = house.organisation()
$$;
create function placement.own_round_courses() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select p.course_id from placement.round_period rp
	join placement.period p on p.organisation_id = rp.period_organisation_id and p.id = rp.period_id
	where rp.organisation_id = house.organisation()
$$;
create function placement.own_round_parties(side text) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select party_id from placement.round_party y where y.organisation_id = house.organisation() and y.side = $1
$$;
revoke all on function placement.own_round_periods, placement.own_round_courses, placement.own_round_parties from public;
grant execute on function placement.own_round_periods, placement.own_round_courses, placement.own_round_parties
	to laeringsarena_program;

create policy runs on placement.period for select using (id in (select placement.own_round_periods()));
create policy runs on placement.course for select using (id in (select placement.own_round_courses()));
create policy runs on placement.offer for select
	using (published and reserved_for in (select placement.own_round_parties('institution'))
		and host_id in (select placement.own_round_parties('host')));
create policy runs on placement.site for select
	using (host_id in (select placement.own_round_parties('host'))
		and exists (select from placement.offer o where o.organisation_id = site.organisation_id and o.site_id = site.id and o.published));
