-- Whoever has taken back the wish to be deleted no longer waits for a role to end.
create or replace function organisation.list_waiting_deletions(since timestamptz, on_day date)
returns table (membership_id uuid, name text)
language sql stable security definer set search_path = pg_catalog as $$
	select distinct on (m.person_id) m.id, m.name
	from audit.entry e
	join organisation.membership m on m.person_id = e.about_person_id and m.organisation_id = (select house.organisation())
	where e.verb = 'person.ask-deletion' and e.at >= since and (m.valid_to is null or m.valid_to >= on_day)
		and not exists (select from audit.entry w
			where w.about_person_id = e.about_person_id and w.verb = 'person.withdraw-deletion' and (w.at, w.id) > (e.at, e.id))
	order by m.person_id, m.valid_from
$$;
