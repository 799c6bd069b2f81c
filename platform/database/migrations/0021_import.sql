-- Spreadsheets on their way in live in one place, whatever room they are for. Files are kept a day at the most, and
-- whoever was looking at one when this ran uploads it again.
drop table organisation.import;
drop table placement.import;

create schema import;
grant usage on schema import to laeringsarena_program;
create table import.file (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	person_id uuid references identity.person on delete set null,
	kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
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
comment on table import.file is 'OWNED: a spreadsheet, and what taking it in would do; its content goes when it is done, all of it after a day';
comment on column import.file.kind is 'what its rows are, by the name the room that takes them in has registered';
comment on column import.file.sheet is 'the sheet a person chose, where the workbook has several that fit';
-- A file that is a compressed workbook, or fetched in slices, gains nothing from being compressed again.
alter table import.file alter column content set storage external;
create index on import.file (organisation_id, created_at desc);
create index on import.file (created_at);
create index on import.file (person_id) where person_id is not null;
alter table import.file enable row level security;
create policy read on import.file for select
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy add on import.file for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy change on import.file for update
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on import.file for delete
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
grant select, insert, update, delete on import.file to laeringsarena_program;
