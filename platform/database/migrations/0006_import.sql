-- Spreadsheets on their way in: kept while their preview is looked at, and deleted when they are taken in or after a day.

create table organisation.import (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	person_id uuid references identity.person on delete set null,
	kind text not null check (kind in ('units', 'people')),
	state text not null default 'reading' check (state in ('reading', 'previewed', 'done')),
	file_name text not null check (length(file_name) between 1 and 255),
	sheet text check (length(sheet) <= 100),
	content bytea check (length(content) <= 20000000),
	preview jsonb,
	created_at timestamptz not null,
	finished_at timestamptz,
	primary key (organisation_id, id),
	check ((state = 'done') = (content is null))
);
comment on table organisation.import is 'OWNED: a spreadsheet of units or people, and what taking it in would do; its content goes when it is done, all of it after a day';
comment on column organisation.import.sheet is 'the sheet a person chose, where the workbook has several that fit';
create index on organisation.import (organisation_id, created_at desc);
create index on organisation.import (created_at);
create index on organisation.import (person_id) where person_id is not null;

-- A person reads what is held about them, whomever they represent at the moment.
alter table organisation.import enable row level security;
create policy read on organisation.import for select
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy add on organisation.import for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy change on organisation.import for update
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on organisation.import for delete
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
grant select, insert, update, delete on organisation.import to laeringsarena_program;
