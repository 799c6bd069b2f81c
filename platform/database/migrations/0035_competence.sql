-- The room competence: what a service has of competence, unit by unit, as numbers at a date. No persons stand in these tables.

create schema competence;
grant usage on schema competence to laeringsarena_program;

create table competence.entry (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	kind text not null check (kind in ('education', 'specialisation', 'course', 'certificate')),
	level text check (level in ('no-formal', 'upper-secondary', 'vocational-college', 'bachelor', 'further', 'master', 'doctorate')),
	name text not null check (length(name) between 1 and 120),
	name_nn text check (length(name_nn) between 1 and 120),
	name_en text check (length(name_en) between 1 and 120),
	occupation text check (occupation ~ '^[0-9]{4}$'),
	mapped_organisation_id uuid,
	mapped_id uuid,
	retired_on date,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (mapped_organisation_id, mapped_id) references competence.entry,
	check ((mapped_id is null) = (mapped_organisation_id is null))
);
comment on table competence.entry is 'OWNED: an education, specialisation, course or certificate; those of the operator are the shared catalogue, which everybody known reads';
comment on column competence.entry.name_nn is 'the same in Nynorsk, of shared ones; own ones have one name';
comment on column competence.entry.occupation is 'STYRK-08, four digits';
comment on column competence.entry.mapped_id is 'the shared entry an own one answers to; the own name stays as it was written';
create unique index on competence.entry (organisation_id, search_name) where retired_on is null;
create index on competence.entry (mapped_organisation_id, mapped_id) where mapped_id is not null;

create table competence.actual (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	unit_id uuid not null,
	entry_organisation_id uuid not null,
	entry_id uuid not null,
	as_of date not null,
	heads integer not null check (heads between 0 and 10000),
	positions integer not null check (positions between 0 and 1000000),
	aged_55 integer check (aged_55 >= 0),
	aged_60 integer check (aged_60 >= 0),
	aged_65 integer check (aged_65 >= 0),
	turnover integer check (turnover between 0 and 100),
	has_deputy boolean,
	source text not null check (length(source) between 1 and 200),
	recorded_at timestamptz not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, unit_id) references organisation.unit,
	foreign key (entry_organisation_id, entry_id) references competence.entry,
	check (coalesce(aged_55, 0) + coalesce(aged_60, 0) + coalesce(aged_65, 0) <= heads)
);
comment on table competence.actual is 'OWNED: how many there are with a competence at a unit on a day; a later day is a new row, so that what was stays';
comment on column competence.actual.positions is 'per cent of full positions in all: 1250 is twelve and a half';
comment on column competence.actual.aged_55 is 'heads of 55 to 59 years; empty: not known';
comment on column competence.actual.aged_60 is 'heads of 60 to 64 years; empty: not known';
comment on column competence.actual.aged_65 is 'heads of 65 years and more; empty: not known';
comment on column competence.actual.turnover is 'per cent who leave in a year for other reasons than age; empty: not known';
comment on column competence.actual.has_deputy is 'whether somebody can stand in; asked where there is one alone';
create unique index on competence.actual (organisation_id, unit_id, entry_id, as_of);
create index on competence.actual (entry_organisation_id, entry_id);

create table competence.choice (
	organisation_id uuid primary key references organisation.organisation,
	stale_months integer not null check (stale_months between 1 and 60),
	leaving_age integer not null check (leaving_age between 60 and 75),
	version integer not null default 1
);
comment on table competence.choice is 'OWNED: what an organisation has chosen for its plan: how old a number may be, and at what age people are expected to leave';

do $$
declare
	table_name text;
	own constant text := 'organisation_id = (select house.organisation()) or (select house.is_system())';
begin
	foreach table_name in array array['entry', 'actual', 'choice'] loop
		execute format('alter table competence.%I enable row level security', table_name);
		execute format('create policy read on competence.%I for select using (%s %s)', table_name, own,
			case when table_name = 'entry' then 'or (organisation_id = ''01900000-0000-7000-8000-000000000001'' and (select house.is_known()))' else '' end);
		execute format('create policy add on competence.%I for insert with check (%s)', table_name, own);
		execute format('create policy change on competence.%I for update using (%s) with check (%s)', table_name, own, own);
		execute format('create policy remove on competence.%I for delete using (%s)', table_name, own);
		execute format('grant select, insert, update, delete on competence.%I to laeringsarena_program', table_name);
	end loop;
end $$;

-- The shared catalogue to begin with. Whoever runs the installation keeps it from here.
insert into competence.entry (organisation_id, id, kind, level, name, name_nn, name_en, occupation, search_name)
select '01900000-0000-7000-8000-000000000001', ('01900000-0000-7000-8000-0000000c' || lpad(to_hex(row_number() over ()), 4, '0'))::uuid,
	kind, level, nb, nn, en, occupation, search_name
from (values
	('education', 'bachelor', 'Sykepleier', 'Sjukepleiar', 'Registered nurse', '2223', 'sykepleier sjukepleiar registered nurse'),
	('education', 'upper-secondary', 'Helsefagarbeider', 'Helsefagarbeidar', 'Health care worker', '5321', 'helsefagarbeider helsefagarbeidar health care worker'),
	('education', 'bachelor', 'Vernepleier', 'Vernepleiar', 'Learning disability nurse', '2224', 'vernepleier vernepleiar learning disability nurse'),
	('education', 'no-formal', 'Assistent uten helsefaglig utdanning', 'Assistent utan helsefagleg utdanning', 'Assistant without health education', null, 'assistent uten helsefaglig utdanning assistent utan helsefagleg utdanning assistant without health education'),
	('education', 'bachelor', 'Fysioterapeut', 'Fysioterapeut', 'Physiotherapist', '2264', 'fysioterapeut physiotherapist'),
	('education', 'bachelor', 'Ergoterapeut', 'Ergoterapeut', 'Occupational therapist', '2267', 'ergoterapeut occupational therapist'),
	('education', 'master', 'Lege', 'Lege', 'Physician', '2211', 'lege physician'),
	('education', 'master', 'Psykolog', 'Psykolog', 'Psychologist', '2634', 'psykolog psychologist'),
	('education', 'bachelor', 'Sosionom', 'Sosionom', 'Social worker', '2635', 'sosionom social worker'),
	('education', 'bachelor', 'Barnevernspedagog', 'Barnevernspedagog', 'Child welfare worker', '2635', 'barnevernspedagog child welfare worker'),
	('education', 'bachelor', 'Barnehagelærer', 'Barnehagelærar', 'Kindergarten teacher', '2342', 'barnehagelarer barnehagelarar kindergarten teacher'),
	('education', 'upper-secondary', 'Barne- og ungdomsarbeider', 'Barne- og ungdomsarbeidar', 'Child care and youth worker', '5311', 'barne og ungdomsarbeider barne og ungdomsarbeidar child care and youth worker'),
	('education', 'master', 'Grunnskolelærer', 'Grunnskulelærar', 'Primary and lower secondary teacher', '2341', 'grunnskolelarer grunnskulelarar primary and lower secondary teacher'),
	('education', 'bachelor', 'Ernæringsfysiolog', 'Ernæringsfysiolog', 'Nutritionist', '2265', 'ernaringsfysiolog nutritionist'),
	('education', 'bachelor', 'Ingeniør, bygg og anlegg', 'Ingeniør, bygg og anlegg', 'Engineer, construction', '3112', 'ingenior bygg og anlegg engineer construction'),
	('education', 'upper-secondary', 'Vaktmester og byggdrifter', 'Vaktmeister og byggdriftar', 'Caretaker', '5153', 'vaktmester og byggdrifter vaktmeister og byggdriftar caretaker'),
	('specialisation', 'further', 'Helsesykepleier', 'Helsesjukepleiar', 'Public health nurse', '2221', 'helsesykepleier helsesjukepleiar public health nurse'),
	('specialisation', 'master', 'Jordmor', 'Jordmor', 'Midwife', '2222', 'jordmor midwife'),
	('specialisation', 'master', 'Avansert klinisk sykepleier', 'Avansert klinisk sjukepleiar', 'Advanced practice nurse', '2221', 'avansert klinisk sykepleier avansert klinisk sjukepleiar advanced practice nurse'),
	('specialisation', 'further', 'Videreutdanning i psykisk helse', 'Vidareutdanning i psykisk helse', 'Further education in mental health', null, 'videreutdanning i psykisk helse vidareutdanning i psykisk helse further education in mental health'),
	('specialisation', 'further', 'Videreutdanning i kreft og lindring', 'Vidareutdanning i kreft og lindring', 'Further education in cancer and palliative care', null, 'videreutdanning i kreft og lindring vidareutdanning i kreft og lindring further education in cancer and palliative care'),
	('specialisation', 'further', 'Videreutdanning i aldring og demens', 'Vidareutdanning i aldring og demens', 'Further education in ageing and dementia', null, 'videreutdanning i aldring og demens vidareutdanning i aldring og demens further education in ageing and dementia'),
	('specialisation', 'vocational-college', 'Fagskole i helse', 'Fagskule i helse', 'Vocational college in health', null, 'fagskole i helse fagskule i helse vocational college in health'),
	('specialisation', 'master', 'Spesialpedagog', 'Spesialpedagog', 'Special needs teacher', '2352', 'spesialpedagog special needs teacher'),
	('specialisation', 'further', 'Lederutdanning', 'Leiarutdanning', 'Leadership education', null, 'lederutdanning leiarutdanning leadership education'),
	('specialisation', 'further', 'Praksisveileder med veilederutdanning', 'Praksisrettleiar med rettleiarutdanning', 'Placement supervisor with training', null, 'praksisveileder med veilederutdanning praksisrettleiar med rettleiarutdanning placement supervisor with training'),
	('course', null, 'Demensomsorgens ABC', 'Demensomsorgas ABC', 'Dementia care ABC', null, 'demensomsorgens abc demensomsorgas abc dementia care abc'),
	('course', null, 'Mitt livs ABC', 'Mitt livs ABC', 'My life ABC', null, 'mitt livs abc my life abc'),
	('certificate', null, 'Legemiddelhåndtering', 'Legemiddelhandtering', 'Handling of medicines', null, 'legemiddelhandtering handling of medicines'),
	('certificate', null, 'Hjerte- og lungeredning', 'Hjarte- og lungeredning', 'Cardiopulmonary resuscitation', null, 'hjerte og lungeredning hjarte og lungeredning cardiopulmonary resuscitation')
) as catalogue (kind, level, nb, nn, en, occupation, search_name);
