-- What is already promised at a keeper's sites, so that capacity cannot be taken back under those who count on it.
-- Locks and placements stand in the rows of others: who keeps the sites learns how many, when and for whom, never who.
create function placement.promised_at(sites uuid[])
returns table (kind text, site_id uuid, offer_id uuid, institution_id uuid, holder text, first_day date, last_day date, places integer)
language sql stable security definer set search_path = pg_catalog as $$
	with asked as (
		select s.organisation_id, s.id from placement.site s
		where s.id = any(sites) and (s.organisation_id = house.organisation() or house.is_system())
	)
	select 'placement', p.site_id, p.offer_id, p.institution_id, p.course_name, p.first_day, p.last_day, 1
	from asked join placement.placement p on p.site_organisation_id = asked.organisation_id and p.site_id = asked.id
	where p.state not in ('cancelled', 'declined')
	union all
	select 'lock', o.site_id, o.id, c.institution_id, r.name, e.first_day, e.last_day, 1
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
	select 'answer', o.site_id, o.id, q.institution_id, q.course_name, q.first_day, q.last_day, a.places
	from asked
	join placement.offer o on o.organisation_id = asked.organisation_id and o.site_id = asked.id
	join placement.request_answer a on a.offer_organisation_id = o.organisation_id and a.offer_id = o.id
	join placement.request q on q.organisation_id = a.organisation_id and q.id = a.request_id
	where q.state = 'answered'
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
