-- The competence plan and its measures: what is done about what is lacking, who owns it, what it costs, and how the plan was made.

create table competence.plan (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	title text not null check (length(title) between 1 and 200),
	sector text check (length(sector) <= 60),
	first_day date not null,
	last_day date not null,
	introduction text not null default '' check (length(introduction) <= 8000),
	state text not null default 'draft' check (state in ('draft', 'heard', 'adopted', 'review', 'ended')),
	review_months integer not null default 12 check (review_months between 1 and 48),
	review_on date,
	review_told_on date,
	owner_name text not null check (length(owner_name) between 1 and 200),
	owner_email text check (length(owner_email) between 3 and 320),
	deputy_name text not null default '' check (length(deputy_name) <= 200),
	deputy_email text check (length(deputy_email) between 3 and 320),
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	check (last_day >= first_day)
);
comment on table competence.plan is 'OWNED: a competence plan of the whole organisation or one sector';
comment on column competence.plan.sector is 'empty: the whole organisation';
comment on column competence.plan.review_on is 'when it is to be looked at again; empty until it is adopted';
comment on column competence.plan.review_told_on is 'when its planners were reminded of that day, once';
create index on competence.plan (review_on) where state = 'adopted';

create table competence.plan_step (
	organisation_id uuid not null,
	plan_id uuid not null,
	id uuid not null,
	state text not null check (state in ('draft', 'heard', 'adopted', 'review', 'reviewed', 'ended')),
	on_day date not null,
	decision text not null default '' check (length(decision) <= 100),
	note text not null default '' check (length(note) <= 1000),
	recorded_at timestamptz not null,
	recorded_by text not null default '' check (length(recorded_by) <= 200),
	primary key (organisation_id, plan_id, id),
	foreign key (organisation_id, plan_id) references competence.plan on delete cascade
);
comment on table competence.plan_step is 'OWNED: what has been done with a plan, on what day, and by which decision';
comment on column competence.plan_step.state is 'reviewed: looked at again and left as it is';

create table competence.plan_version (
	organisation_id uuid not null,
	plan_id uuid not null,
	number integer not null check (number > 0),
	adopted_on date not null,
	decision text not null check (length(decision) between 1 and 100),
	content jsonb not null,
	primary key (organisation_id, plan_id, number),
	foreign key (organisation_id, plan_id) references competence.plan on delete cascade
);
comment on table competence.plan_version is 'OWNED: a plan as it was adopted, with what was lacking and the measures, word for word; never changed';

create table competence.measure (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	plan_id uuid not null,
	number integer not null check (number > 0),
	kind text not null check (kind in ('recruit', 'further-education', 'supervisor-training', 'course', 'leadership', 'trainee', 'retain')),
	title text not null check (length(title) between 1 and 200),
	unit_id uuid,
	entry_organisation_id uuid,
	entry_id uuid,
	closes integer check (closes between 1 and 1000000),
	persons integer check (persons between 1 and 10000),
	cost integer check (cost between 0 and 1000000000),
	financing text not null default 'undecided' check (financing in ('undecided', 'own-budget', 'state-grant', 'county', 'employee', 'other')),
	substitute_positions integer check (substitute_positions between 1 and 100000),
	priority integer not null check (priority between 1 and 999),
	status text not null default 'proposed' check (status in ('proposed', 'decided', 'under-way', 'done', 'dropped')),
	due_on date,
	owner_name text not null check (length(owner_name) between 1 and 200),
	owner_email text check (length(owner_email) between 3 and 320),
	deputy_name text not null default '' check (length(deputy_name) <= 200),
	deputy_email text check (length(deputy_email) between 3 and 320),
	note text not null default '' check (length(note) <= 2000),
	version integer not null default 1,
	primary key (organisation_id, id),
	unique (organisation_id, number),
	foreign key (organisation_id, plan_id) references competence.plan,
	foreign key (organisation_id, unit_id) references organisation.unit,
	foreign key (entry_organisation_id, entry_id) references competence.entry,
	check ((entry_id is null) = (entry_organisation_id is null)),
	check (closes is null or entry_id is not null)
);
comment on table competence.measure is 'OWNED: what is done about what is lacking, in a plan';
comment on column competence.measure.unit_id is 'empty: the whole of what the plan is for';
comment on column competence.measure.closes is 'per cent of full positions of the gap it closes: 150 is one and a half';
comment on column competence.measure.persons is 'how many are recruited, educated or kept';
comment on column competence.measure.cost is 'kroner in all';
comment on column competence.measure.substitute_positions is 'per cent of full positions of substitutes needed';
comment on column competence.measure.priority is '1 is first';
create index on competence.measure (organisation_id, plan_id);
create index on competence.measure (entry_organisation_id, entry_id);

alter table competence.study add foreign key (organisation_id, measure_id) references competence.measure;

do $$
declare
	table_name text;
	own constant text := 'organisation_id = (select house.organisation()) or (select house.is_system())';
begin
	foreach table_name in array array['plan', 'plan_step', 'plan_version', 'measure'] loop
		execute format('alter table competence.%I enable row level security', table_name);
		execute format('create policy owner on competence.%I using (%s) with check (%s)', table_name, own, own);
		execute format('grant select, insert, update, delete on competence.%I to laeringsarena_program', table_name);
	end loop;
end $$;
