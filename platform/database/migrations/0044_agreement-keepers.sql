-- Accounts of those who keep agreements at an organisation, so that they can be told. Where nobody has that task, its
-- administrators, who may do the same, are told: an organisation that is here is never silent.

create or replace function agreement.keepers_of(organisation uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	with held as (
		select distinct m.person_id, m.role = 'administrator' as stands_in from organisation.membership m
		where house.is_known() and m.organisation_id = organisation and m.unit_id is null and m.person_id is not null
			and m.role in ('agreement-coordinator', 'manager', 'administrator')
			and m.valid_from <= (now() at time zone 'Europe/Oslo')::date
			and (m.valid_to is null or m.valid_to >= (now() at time zone 'Europe/Oslo')::date)
	)
	select distinct person_id from held where not stands_in or not exists (select from held h where not h.stands_in)
$$;
