-- All who administer an organisation, not the first three: whoever appoints one more must see those there are.
create or replace function organisation.find_administrators(of_organisation uuid, on_day date)
returns table (name text, email text, phone text)
language sql stable security definer set search_path = pg_catalog as $$
	select m.name, m.email, m.phone
	from organisation.membership m
	where house.is_known() and m.organisation_id = of_organisation and m.role = 'administrator' and m.unit_id is null
		and m.email is not null and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
	order by m.valid_from, m.id
$$;
