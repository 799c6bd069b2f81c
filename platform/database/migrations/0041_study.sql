-- Study in progress: an employee, or a place without a name, on a course or further education, from planned to completed.

alter table competence.choice add column named_studies boolean not null default false;
comment on column competence.choice.named_studies is 'whether who studies stands with a name; else a study is a numbered place';

create table competence.study (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	number integer not null check (number > 0),
	name text check (length(name) between 1 and 200),
	email text check (length(email) between 3 and 320),
	person_id uuid references identity.person on delete set null,
	unit_id uuid not null,
	entry_organisation_id uuid not null,
	entry_id uuid not null,
	title text not null check (length(title) between 1 and 200),
	provider text not null default '' check (length(provider) <= 200),
	measure_id uuid,
	first_day date,
	last_day date,
	leave text not null default 'none' check (leave in ('none', 'wanted', 'secured')),
	leave_share integer check (leave_share between 1 and 100),
	leave_from date,
	leave_until date,
	substitute text not null default 'none' check (substitute in ('none', 'wanted', 'secured')),
	substitute_share integer check (substitute_share between 1 and 100),
	substitute_cost integer check (substitute_cost between 0 and 1000000000),
	version integer not null default 1,
	primary key (organisation_id, id),
	unique (organisation_id, number),
	foreign key (organisation_id, unit_id) references organisation.unit,
	foreign key (entry_organisation_id, entry_id) references competence.entry,
	check (email is null or name is not null),
	check (last_day >= first_day),
	check (leave_until >= leave_from),
	check (leave <> 'none' or (leave_share is null and leave_from is null and leave_until is null)),
	check (substitute <> 'none' or (substitute_share is null and substitute_cost is null))
);
comment on table competence.study is 'OWNED, PERSONAL where named: one employee, or one numbered place, on a course or further education';
comment on column competence.study.number is 'counted from 1 within the organisation: what a place without a name is known by';
comment on column competence.study.entry_id is 'the competence it gives';
comment on column competence.study.measure_id is 'the measure of the plan it carries out';
comment on column competence.study.leave_share is 'per cent of the position that is leave';
comment on column competence.study.substitute_cost is 'kroner in all';
create index on competence.study (organisation_id, unit_id);
create index on competence.study (entry_organisation_id, entry_id);
create index on competence.study (organisation_id, measure_id) where measure_id is not null;
create index on competence.study (person_id) where person_id is not null;

create table competence.study_step (
	organisation_id uuid not null,
	study_id uuid not null,
	id uuid not null,
	person_id uuid references identity.person on delete set null,
	state text not null check (state in ('planned', 'applied', 'admitted', 'started', 'completed', 'deferred', 'dropped-out')),
	on_day date not null,
	reason text check (reason in ('no-leave', 'no-substitute', 'not-admitted', 'too-heavy', 'travel', 'not-held', 'left-job', 'own-reasons', 'other')),
	note text not null default '' check (length(note) <= 1000),
	recorded_at timestamptz not null,
	recorded_by text not null default '' check (length(recorded_by) <= 200),
	undone_at timestamptz,
	undone_by text check (length(undone_by) <= 200),
	primary key (organisation_id, study_id, id),
	foreign key (organisation_id, study_id) references competence.study on delete cascade,
	check ((state in ('deferred', 'dropped-out')) = (reason is not null))
);
comment on table competence.study_step is 'OWNED: what became of a study on a day; a step that was wrong is undone and stays to be read';
comment on column competence.study_step.person_id is 'who studies, as in the study: carried down so that they read it';
create index on competence.study_step (person_id) where person_id is not null;

create table competence.study_finance (
	organisation_id uuid not null,
	study_id uuid not null,
	id uuid not null,
	person_id uuid references identity.person on delete set null,
	payer text not null check (payer in ('own-budget', 'state-grant', 'county', 'employee', 'other')),
	kroner integer not null check (kroner between 0 and 1000000000),
	note text not null default '' check (length(note) <= 200),
	funding_ref uuid,
	primary key (organisation_id, study_id, id),
	foreign key (organisation_id, study_id) references competence.study on delete cascade
);
comment on table competence.study_finance is 'OWNED: who pays how much of a study';
comment on column competence.study_finance.funding_ref is 'the award that pays, where one does: an id of the room funding, which no key binds';
create index on competence.study_finance (organisation_id, funding_ref) where funding_ref is not null;
create index on competence.study_finance (person_id) where person_id is not null;

do $$
declare
	table_name text;
	own constant text := 'organisation_id = (select house.organisation()) or (select house.is_system())';
begin
	foreach table_name in array array['study', 'study_step', 'study_finance'] loop
		execute format('alter table competence.%I enable row level security', table_name);
		execute format('create policy owner on competence.%I using (%s) with check (%s)', table_name, own, own);
		execute format('create policy own on competence.%I for select using (person_id = (select house.person()))', table_name);
	end loop;
end $$;

grant select, insert, update, delete on competence.study, competence.study_step, competence.study_finance to laeringsarena_program;
