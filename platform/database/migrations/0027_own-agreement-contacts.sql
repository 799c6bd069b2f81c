-- Whoever is named in an agreement, by their own address, is shown it in what is held about them: wherever it is, and
-- whomever they act for. The rows themselves are the parties' alone.
create function agreement.naming_me() returns table (title text, theme text, theme_name text, standing text, name text, email text)
language sql stable security definer set search_path = pg_catalog as $$
	with me as (select lower(p.email) address from identity.person p where p.id = house.person() and p.email <> ''),
	named as (
		select p.organisation_id, p.agreement_id, null::uuid theme_id, n.standing, n.name, n.email
		from agreement.party p, lateral (values ('coordinator', p.coordinator_name, p.coordinator_email),
			('deputy', p.deputy_name, p.deputy_email)) n(standing, name, email)
		union all
		select c.organisation_id, c.agreement_id, c.theme_id, n.standing, n.name, n.email
		from agreement.contact c, lateral (values ('contact', c.name, c.email), ('deputy', c.deputy_name, c.deputy_email)) n(standing, name, email)
	)
	select a.title, t.theme, t.name, n.standing, n.name, n.email
	from named n
	join me on lower(n.email) = me.address
	join agreement.agreement a on a.organisation_id = n.organisation_id and a.id = n.agreement_id
	left join agreement.theme t on t.organisation_id = n.organisation_id and t.agreement_id = n.agreement_id and t.id = n.theme_id
	order by a.title, a.id, t.sort nulls first, n.standing
$$;
revoke all on function agreement.naming_me from public;
grant execute on function agreement.naming_me to laeringsarena_program;
