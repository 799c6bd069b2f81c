-- Coverage is counted over every published agreement and every campus, on every visit, and they change a few times a day:
-- what is made of them may be kept in memory for as long as this row says the same. It is changed in the transaction that
-- changes them, so whoever reads an edition reads the agreements of that edition, in every process.
create table agreement.coverage_edition (
	only_one boolean primary key default true check (only_one),
	edition uuid not null
);
comment on table agreement.coverage_edition is 'PUBLIC: another value after every change to what coverage counts of published agreements, and to published campuses';
alter table agreement.coverage_edition enable row level security;
create policy read on agreement.coverage_edition for select using ((select house.is_known()));
grant select on agreement.coverage_edition to laeringsarena_program;
insert into agreement.coverage_edition (edition) values (gen_random_uuid());

create function agreement.renew_coverage() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
	if tg_op = 'INSERT' then
		if not exists (select from after where published) then return null; end if;
	elsif tg_op = 'DELETE' then
		if not exists (select from before where published) then return null; end if;
	elsif tg_op = 'UPDATE' then
		-- What is written in a draft, and what two parties keep to themselves, changes often and is nothing to others.
		if not exists (
			select from after n full join before o on o.organisation_id = n.organisation_id and o.id = n.id
			where (n.published or o.published)
				and (n.published, n.state, n.first_day, n.last_day, n.ended_on, n.readers, n.theme_codes, n.sector_codes, n.has_arena)
					is distinct from (o.published, o.state, o.first_day, o.last_day, o.ended_on, o.readers, o.theme_codes, o.sector_codes, o.has_arena)
		) then return null; end if;
	end if;
	update agreement.coverage_edition set edition = gen_random_uuid();
	return null;
end
$$;
revoke execute on function agreement.renew_coverage() from public;

create trigger renew_inserted after insert on agreement.agreement
	referencing new table as after for each statement execute function agreement.renew_coverage();
create trigger renew_updated after update on agreement.agreement
	referencing old table as before new table as after for each statement execute function agreement.renew_coverage();
create trigger renew_deleted after delete on agreement.agreement
	referencing old table as before for each statement execute function agreement.renew_coverage();
create trigger renew_truncated after truncate on agreement.agreement
	for each statement execute function agreement.renew_coverage();

create function agreement.renew_coverage_by_campus() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
	if tg_op = 'INSERT' then
		if not exists (select from after where setting = 'campus' and published) then return null; end if;
	elsif tg_op = 'DELETE' then
		if not exists (select from before where setting = 'campus' and published) then return null; end if;
	elsif tg_op = 'UPDATE' then
		if not exists (select from after where setting = 'campus' and published)
			and not exists (select from before where setting = 'campus' and published) then return null; end if;
	end if;
	update agreement.coverage_edition set edition = gen_random_uuid();
	return null;
end
$$;
revoke execute on function agreement.renew_coverage_by_campus() from public;

create trigger renew_coverage_inserted after insert on organisation.unit
	referencing new table as after for each statement execute function agreement.renew_coverage_by_campus();
create trigger renew_coverage_updated after update on organisation.unit
	referencing old table as before new table as after for each statement execute function agreement.renew_coverage_by_campus();
create trigger renew_coverage_deleted after delete on organisation.unit
	referencing old table as before for each statement execute function agreement.renew_coverage_by_campus();
create trigger renew_coverage_truncated after truncate on organisation.unit
	for each statement execute function agreement.renew_coverage_by_campus();
