-- Who answers for something in the whole country is asked by many, and changes some times an hour: the published contacts
-- of whole organisations may be kept in memory for as long as this row says the same. It is changed in the transaction
-- that changes them, so whoever reads an edition reads the contacts of that edition, in every process.
create table organisation.contact_edition (
	only_one boolean primary key default true check (only_one),
	edition uuid not null
);
comment on table organisation.contact_edition is 'PUBLIC: another value after every change to published contacts of whole organisations';
alter table organisation.contact_edition enable row level security;
create policy read on organisation.contact_edition for select using ((select house.is_known()));
grant select on organisation.contact_edition to laeringsarena_program;
insert into organisation.contact_edition (edition) values (gen_random_uuid());

create function organisation.renew_contacts() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
	-- Contacts of units, and what an organisation keeps to itself, are nothing to who answers in the whole country.
	if tg_op = 'INSERT' then
		if not exists (select from after where published and unit_id is null) then return null; end if;
	elsif tg_op = 'DELETE' then
		if not exists (select from before where published and unit_id is null) then return null; end if;
	elsif tg_op = 'UPDATE' then
		if not exists (select from after where published and unit_id is null)
			and not exists (select from before where published and unit_id is null) then return null; end if;
	end if;
	update organisation.contact_edition set edition = gen_random_uuid();
	return null;
end
$$;
revoke execute on function organisation.renew_contacts() from public;

create trigger renew_inserted after insert on organisation.contact
	referencing new table as after for each statement execute function organisation.renew_contacts();
create trigger renew_updated after update on organisation.contact
	referencing old table as before new table as after for each statement execute function organisation.renew_contacts();
create trigger renew_deleted after delete on organisation.contact
	referencing old table as before for each statement execute function organisation.renew_contacts();
create trigger renew_truncated after truncate on organisation.contact
	for each statement execute function organisation.renew_contacts();
