-- Programmes: somebody has ordered development in many municipalities, with a purpose, goals, money and an end. organisation_id is
-- who keeps one, on behalf of whoever commissioned it. What it says is read by everybody known once it has opened; an admission
-- belongs to the municipality that applies, and is read by the keeper once it is sent.

create table development.programme (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	title text not null check (length(title) between 1 and 200),
	commissioner text not null check (length(commissioner) between 1 and 200),
	partners text not null default '' check (length(partners) <= 1000),
	mandate text not null default '' check (length(mandate) <= 1000),
	purpose text not null check (length(purpose) between 1 and 2000),
	themes text[] not null default '{}' check (cardinality(themes) <= 5),
	admits text not null check (admits in ('all', 'capacity', 'priority')),
	priorities text not null default '' check (length(priorities) <= 1000),
	money_for text not null default '' check (length(money_for) <= 2000),
	network_id uuid,
	no_arena_because text not null default '' check (length(no_arena_because) <= 500),
	first_day date not null,
	last_day date not null,
	state text not null default 'draft' check (state in ('draft', 'open', 'under-way', 'closed')),
	opened_on date,
	closed_on date,
	closed_because text not null default '' check (length(closed_because) <= 2000),
	copied_from uuid,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	unique (id),
	foreign key (organisation_id, network_id) references development.network (organisation_id, id),
	check (last_day >= first_day),
	check ((state = 'draft') = (opened_on is null)),
	check ((state = 'closed') = (closed_on is not null))
);
comment on table development.programme is 'SHARED: development that somebody has ordered in many municipalities; read by everybody known once it has opened';
comment on column development.programme.commissioner is 'who ordered it; organisation_id keeps it for them';
comment on column development.programme.mandate is 'the letter, decision or agreement it stands on';
comment on column development.programme.admits is 'all who apply; in the order they apply as long as there are places; or by what is written as priorities';
comment on column development.programme.money_for is 'what its money may be used for, or that there is none';
comment on column development.programme.network_id is 'where those who take part meet and learn of each other; else no_arena_because says why not';
comment on column development.programme.copied_from is 'the programme it began as a copy of, whose lessons it is written with';

create table development.programme_goal (
	organisation_id uuid not null,
	programme_id uuid not null,
	id uuid not null,
	wording text not null check (length(wording) between 1 and 500),
	local_example text not null default '' check (length(local_example) <= 500),
	primary key (organisation_id, programme_id, id),
	unique (id),
	foreign key (organisation_id, programme_id) references development.programme on delete cascade
);
comment on table development.programme_goal is 'SHARED: what a programme wants to reach, with an example of what it may be in one municipality';

create table development.programme_measure (
	organisation_id uuid not null,
	programme_id uuid not null,
	goal_id uuid not null,
	id uuid not null,
	number integer not null check (number > 0),
	indicator text not null check (length(indicator) between 1 and 300),
	definition text not null check (length(definition) between 1 and 1000),
	measured_in text not null check (length(measured_in) between 1 and 60),
	adds text not null check (adds in ('sum', 'mean')),
	from_day date not null,
	primary key (organisation_id, programme_id, goal_id, id),
	unique (id),
	unique (organisation_id, programme_id, goal_id, number),
	foreign key (organisation_id, programme_id, goal_id) references development.programme_goal on delete cascade
);
comment on table development.programme_measure is 'SHARED: how a goal of a programme is measured alike everywhere; a new definition is a new number, and what was measured by the old keeps to it';
comment on column development.programme_measure.adds is 'whether values are added up, or their mean is taken, as with shares';

create table development.programme_expectation (
	organisation_id uuid not null,
	programme_id uuid not null,
	id uuid not null,
	expects text not null check (length(expects) between 1 and 500),
	primary key (organisation_id, programme_id, id),
	foreign key (organisation_id, programme_id) references development.programme on delete cascade
);
comment on table development.programme_expectation is 'SHARED: what a programme expects of each municipality, accepted one by one';

create table development.programme_batch (
	organisation_id uuid not null,
	programme_id uuid not null,
	id uuid not null,
	name text not null check (length(name) between 1 and 100),
	apply_by date not null,
	starts_on date not null,
	ends_on date not null,
	places integer check (places between 1 and 1000),
	kept integer not null default 0 check (kept >= 0),
	primary key (organisation_id, programme_id, id),
	foreign key (organisation_id, programme_id) references development.programme on delete cascade,
	check (apply_by <= starts_on and starts_on <= ends_on),
	check (kept <= coalesce(places, 0))
);
comment on table development.programme_batch is 'SHARED: those who begin a programme together';
comment on column development.programme_batch.kept is 'of the places, those kept for municipalities that have been in no programme';

create table development.programme_lesson (
	organisation_id uuid not null,
	programme_id uuid not null,
	id uuid not null,
	lesson text not null check (length(lesson) between 1 and 2000),
	source text not null default '' check (length(source) <= 200),
	on_day date not null,
	recorded_by text not null default '' check (length(recorded_by) <= 200),
	primary key (organisation_id, programme_id, id),
	foreign key (organisation_id, programme_id) references development.programme on delete cascade
);
comment on table development.programme_lesson is 'SHARED: what the next programme should know';

create table development.programme_invitation (
	organisation_id uuid not null,
	programme_id uuid not null,
	party_id uuid not null references organisation.organisation,
	invited_on date not null,
	invited_by text not null default '' check (length(invited_by) <= 200),
	primary key (organisation_id, programme_id, party_id),
	foreign key (organisation_id, programme_id) references development.programme
);
comment on table development.programme_invitation is 'SHARED: that a municipality was asked to apply; read by who asked and who was asked';
create index on development.programme_invitation (party_id);

create table development.admission (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	programme_organisation_id uuid not null,
	programme_id uuid not null,
	batch_id uuid not null,
	need text not null check (length(need) between 1 and 4000),
	gain text not null check (length(gain) between 1 and 4000),
	builds_on text not null default '' check (length(builds_on) <= 2000),
	is_first boolean not null,
	leader_name text not null check (length(leader_name) between 1 and 200),
	leader_email text check (length(leader_email) between 3 and 320),
	leader_share integer not null check (leader_share between 1 and 100),
	title text not null,
	state text not null default 'draft' check (state in ('draft', 'sent', 'waiting', 'admitted', 'declined', 'withdrawn')),
	sent_at timestamptz,
	sent_by text not null default '' check (length(sent_by) <= 200),
	decided_on date,
	decided_by text not null default '' check (length(decided_by) <= 200),
	because text not null default '' check (length(because) <= 1000),
	admitted_on date,
	withdrawn_on date,
	withdrawn_because text not null default '' check (length(withdrawn_because) <= 500),
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (programme_organisation_id, programme_id, batch_id) references development.programme_batch,
	check ((state = 'draft') = (sent_at is null)),
	check (state not in ('waiting', 'admitted', 'declined') or decided_on is not null),
	check (state <> 'declined' or because <> ''),
	check (state <> 'admitted' or admitted_on is not null),
	check ((state = 'withdrawn') = (withdrawn_on is not null)),
	check (state <> 'withdrawn' or withdrawn_because <> '')
);
comment on table development.admission is 'SHARED: that a municipality applies to a batch of a programme, in its own words, and what came of it';
comment on column development.admission.need is 'its own need, and gain what it expects to gain; do not change once sent';
comment on column development.admission.is_first is 'the municipality says that it has been in no programme before';
comment on column development.admission.leader_share is 'per cent of a position';
comment on column development.admission.title is 'what the programme is called, for lists of what people hold';
comment on column development.admission.because is 'why it is declined, waits, or is admitted otherwise than the rule of admission says';
create index on development.admission (programme_organisation_id, programme_id);
create unique index on development.admission (organisation_id, programme_organisation_id, programme_id) where state not in ('withdrawn', 'declined');

create table development.admission_answer (
	organisation_id uuid not null,
	admission_id uuid not null,
	expectation_id uuid not null,
	expects text not null check (length(expects) between 1 and 500),
	accepted boolean not null,
	because text not null default '' check (length(because) <= 500),
	primary key (organisation_id, admission_id, expectation_id),
	foreign key (organisation_id, admission_id) references development.admission on delete cascade,
	check (accepted or because <> '')
);
comment on table development.admission_answer is 'SHARED: whether a municipality accepts one thing that is expected of it, and why not';

create function development.keep_admission() returns trigger language plpgsql as $$ begin
	if old.sent_at is not null and (old.need, old.gain, old.builds_on, old.is_first, old.leader_share, old.batch_id, old.sent_at)
		is distinct from (new.need, new.gain, new.builds_on, new.is_first, new.leader_share, new.batch_id, new.sent_at)
	then raise exception 'what a municipality has sent is not changed'; end if;
	return new;
end $$;
create trigger keep_admission before update on development.admission for each row execute function development.keep_admission();

alter table development.project add column admission_id uuid;
alter table development.project add foreign key (organisation_id, admission_id) references development.admission;
comment on column development.project.admission_id is 'the place in a programme it is part of; its goals and measurements are then read by who keeps the programme';
create index on development.project (organisation_id, admission_id) where admission_id is not null;

alter table development.goal add column serves_id uuid references development.programme_goal (id);
alter table development.goal add column measured_as_id uuid references development.programme_measure (id);
comment on column development.goal.serves_id is 'the goal of the programme that it serves';
comment on column development.goal.measured_as_id is 'measured the way the programme says, by that definition; its own words stand as they are';

do $$
declare
	table_name text;
	person constant text := '(select house.actor_kind()) = ''person''';
	own constant text := '(organisation_id = (select house.organisation()) and (select house.actor_kind()) = ''person'') or (select house.is_system())';
	opened constant text := ' or ((select house.is_known()) and exists (select from development.programme p where p.organisation_id = %1$I.organisation_id and p.id = %1$I.programme_id and p.state <> ''draft''))';
	keeps constant text := '(programme_organisation_id = (select house.organisation()) and state <> ''draft'' and (select house.actor_kind()) = ''person'')';
	asked constant text := 'exists (select from development.admission a where a.organisation_id = admission_answer.organisation_id and a.id = admission_answer.admission_id)';
begin
	execute 'alter table development.programme enable row level security';
	execute format('create policy read on development.programme for select using (%s or (state <> ''draft'' and (select house.is_known())))', own);
	execute format('create policy add on development.programme for insert with check (%s)', own);
	execute format('create policy change on development.programme for update using (%s) with check (%s)', own, own);
	execute format('create policy remove on development.programme for delete using (state = ''draft'' and (%s))', own);
	foreach table_name in array array['programme_goal', 'programme_measure', 'programme_expectation', 'programme_batch', 'programme_lesson'] loop
		execute format('alter table development.%I enable row level security', table_name);
		execute format('create policy read on development.%1$I for select using (' || own || opened || ')', table_name);
		execute format('create policy add on development.%I for insert with check (%s)', table_name, own);
		execute format('create policy change on development.%I for update using (%s) with check (%s)', table_name, own, own);
		execute format('create policy remove on development.%I for delete using (%s)', table_name, own);
	end loop;
	execute 'alter table development.programme_invitation enable row level security';
	execute format('create policy read on development.programme_invitation for select using (%s or (party_id = (select house.organisation()) and %s))', own, person);
	execute format('create policy add on development.programme_invitation for insert with check (%s)', own);
	execute 'alter table development.admission enable row level security';
	execute format('create policy read on development.admission for select using (%s or %s)', own, keeps);
	execute format('create policy add on development.admission for insert with check (%s)', own);
	execute format('create policy change on development.admission for update using (%s or %s)', own, keeps);
	execute format('create policy remove on development.admission for delete using (state = ''draft'' and (%s))', own);
	execute 'alter table development.admission_answer enable row level security';
	execute format('create policy read on development.admission_answer for select using (%s)', asked);
	execute format('create policy add on development.admission_answer for insert with check ((%s) and %s)', own, asked || ' and (select a.state from development.admission a where a.organisation_id = admission_answer.organisation_id and a.id = admission_answer.admission_id) = ''draft''');
	execute format('create policy remove on development.admission_answer for delete using ((%s) and %s)', own, '(select a.state from development.admission a where a.organisation_id = admission_answer.organisation_id and a.id = admission_answer.admission_id) = ''draft''');
end $$;
grant select, insert, update, delete on development.programme, development.programme_goal, development.programme_measure,
	development.programme_expectation, development.programme_batch, development.programme_lesson, development.admission to laeringsarena_program;
grant select, insert on development.programme_invitation to laeringsarena_program;
grant select, insert, delete on development.admission_answer to laeringsarena_program;

-- An organisation may end its own part in something others wrote down, as when it leaves a programme.
create policy leave on organisation.participation for update
	using (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person');

-- Who keeps a programme reads the goals and measurements of the projects in it; those who take part read them without whose they are.
-- Asked past row-level security, because projects are their own organisation's. Never status, money or persons.
create function development.programme_results(keeper uuid, of_programme uuid)
returns table (organisation_id uuid, admission_id uuid, project_id uuid, takes_part boolean, title text, state text, outcome text, goal_id uuid, serves_id uuid,
	measured_as_id uuid, wording text, definition text, measured_in text, baseline float8, value float8, measured_on date)
language sql stable security definer set search_path = pg_catalog as $$
	with asker as (select
		house.is_system() or (keeper = house.organisation() and house.actor_kind() = 'person') sees_all,
		house.actor_kind() = 'person' and exists (select from development.admission a where a.organisation_id = house.organisation()
			and a.programme_organisation_id = keeper and a.programme_id = of_programme and a.state = 'admitted') takes_part)
	select
		case when asker.sees_all or p.organisation_id = house.organisation() then p.organisation_id end,
		case when asker.sees_all or p.organisation_id = house.organisation() then p.admission_id end,
		case when asker.sees_all or p.organisation_id = house.organisation() then p.id else md5(p.id::text || of_programme::text)::uuid end,
		a.state = 'admitted',
		case when asker.sees_all or p.organisation_id = house.organisation() then p.title end,
		p.state, e.outcome, g.id, g.serves_id, g.measured_as_id,
		case when asker.sees_all or p.organisation_id = house.organisation() then g.wording end,
		g.definition, g.measured_in, g.baseline::float8, m.value::float8, m.measured_on
	from asker
	join development.admission a on a.programme_organisation_id = keeper and a.programme_id = of_programme and a.admitted_on is not null
	join development.project p on p.organisation_id = a.organisation_id and p.admission_id = a.id and p.state <> 'draft'
	left join development.goal g on g.organisation_id = p.organisation_id and g.project_id = p.id
	left join development.ending e on e.organisation_id = p.organisation_id and e.project_id = p.id and e.undone_at is null
	left join lateral (select m.value, m.measured_on from development.measurement m
		where m.organisation_id = p.organisation_id and m.project_id = p.id and m.goal_id = g.id and m.undone_at is null
			and (g.baseline_on is null or m.measured_on > g.baseline_on)
		order by m.measured_on desc, m.recorded_at desc, m.id desc limit 1) m on true
	where asker.sees_all or asker.takes_part
	order by p.organisation_id, p.number, g.id
$$;
revoke all on function development.programme_results from public;
grant execute on function development.programme_results to laeringsarena_program;

-- Who to tell of what happens in a programme: people of another organisation by role, asked by either side of an admission or an invitation.
create function development.programme_people(keeper uuid, of_programme uuid, party uuid, wanted text[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select distinct m.person_id from organisation.membership m
	where m.organisation_id = party and m.person_id is not null and m.unit_id is null and m.role = any (wanted)
		and m.valid_from <= (now() at time zone 'Europe/Oslo')::date
		and (m.valid_to is null or m.valid_to >= (now() at time zone 'Europe/Oslo')::date)
		and (house.is_system()
			or (keeper = house.organisation() and exists (select from development.programme_invitation i
				where i.organisation_id = keeper and i.programme_id = of_programme and i.party_id = party))
			or exists (select from development.admission a where a.programme_organisation_id = keeper and a.programme_id = of_programme
				and a.state <> 'draft' and ((keeper = house.organisation() and a.organisation_id = party)
					or (a.organisation_id = house.organisation() and keeper = party))))
$$;
revoke all on function development.programme_people from public;
grant execute on function development.programme_people to laeringsarena_program;
