-- What a unit was called, what it was and where it hung, until the day it was changed: lists asked as of an earlier day
-- tell what held that day. A correction of what never was right leaves no trace.

create table organisation.former_unit (
	organisation_id uuid not null references organisation.organisation,
	unit_id uuid not null,
	valid_to date not null,
	name text not null check (length(name) between 1 and 200),
	parent_id uuid,
	setting text references organisation.setting,
	sector text not null references organisation.sector,
	search_name text not null,
	published boolean not null,
	primary key (organisation_id, unit_id, valid_to),
	foreign key (organisation_id, unit_id) references organisation.unit,
	foreign key (organisation_id, parent_id) references organisation.unit
);
comment on table organisation.former_unit is 'OWNED: what units were before they were renamed, moved or became of another kind; others see of it what was published then';
comment on column organisation.former_unit.valid_to is 'the last day this held; it held from the day after the one before, or from when the unit opened';

grant select, insert on organisation.former_unit to laeringsarena_program;
alter table organisation.former_unit enable row level security;
create policy read on organisation.former_unit for select
	using (organisation_id = (select house.organisation()) or (published and (select house.is_known())) or (select house.is_system()));
create policy add on organisation.former_unit for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
