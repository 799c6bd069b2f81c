-- The room placement, second half: rounds, wishes, runs, and the placements that come of them.
--
-- round_owner_id is the organisation that runs a round; whoever takes part lets it read what the round needs.

create table placement.round (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	name text not null check (length(name) between 1 and 120),
	first_day date not null,
	last_day date not null,
	state text not null default 'preparing' check (state in ('preparing', 'wishes', 'allocating', 'published', 'closed')),
	wishes_from date,
	wishes_until date,
	wishes_most integer not null default 5 check (wishes_most between 1 and 20),
	confirm_by date,
	rules jsonb not null,
	seed text not null check (length(seed) between 1 and 100),
	chosen_run_id uuid,
	publication integer not null default 0,
	published_at timestamptz,
	created_at timestamptz not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	check (last_day >= first_day)
);
comment on table placement.round is 'SHARED: one allocation (praksisrunde) over one or many institutions and hosts; parties stand in placement.round_party';

create table placement.round_party (
	organisation_id uuid not null,
	round_id uuid not null,
	party_id uuid not null references organisation.organisation,
	side text not null check (side in ('institution', 'host')),
	primary key (organisation_id, round_id, party_id, side),
	foreign key (organisation_id, round_id) references placement.round
);
comment on table placement.round_party is 'SHARED: whose students and whose places are in a round';
create index on placement.round_party (party_id);

create table placement.round_period (
	organisation_id uuid not null,
	round_id uuid not null,
	period_organisation_id uuid not null,
	period_id uuid not null,
	primary key (organisation_id, round_id, period_organisation_id, period_id),
	foreign key (organisation_id, round_id) references placement.round,
	foreign key (period_organisation_id, period_id) references placement.period (organisation_id, id)
);
comment on table placement.round_period is 'SHARED: the placement periods whose students are allocated in a round';
create index on placement.round_period (period_organisation_id, period_id);

create table placement.round_offer (
	organisation_id uuid not null,
	round_id uuid not null,
	offer_organisation_id uuid not null,
	offer_id uuid not null,
	places integer check (places between 0 and 1000),
	primary key (organisation_id, round_id, offer_organisation_id, offer_id),
	foreign key (organisation_id, round_id) references placement.round,
	foreign key (offer_organisation_id, offer_id) references placement.offer (organisation_id, id)
);
comment on table placement.round_offer is 'SHARED: offers a round counts differently: fewer places of them, or (0) none; all other published ones of its hosts count whole';

create table placement.claim (
	organisation_id uuid not null,
	id uuid not null,
	student_id uuid not null,
	person_id uuid,
	period_id uuid not null,
	institution_id uuid not null,
	round_owner_id uuid,
	round_id uuid,
	priority integer not null default 1 check (priority between 0 and 9),
	priority_reason text check (length(priority_reason) <= 200),
	together text check (length(together) <= 60),
	arrived_at timestamptz not null,
	withdrawn_at timestamptz,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, student_id) references placement.student,
	foreign key (organisation_id, period_id) references placement.period,
	foreign key (round_owner_id, round_id) references placement.round (organisation_id, id),
	check ((round_owner_id is null) = (round_id is null))
);
comment on table placement.claim is 'SHARED: one student''s need for one placement (praksisbehov); read by its keeper, the round''s owner, and the student';
comment on column placement.claim.together is 'students with the same word here, in one period, go to the same site';
create unique index on placement.claim (organisation_id, student_id, period_id);
create index on placement.claim (round_owner_id, round_id);
create index on placement.claim (organisation_id, period_id);
create index on placement.claim (person_id) where person_id is not null;

create table placement.wish (
	organisation_id uuid not null,
	claim_id uuid not null,
	rank integer not null check (rank between 1 and 20),
	person_id uuid,
	round_owner_id uuid,
	kind text not null check (kind in ('site', 'municipality', 'county')),
	target text not null check (length(target) <= 60),
	stated_at timestamptz not null,
	stated_by text not null check (stated_by in ('student', 'coordinator', 'import')),
	primary key (organisation_id, claim_id, rank),
	unique (organisation_id, claim_id, kind, target),
	foreign key (organisation_id, claim_id) references placement.claim
);
comment on table placement.wish is 'SHARED: what a student wishes, in order; the student always sees it';
comment on column placement.wish.target is 'the id of a site, or a municipality or county number';
create index on placement.wish (person_id) where person_id is not null;

create table placement.run (
	organisation_id uuid not null,
	id uuid not null,
	round_id uuid not null,
	number integer not null,
	name text not null check (length(name) between 1 and 120),
	rules jsonb not null,
	seed text not null,
	job_id uuid,
	state text not null check (state in ('waiting', 'done', 'stopped', 'refused')),
	snapshot bytea,
	snapshot_hash text,
	holds text check (holds in ('optimal', 'feasible')),
	claims integer,
	placed integer,
	measures jsonb,
	comparisons jsonb,
	findings jsonb,
	plan bytea,
	certificate bytea,
	created_by uuid,
	created_at timestamptz not null,
	finished_at timestamptz,
	deleted_at timestamptz,
	primary key (organisation_id, id),
	unique (organisation_id, round_id, number),
	foreign key (organisation_id, round_id) references placement.round
);
comment on table placement.run is 'OWNED: one allocation of a frozen snapshot; snapshot, plan and certificate are gzipped JSON of the engine''s documented form';

create table placement.lock (
	organisation_id uuid not null,
	round_id uuid not null,
	claim_organisation_id uuid not null,
	claim_id uuid not null,
	offer_organisation_id uuid not null,
	offer_id uuid not null,
	reason text check (length(reason) <= 500),
	locked_by uuid,
	locked_at timestamptz not null,
	primary key (organisation_id, round_id, claim_organisation_id, claim_id),
	foreign key (organisation_id, round_id) references placement.round,
	foreign key (claim_organisation_id, claim_id) references placement.claim (organisation_id, id),
	foreign key (offer_organisation_id, offer_id) references placement.offer (organisation_id, id)
);
comment on table placement.lock is 'OWNED: a claim the coordinators hold at an offer, whatever the next run would do';

create table placement.move (
	organisation_id uuid not null,
	run_id uuid not null,
	number integer not null,
	claim_organisation_id uuid not null,
	claim_id uuid not null,
	from_offer_id uuid,
	to_offer_id uuid,
	detail jsonb not null,
	moved_by uuid,
	moved_by_name text,
	moved_at timestamptz not null,
	undone_at timestamptz,
	primary key (organisation_id, run_id, number),
	foreign key (organisation_id, run_id) references placement.run,
	foreign key (claim_organisation_id, claim_id) references placement.claim (organisation_id, id)
);
comment on table placement.move is 'OWNED: a move by hand in a run''s plan, and what it cost; two at once: the later is refused and shown the plan as it is';

create table placement.publication (
	organisation_id uuid not null,
	round_id uuid not null,
	number integer not null,
	run_id uuid not null,
	published_by uuid,
	published_by_name text not null,
	published_at timestamptz not null,
	changes jsonb not null,
	primary key (organisation_id, round_id, number),
	foreign key (organisation_id, round_id) references placement.round,
	foreign key (organisation_id, run_id) references placement.run
);
comment on table placement.publication is 'OWNED: each time a round was published, and what changed since the time before';

create table placement.placement (
	organisation_id uuid not null,
	id uuid not null,
	round_owner_id uuid not null,
	round_id uuid not null,
	run_id uuid not null,
	publication integer not null,
	claim_id uuid not null,
	student_id uuid not null,
	person_id uuid,
	institution_id uuid not null,
	host_id uuid not null,
	site_organisation_id uuid not null,
	site_id uuid not null,
	offer_organisation_id uuid not null,
	offer_id uuid not null,
	period_id uuid not null,
	student_name text not null,
	site_name text not null,
	course_name text not null,
	profession text not null,
	year_of_study integer not null,
	first_day date not null,
	last_day date not null,
	minutes integer,
	rank integer,
	state text not null check (state in ('published', 'confirmed', 'declined', 'cancelled', 'under-way', 'completed')),
	host_answer text check (host_answer in ('confirmed', 'declined')),
	host_reason text check (length(host_reason) <= 1000),
	host_answered_at timestamptz,
	host_answered_by text check (length(host_answered_by) <= 200),
	student_answer text check (student_answer in ('accepted', 'reconsider')),
	student_reason text check (length(student_reason) <= 2000),
	student_answered_at timestamptz,
	supervisor_name text check (length(supervisor_name) <= 200),
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, claim_id) references placement.claim,
	foreign key (organisation_id, student_id) references placement.student,
	foreign key (round_owner_id, round_id) references placement.round (organisation_id, id),
	foreign key (site_organisation_id, site_id) references placement.site (organisation_id, id),
	check (last_day >= first_day)
);
comment on table placement.placement is 'SHARED: a student''s place at a site (praksisplass), from the day it is published; cancelled ones stay, and hold no place';
create unique index on placement.placement (organisation_id, claim_id) where state not in ('cancelled', 'declined');
create index on placement.placement (round_owner_id, round_id);
create index on placement.placement (host_id, first_day);
create index on placement.placement (site_organisation_id, site_id, first_day);
create index on placement.placement (person_id) where person_id is not null;

create table placement.event (
	organisation_id uuid not null,
	placement_id uuid not null,
	id uuid not null,
	host_id uuid not null,
	person_id uuid,
	at timestamptz not null,
	by_name text not null,
	by_side text not null check (by_side in ('owner', 'institution', 'host', 'student', 'program')),
	verb text not null,
	reason text check (length(reason) <= 2000),
	primary key (organisation_id, placement_id, id),
	foreign key (organisation_id, placement_id) references placement.placement
);
comment on table placement.event is 'SHARED: what happened to a placement, when, and by whom; read by the parties';

create table placement.effort (
	organisation_id uuid not null,
	id uuid not null,
	round_id uuid,
	collection_id uuid,
	at timestamptz not null,
	kind text not null check (kind in ('message', 'touch')),
	what text not null check (length(what) <= 60),
	times integer not null default 1 check (times > 0),
	primary key (organisation_id, id)
);
comment on table placement.effort is 'OWNED: messages sent and steps taken by people for a round: what effort per placed student is counted from';
create index on placement.effort (organisation_id, round_id);

------------------------------------------------------------------------------------------------------------------------
-- Which rounds the organisation acted for takes part in, without asking the round's own policy.
create function placement.rounds_taken_part_in() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select round_id from placement.round_party where party_id = house.organisation()
$$;
revoke all on function placement.rounds_taken_part_in from public;
grant execute on function placement.rounds_taken_part_in to laeringsarena_program;

alter table placement.round enable row level security;
create policy read on placement.round for select
	using (organisation_id = (select house.organisation()) or id in (select placement.rounds_taken_part_in()) or (select house.is_system()));
create policy add on placement.round for insert with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy change on placement.round for update using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on placement.round for delete using (organisation_id = (select house.organisation()) or (select house.is_system()));

do $$
declare
	table_name text;
begin
	foreach table_name in array array['round_party', 'round_period', 'round_offer'] loop
		execute format('alter table placement.%I enable row level security', table_name);
		execute format('create policy read on placement.%I for select using (organisation_id = (select house.organisation()) or round_id in (select placement.rounds_taken_part_in()) or (select house.is_system()))', table_name);
		execute format('create policy add on placement.%I for insert with check (organisation_id = (select house.organisation()) or (select house.is_system()))', table_name);
		execute format('create policy change on placement.%I for update using (organisation_id = (select house.organisation()) or (select house.is_system()))', table_name);
		execute format('create policy remove on placement.%I for delete using (organisation_id = (select house.organisation()) or (select house.is_system()))', table_name);
	end loop;
	-- A party brings its own periods along, and takes them out again.
	execute 'create policy bring on placement.round_period for insert with check (period_organisation_id = (select house.organisation()) and round_id in (select placement.rounds_taken_part_in()))';
	execute 'create policy take_back on placement.round_period for delete using (period_organisation_id = (select house.organisation()) and round_id in (select placement.rounds_taken_part_in()))';
	foreach table_name in array array['run', 'lock', 'move', 'publication', 'effort'] loop
		execute format('alter table placement.%I enable row level security', table_name);
		execute format('create policy owner on placement.%I using (organisation_id = (select house.organisation()) or (select house.is_system()))', table_name);
	end loop;
end $$;

-- The keeper writes; the owner of the round reads, and takes a claim out of the round; the student reads and wishes.
alter table placement.claim enable row level security;
create policy read on placement.claim for select
	using (organisation_id = (select house.organisation()) or round_owner_id = (select house.organisation())
		or person_id = (select house.person()) or (select house.is_system()));
create policy add on placement.claim for insert with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy change on placement.claim for update
	using (organisation_id = (select house.organisation()) or round_owner_id = (select house.organisation()) or (select house.is_system()));
create policy remove on placement.claim for delete using (organisation_id = (select house.organisation()) or (select house.is_system()));

alter table placement.wish enable row level security;
create policy read on placement.wish for select
	using (organisation_id = (select house.organisation()) or round_owner_id = (select house.organisation())
		or person_id = (select house.person()) or (select house.is_system()));
create policy add on placement.wish for insert
	with check (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy change on placement.wish for update
	using (organisation_id = (select house.organisation()) or round_owner_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy remove on placement.wish for delete
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));

alter table placement.placement enable row level security;
create policy read on placement.placement for select
	using (organisation_id = (select house.organisation()) or host_id = (select house.organisation())
		or round_owner_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy add on placement.placement for insert
	with check (round_owner_id = (select house.organisation()) or organisation_id = (select house.organisation()) or (select house.is_system()));
create policy change on placement.placement for update
	using (organisation_id = (select house.organisation()) or host_id = (select house.organisation())
		or round_owner_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy remove on placement.placement for delete using ((select house.is_system()));

alter table placement.event enable row level security;
create policy read on placement.event for select
	using (organisation_id = (select house.organisation()) or host_id = (select house.organisation())
		or person_id = (select house.person()) or (select house.is_system()));
create policy add on placement.event for insert with check ((select house.is_known()));

grant select, insert, update, delete on placement.round, placement.round_party, placement.round_period, placement.round_offer,
	placement.claim, placement.wish, placement.run, placement.lock, placement.move, placement.publication, placement.placement,
	placement.effort to laeringsarena_program;
grant select, insert on placement.event to laeringsarena_program;
