-- What is already promised at sites: so that capacity cannot be taken back under those who count on it, and so that those
-- who order see what is left. Locks and placements stand in the rows of others: who keeps the sites learns how many, when
-- and for whom, never who; everybody else learns how many and when, and which of it is their own.
create function placement.promised_at(sites uuid[])
returns table (kind text, site_id uuid, offer_id uuid, institution_id uuid, holder text, first_day date, last_day date, places integer)
language sql stable security definer set search_path = pg_catalog as $$
	with asked as (
		select s.organisation_id, s.id, s.organisation_id = house.organisation() or house.is_system() own
		from placement.site s
		where s.id = any(sites) and (s.published and house.is_known() or s.organisation_id = house.organisation() or house.is_system())
	), promised as (
		select 'placement' kind, asked.own, p.site_id, p.offer_id, p.institution_id, p.course_name holder, p.first_day, p.last_day, 1 places
		from asked join placement.placement p on p.site_organisation_id = asked.organisation_id and p.site_id = asked.id
		where p.state not in ('cancelled', 'declined')
		union all
		select 'lock', asked.own, o.site_id, o.id, c.institution_id, r.name, e.first_day, e.last_day, 1
		from asked
		join placement.offer o on o.organisation_id = asked.organisation_id and o.site_id = asked.id
		join placement.lock l on l.offer_organisation_id = o.organisation_id and l.offer_id = o.id
		join placement.round r on r.organisation_id = l.organisation_id and r.id = l.round_id
		join placement.claim c on c.organisation_id = l.claim_organisation_id and c.id = l.claim_id and c.withdrawn_at is null
		join placement.period e on e.organisation_id = c.organisation_id and e.id = c.period_id
		where r.state <> 'closed' and not exists (
			select from placement.placement p
			where p.organisation_id = c.organisation_id and p.claim_id = c.id and p.state not in ('cancelled', 'declined'))
		union all
		select 'answer', asked.own, o.site_id, o.id, q.institution_id, q.course_name, q.first_day, q.last_day, a.places
		from asked
		join placement.offer o on o.organisation_id = asked.organisation_id and o.site_id = asked.id
		join placement.request_answer a on a.offer_organisation_id = o.organisation_id and a.offer_id = o.id
		join placement.request q on q.organisation_id = a.organisation_id and q.id = a.request_id
		where q.state = 'answered'
	)
	select kind, site_id, offer_id,
		case when own or institution_id = house.organisation() then institution_id else md5(institution_id::text || site_id::text)::uuid end,
		case when own or institution_id = house.organisation() then holder else '' end, first_day, last_day, places
	from promised
$$;
revoke all on function placement.promised_at from public;
grant execute on function placement.promised_at to laeringsarena_program;

-- Who has answered in a collection is looked up by the collection.
create index on placement.capacity (organisation_id, collection_id) where collection_id is not null;

-- An offer nobody counts on any longer can go; who once answered with it, or counted it differently, lets go of it.
alter table placement.request_answer drop constraint request_answer_offer_organisation_id_offer_id_fkey,
	add constraint request_answer_offer foreign key (offer_organisation_id, offer_id)
		references placement.offer (organisation_id, id) on delete set null;
alter table placement.round_offer drop constraint round_offer_offer_organisation_id_offer_id_fkey,
	add constraint round_offer_offer foreign key (offer_organisation_id, offer_id)
		references placement.offer (organisation_id, id) on delete cascade;
alter table placement.lock drop constraint lock_offer_organisation_id_offer_id_fkey,
	add constraint lock_offer foreign key (offer_organisation_id, offer_id)
		references placement.offer (organisation_id, id) on delete cascade;

-- Accounts of those who coordinate placement at an organisation, so that an order can be told to them.
create function placement.coordinators_of(organisation uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select distinct m.person_id from organisation.membership m
	where house.is_known() and m.organisation_id = organisation and m.role = 'placement-coordinator' and m.unit_id is null
		and m.person_id is not null
		and m.valid_from <= (now() at time zone 'Europe/Oslo')::date
		and (m.valid_to is null or m.valid_to >= (now() at time zone 'Europe/Oslo')::date)
$$;
revoke all on function placement.coordinators_of from public;
grant execute on function placement.coordinators_of to laeringsarena_program;
