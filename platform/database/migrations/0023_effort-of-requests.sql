-- What was spent on requests is tied to the request, so that a round can count what its places came from.
alter table placement.effort add column request_id uuid;
comment on column placement.effort.request_id is 'the request it was spent on';
create index on placement.effort (organisation_id, collection_id) where collection_id is not null;
create index on placement.effort (request_id) where request_id is not null;

-- What a round has taken of everybody: its own steps and messages, those of the collections its places were offered in, and
-- those of the requests that were answered with them or were for its periods. Sums alone, to whoever keeps the round.
create function placement.effort_of_round(owner_id uuid, of_round uuid)
returns table (source text, messages integer, touches integer, organisations integer)
language sql stable security definer set search_path = pg_catalog as $$
	with standing as (
		select p.offer_organisation_id, p.offer_id, p.organisation_id, p.period_id, p.host_id from placement.placement p
		where p.round_owner_id = owner_id and p.round_id = of_round and p.state not in ('cancelled', 'declined')
			and (owner_id = house.organisation() or house.is_system())
	), collections as (
		select distinct c.organisation_id, c.collection_id from standing s
		join placement.offer o on o.organisation_id = s.offer_organisation_id and o.id = s.offer_id
		join placement.capacity c on c.organisation_id = o.organisation_id and c.id = o.capacity_id
		where c.collection_id is not null
	), requests as (
		select q.id from placement.request q
		where exists (select from standing s where q.organisation_id = s.organisation_id and q.period_id = s.period_id and q.host_id = s.host_id)
		union
		select a.request_id from placement.request_answer a
		join standing s on s.offer_organisation_id = a.offer_organisation_id and s.offer_id = a.offer_id
	), spent as (
		select 'round' source, e.organisation_id, e.kind, e.times from placement.effort e
		where e.round_id = of_round and (owner_id = house.organisation() or house.is_system())
		union all
		select 'capacity', e.organisation_id, e.kind, e.times from placement.effort e
		join collections c on c.organisation_id = e.organisation_id and c.collection_id = e.collection_id
		union all
		select 'request', e.organisation_id, e.kind, e.times from placement.effort e join requests q on q.id = e.request_id
	)
	select coalesce(s.source, 'all'), coalesce(sum(s.times) filter (where s.kind = 'message'), 0)::int,
		coalesce(sum(s.times) filter (where s.kind = 'touch'), 0)::int, count(distinct s.organisation_id)::int
	from spent s group by grouping sets ((s.source), ())
$$;
revoke all on function placement.effort_of_round from public;
grant execute on function placement.effort_of_round to laeringsarena_program;
