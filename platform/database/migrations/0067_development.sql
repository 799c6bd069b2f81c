-- Development: the projects of an organisation, from need to operations, with what is asked of them after they have ended.

create schema development;
grant usage on schema development to laeringsarena_program;

create table development.project (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	number integer not null check (number > 0),
	title text not null check (length(title) between 1 and 200),
	need text not null check (length(need) between 1 and 4000),
	purpose text not null check (length(purpose) between 1 and 2000),
	noticed text not null check (length(noticed) between 1 and 2000),
	anchored_in text not null check (length(anchored_in) between 1 and 300),
	novelty text not null check (novelty in ('here', 'region', 'nation', 'builds-on')),
	builds_on text not null default '' check (length(builds_on) <= 1000),
	unit_id uuid,
	breadth text not null check (breadth in ('unit', 'units', 'organisation')),
	changes_work boolean not null default false,
	decided_by text check (decided_by in ('unit-leader', 'sector-head', 'chief-executive', 'council')),
	decided_on date,
	decision text not null default '' check (length(decision) <= 100),
	leader_name text not null check (length(leader_name) between 1 and 200),
	leader_email text check (length(leader_email) between 3 and 320),
	leader_share integer check (leader_share between 1 and 100),
	deputy_name text not null default '' check (length(deputy_name) <= 200),
	deputy_email text check (length(deputy_email) between 3 and 320),
	owner_name text not null check (length(owner_name) between 1 and 200),
	owner_email text check (length(owner_email) between 3 and 320),
	first_day date not null,
	last_day date not null,
	status_days integer not null default 42 check (status_days between 7 and 180),
	hours integer check (hours between 0 and 1000000),
	kroner integer check (kroner between 0 and 1000000000),
	follow_up text not null default '' check (length(follow_up) <= 2000),
	spread text not null default '' check (length(spread) <= 2000),
	state text not null default 'draft' check (state in ('draft', 'running', 'ended')),
	started_on date,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	unique (organisation_id, number),
	check (last_day >= first_day),
	check ((decided_by is null) = (decided_on is null)),
	check (state = 'draft' or started_on is not null)
);
comment on table development.project is 'OWNED: work with a purpose, a beginning and an end, that tries out something new or better';
comment on column development.project.noticed is 'what the user of the service will notice';
comment on column development.project.anchored_in is 'the plan of the organisation the purpose follows from';
comment on column development.project.breadth is 'how much it touches, which says who must decide it';
comment on column development.project.changes_work is 'changes working time or who does what: unions are involved';
comment on column development.project.leader_share is 'per cent of a position set aside for leading it';
comment on column development.project.status_days is 'days between each time the status is said';
comment on column development.project.hours is 'hours set aside in all; kroner likewise';

create table development.goal (
	organisation_id uuid not null,
	project_id uuid not null,
	id uuid not null,
	kind text not null check (kind in ('activity', 'process', 'result', 'effect')),
	wording text not null check (length(wording) between 1 and 500),
	indicator text not null default '' check (length(indicator) <= 300),
	definition text not null default '' check (length(definition) <= 1000),
	measured_in text not null default '' check (length(measured_in) <= 60),
	baseline numeric,
	baseline_on date,
	baseline_source text not null default '' check (length(baseline_source) <= 200),
	target numeric,
	due_on date,
	primary key (organisation_id, project_id, id),
	foreign key (organisation_id, project_id) references development.project on delete cascade,
	check ((baseline is null) = (baseline_on is null)),
	check (baseline is null or baseline_source <> '')
);
comment on table development.goal is 'OWNED: what a project wants to reach, and how it is known';
comment on column development.goal.baseline is 'how it stood before; does not change once something is measured';

create table development.measurement (
	organisation_id uuid not null,
	project_id uuid not null,
	goal_id uuid not null,
	id uuid not null,
	value numeric not null,
	measured_on date not null,
	source text not null check (length(source) between 1 and 200),
	note text not null default '' check (length(note) <= 1000),
	recorded_at timestamptz not null,
	recorded_by text not null default '' check (length(recorded_by) <= 200),
	undone_at timestamptz,
	undone_by text not null default '' check (length(undone_by) <= 200),
	primary key (organisation_id, project_id, goal_id, id),
	foreign key (organisation_id, project_id, goal_id) references development.goal
);
comment on table development.measurement is 'OWNED: what was measured of a goal, on what day; what was wrong is undone and stays to be read';

create table development.status (
	organisation_id uuid not null,
	project_id uuid not null,
	id uuid not null,
	on_day date not null,
	standing text not null check (standing in ('as-planned', 'behind', 'stuck')),
	done text not null default '' check (length(done) <= 2000),
	next text not null default '' check (length(next) <= 2000),
	hinder text not null default '' check (length(hinder) <= 2000),
	hours_used integer check (hours_used between 0 and 1000000),
	kroner_used integer check (kroner_used between 0 and 1000000000),
	recorded_at timestamptz not null,
	recorded_by text not null default '' check (length(recorded_by) <= 200),
	undone_at timestamptz,
	undone_by text not null default '' check (length(undone_by) <= 200),
	primary key (organisation_id, project_id, id),
	foreign key (organisation_id, project_id) references development.project on delete cascade
);
comment on table development.status is 'OWNED: how a project stood on a day, what was done and what comes next';
comment on column development.status.hours_used is 'in all until that day; kroner likewise';

create table development.ending (
	organisation_id uuid not null,
	project_id uuid not null,
	id uuid not null,
	outcome text not null check (outcome in ('operations', 'continued', 'changed', 'stopped')),
	decided_on date not null,
	decided_by text not null check (length(decided_by) between 1 and 200),
	purpose text not null,
	reached text not null check (reached in ('yes', 'partly', 'no', 'unknown')),
	answer text not null check (length(answer) between 1 and 4000),
	cause text not null default '' check (length(cause) <= 2000),
	operations_owner text not null default '' check (length(operations_owner) <= 200),
	operations_budget text not null default '' check (length(operations_budget) <= 200),
	operations_routine text not null default '' check (length(operations_routine) <= 1000),
	lesson text not null check (length(lesson) between 1 and 4000),
	recorded_at timestamptz not null,
	recorded_by text not null default '' check (length(recorded_by) <= 200),
	undone_at timestamptz,
	undone_by text not null default '' check (length(undone_by) <= 200),
	primary key (organisation_id, project_id, id),
	foreign key (organisation_id, project_id) references development.project
);
comment on table development.ending is 'OWNED: the decision that ended a project, with the purpose as it stood and what became of it';
create unique index on development.ending (organisation_id, project_id) where undone_at is null;

create table development.follow_up (
	organisation_id uuid not null,
	project_id uuid not null,
	id uuid not null,
	months integer not null check (months in (12, 36, 60, 120)),
	due_on date not null,
	told_on date,
	answered_on date,
	answered_by text not null default '' check (length(answered_by) <= 200),
	in_use text check (in_use in ('all', 'some', 'none')),
	reason text check (reason in ('savings', 'person-left', 'other-priority', 'replaced', 'did-not-work', 'other')),
	note text not null default '' check (length(note) <= 2000),
	primary key (organisation_id, project_id, id),
	unique (organisation_id, project_id, months),
	foreign key (organisation_id, project_id) references development.project,
	check ((answered_on is null) = (in_use is null)),
	check (in_use is distinct from 'none' or reason is not null)
);
comment on table development.follow_up is 'OWNED: that somebody asks what is in use, months and years after a project ended, and what was answered';
create index on development.follow_up (due_on) where answered_on is null;

alter table development.project enable row level security;
alter table development.goal enable row level security;
alter table development.measurement enable row level security;
alter table development.status enable row level security;
alter table development.ending enable row level security;
alter table development.follow_up enable row level security;
create policy own on development.project using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on development.goal using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on development.measurement using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on development.status using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on development.ending using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on development.follow_up using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
grant select, insert, update, delete on development.project, development.goal to laeringsarena_program;
grant select, insert, update on development.measurement, development.status, development.ending to laeringsarena_program;
grant select, insert, update, delete on development.follow_up to laeringsarena_program;
