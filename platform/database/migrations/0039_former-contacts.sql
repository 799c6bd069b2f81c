-- Who answered for what, then and now: a contact tells since when it says what it says, and what it said before is kept.
-- People come with the roles they held; a shared post box with the address it had.

alter table organisation.contact add column valid_from date;
-- What is there says what it says since it last was entered or changed by hand, as far as the log remembers; of what came
-- in many at a time we know no more than the day somebody said it was right.
update organisation.contact c set valid_from = coalesce(
	(select max(e.at at time zone 'Europe/Oslo')::date from audit.entry e
		where e.object_kind = 'contact' and e.object_id = c.id and e.verb in ('contact.create', 'contact.change')),
	(c.verified_at at time zone 'Europe/Oslo')::date);
alter table organisation.contact alter column valid_from set not null;
comment on column organisation.contact.valid_from is 'the first day on which the contact says who it says; what it said before stands in former_contact';

create table organisation.former_contact (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	contact_id uuid not null,
	responsibility text not null,
	profession text check (length(profession) <= 60),
	unit_id uuid,
	membership_id uuid,
	deputy_membership_id uuid,
	name text check (length(name) <= 200),
	email text check (length(email) <= 320),
	phone text check (length(phone) <= 40),
	last_day date,
	deputy_name text check (length(deputy_name) <= 200),
	deputy_email text check (length(deputy_email) <= 320),
	deputy_phone text check (length(deputy_phone) <= 40),
	deputy_last_day date,
	note text check (length(note) <= 500),
	published boolean not null,
	verified_at timestamptz not null,
	version integer not null,
	valid_from date not null,
	valid_to date not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, unit_id) references organisation.unit,
	foreign key (organisation_id, membership_id) references organisation.membership,
	foreign key (organisation_id, deputy_membership_id) references organisation.membership,
	check (valid_to >= valid_from)
);
comment on table organisation.former_contact is 'OWNED: what contacts said before they were changed or taken out, day by day; others see what was published then';
comment on column organisation.former_contact.contact_id is 'the contact it was, which may have been taken out since';
create index on organisation.former_contact (organisation_id, valid_to);
create index on organisation.former_contact (responsibility, valid_to);
create index on organisation.former_contact (organisation_id, unit_id);
create index on organisation.former_contact (organisation_id, membership_id);
create index on organisation.former_contact (organisation_id, deputy_membership_id);

grant select, insert, update on organisation.former_contact to laeringsarena_program;
alter table organisation.former_contact enable row level security;
create policy read on organisation.former_contact for select
	using (organisation_id = (select house.organisation()) or (published and (select house.is_known())) or (select house.is_system()));
create policy add on organisation.former_contact for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy change on organisation.former_contact for update
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
