-- What is held about people goes when it is no longer needed; the log keeps what was done, without the name.

create index on organisation.membership (valid_to) where valid_to is not null;

-- The log is append-only, also to the program: names leave it through this one door, and only the system opens it.
create function audit.forget_names(persons uuid[], memberships uuid[]) returns bigint
language sql volatile security definer set search_path = pg_catalog as $$
	with forgotten as (
		update audit.entry set
			person_name = case when person_id = any(persons) then null else person_name end,
			detail = case when object_id = any(memberships) or about_person_id = any(persons)
				then detail - array['name', 'note', 'email'] else detail end
		where house.is_system() and (person_id = any(persons) or about_person_id = any(persons) or object_id = any(memberships))
		returning 1
	)
	select count(*) from forgotten
$$;
revoke all on function audit.forget_names from public;
grant execute on function audit.forget_names to laeringsarena_program;

-- Whose wish to be deleted waits for a role to end: told to those who can end it, at the organisation acted for.
create function organisation.list_waiting_deletions(since timestamptz, on_day date)
returns table (membership_id uuid, name text)
language sql stable security definer set search_path = pg_catalog as $$
	select distinct on (m.person_id) m.id, m.name
	from audit.entry e
	join organisation.membership m on m.person_id = e.about_person_id and m.organisation_id = (select house.organisation())
	where e.verb = 'person.ask-deletion' and e.at >= since and (m.valid_to is null or m.valid_to >= on_day)
	order by m.person_id, m.valid_from
$$;
revoke all on function organisation.list_waiting_deletions from public;
grant execute on function organisation.list_waiting_deletions to laeringsarena_program;
