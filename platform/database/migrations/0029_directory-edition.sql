-- The public directory is read with almost every page and changes a few times a day: what is made of it may be kept in
-- memory for as long as this row says the same. It is changed in the transaction that changes the directory, so whoever
-- reads an edition reads the directory of that edition, in every process.
create table organisation.directory_edition (
	only_one boolean primary key default true check (only_one),
	edition uuid not null
);
comment on table organisation.directory_edition is 'PUBLIC: another value after every change to organisations, their names and mergers, or facts about municipalities';
alter table organisation.directory_edition enable row level security;
create policy read on organisation.directory_edition for select using ((select house.is_known()));
grant select on organisation.directory_edition to laeringsarena_program;
insert into organisation.directory_edition (edition) values (gen_random_uuid());

create function organisation.renew_directory() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
	update organisation.directory_edition set edition = gen_random_uuid();
	return null;
end
$$;
revoke execute on function organisation.renew_directory() from public;

create trigger renew after insert or update or delete or truncate on organisation.organisation
	for each statement execute function organisation.renew_directory();
create trigger renew after insert or update or delete or truncate on organisation.identity
	for each statement execute function organisation.renew_directory();
create trigger renew after insert or update or delete or truncate on organisation.succession
	for each statement execute function organisation.renew_directory();
create trigger renew after insert or update or delete or truncate on geography.municipality_fact
	for each statement execute function organisation.renew_directory();
