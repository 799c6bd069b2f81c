-- Identity: sign-in attempts that keep no secret, one round trip from a personal access token to its actor, and
-- counting how often something is tried.

-- An attempt is tied to the browser that began it: the browser keeps a secret from which nonce and code verifier are
-- derived, and the database keeps only hashes. Attempts live ten minutes, so the ones under way are let go.
delete from identity.sign_in_attempt;
alter table identity.sign_in_attempt
	drop column nonce,
	drop column code_verifier,
	drop column return_to,
	add column browser_hash bytea not null;
comment on column identity.sign_in_attempt.browser_hash is 'hash of the secret the browser holds in a cookie: an answer brought by another browser is refused';
create index on identity.sign_in_attempt (expires_at);
create index on identity.session (idle_expires_at);

-- A token is made by its person for the organisation represented; the organisation can see and revoke it.
drop policy owner on identity.access_token;
create policy own on identity.access_token for select
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy make on identity.access_token for insert
	with check ((organisation_id = (select house.organisation()) and person_id = (select house.person())) or (select house.is_system()));
create policy change on identity.access_token for update
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy remove on identity.access_token for delete using ((select house.is_system()));

-- Whoever represents the operator organisation may see and turn the switches; rules narrow it to operators.
create policy operate on identity.provider_switch
	using ((select house.organisation()) = '01900000-0000-7000-8000-000000000001');

------------------------------------------------------------------------------------------------------------------------
-- Roles are held from date to date in Norway, whatever time zone the connection has; a role without a unit is held for
-- the whole organisation.
create function identity.find_roles(of_person uuid, at_organisation uuid, moment timestamptz)
returns table (roles text[], whole_roles text[], unit_ids uuid[], membership_ids uuid[], organisation_name text, organisation_kind text)
language sql stable set search_path = pg_catalog as $$
	select m.roles, coalesce(m.whole_roles, '{}'), coalesce(m.unit_ids, '{}'), m.ids, i.name, o.kind
	from (
		select array_agg(distinct role) roles,
			array_agg(distinct role) filter (where unit_id is null) whole_roles,
			array_agg(distinct unit_id) filter (where unit_id is not null) unit_ids,
			array_agg(id) ids
		from organisation.membership
		where person_id = of_person and organisation_id = at_organisation
			and valid_from <= (moment at time zone 'Europe/Oslo')::date
			and (valid_to is null or valid_to >= (moment at time zone 'Europe/Oslo')::date)
	) m
	join organisation.organisation o on o.id = at_organisation
	join organisation.identity i on i.organisation_id = o.id and i.valid_from <= (moment at time zone 'Europe/Oslo')::date
		and (i.valid_to is null or i.valid_to >= (moment at time zone 'Europe/Oslo')::date)
	where m.roles is not null
$$;
revoke all on function identity.find_roles from public;

drop function identity.find_session;
create function identity.find_session(hash bytea, moment timestamptz)
returns table (session_id uuid, person_id uuid, person_name text, language text, organisation_id uuid, seen_at timestamptz,
	organisation_name text, organisation_kind text, roles text[], whole_roles text[], unit_ids uuid[], membership_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
	select s.id, p.id, p.name, p.language, case when r.roles is null then null else s.organisation_id end, s.seen_at,
		r.organisation_name, r.organisation_kind, coalesce(r.roles, '{}'), coalesce(r.whole_roles, '{}'),
		coalesce(r.unit_ids, '{}'), coalesce(r.membership_ids, '{}')
	from identity.session s
	join identity.person p on p.id = s.person_id and p.deactivated_at is null
	left join lateral identity.find_roles(p.id, s.organisation_id, moment) r on true
	where s.token_hash = hash and s.idle_expires_at > moment and s.absolute_expires_at > moment
$$;
revoke all on function identity.find_session from public;
grant execute on function identity.find_session to laeringsarena_program;

-- A token is as good as the roles its person holds today at the organisation it was made for; no role, no token.
create function identity.find_access_token(hash bytea, moment timestamptz)
returns table (token_id uuid, person_id uuid, person_name text, language text, organisation_id uuid, last_used_at timestamptz,
	scopes text[], organisation_name text, organisation_kind text, roles text[], whole_roles text[], unit_ids uuid[], membership_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
	select t.id, p.id, p.name, p.language, t.organisation_id, t.last_used_at, t.scopes,
		r.organisation_name, r.organisation_kind, r.roles, r.whole_roles, r.unit_ids, r.membership_ids
	from identity.access_token t
	join identity.person p on p.id = t.person_id and p.deactivated_at is null
	join lateral identity.find_roles(p.id, t.organisation_id, moment) r on true
	where t.token_hash = hash and t.revoked_at is null and t.expires_at > moment
$$;
revoke all on function identity.find_access_token from public;
grant execute on function identity.find_access_token to laeringsarena_program;

-- Counts one try and says how many there were in the window. One statement outside any transaction, so that many at
-- once wait for each other for no longer than a row is written.
create function identity.count_try(tried_bucket text, tried_window timestamptz) returns integer
language sql volatile security definer set search_path = pg_catalog as $$
	insert into identity.rate as rate (bucket, window_start, hits) values (tried_bucket, tried_window, 1)
	on conflict (bucket, window_start) do update set hits = rate.hits + 1
	returning hits
$$;
revoke all on function identity.count_try from public;
grant execute on function identity.count_try to laeringsarena_program;
