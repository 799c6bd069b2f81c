-- The room placement, first half: what is to be practised, where there is room, what is ordered, and who the students
-- are and what they wish.
--
-- organisation_id is always who keeps the row. A municipality whose institutions are not on board keeps their courses and
-- students itself; an institution whose municipalities are not on board keeps what they have answered. So every row also
-- says whom it is about: institution_id (whose students) and host_id (who receives them). Every last_day is inclusive.

create schema placement;
grant usage on schema placement to laeringsarena_program;

create table placement.course (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	institution_id uuid not null references organisation.organisation,
	programme text not null check (length(programme) between 1 and 200),
	campus text check (length(campus) <= 100),
	code text check (length(code) <= 60),
	name text not null check (length(name) between 1 and 200),
	profession text not null,
	year_of_study integer not null check (year_of_study between 1 and 7),
	credits numeric(4, 1) check (credits between 0 and 60),
	weeks integer check (weeks between 1 and 52),
	hours integer check (hours between 1 and 60),
	settings text[] not null default '{}',
	learning_outcomes text check (length(learning_outcomes) <= 10000),
	supervisor_requirement text check (length(supervisor_requirement) <= 500),
	compensation_class text check (length(compensation_class) <= 60),
	requirements text[] not null default '{}',
	published boolean not null default true,
	archived_on date,
	version integer not null default 1,
	primary key (organisation_id, id)
);
comment on table placement.course is 'OWNED: a course with placement (praksisemne); published ones can be read by anyone signed in';
comment on column placement.course.hours is 'hours a week';
comment on column placement.course.settings is 'settings that will do; empty means any';
comment on column placement.course.requirements is 'what a student must have before the start: only that it is confirmed, when and by whom, is ever stored';
create index on placement.course (institution_id);
create unique index on placement.course (organisation_id, institution_id, code) where code is not null and archived_on is null;

create table placement.period (
	organisation_id uuid not null,
	id uuid not null,
	course_id uuid not null,
	name text not null check (length(name) between 1 and 120),
	first_day date not null,
	last_day date not null,
	students_expected integer check (students_expected between 0 and 100000),
	published boolean not null default true,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, course_id) references placement.course,
	check (last_day >= first_day)
);
comment on table placement.period is 'OWNED: the weeks a course is practised in (praksisperiode)';
create index on placement.period (organisation_id, course_id);
create index on placement.period (organisation_id, first_day);

create table placement.site (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	host_id uuid not null references organisation.organisation,
	unit_organisation_id uuid,
	unit_id uuid,
	name text not null check (length(name) between 1 and 200),
	setting text references organisation.setting,
	municipality_number text check (municipality_number ~ '^[0-9]{4}$'),
	postcode text check (postcode ~ '^[0-9]{4}$'),
	latitude double precision check (latitude between -90 and 90),
	longitude double precision check (longitude between -180 and 180),
	housing_note text check (length(housing_note) <= 1000),
	contact_name text check (length(contact_name) <= 200),
	contact_email text check (length(contact_email) <= 320),
	published boolean not null default true,
	closed_on date,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (unit_organisation_id, unit_id) references organisation.unit (organisation_id, id),
	check ((latitude is null) = (longitude is null)),
	check ((unit_organisation_id is null) = (unit_id is null))
);
comment on table placement.site is 'OWNED: a place students practise at (praksissted): a unit of the register, or one its keeper knows by name';
create index on placement.site (host_id);
create unique index on placement.site (organisation_id, unit_id) where unit_id is not null;
create index on placement.site (organisation_id, search_name text_pattern_ops);

create table placement.collection (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	name text not null check (length(name) between 1 and 120),
	first_day date not null,
	last_day date not null,
	due_on date not null,
	message text check (length(message) <= 2000),
	state text not null default 'open' check (state in ('open', 'closed')),
	created_at timestamptz not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	check (last_day >= first_day)
);
comment on table placement.collection is 'OWNED: a municipality asks its sites, once for a term or a year, what they can take';

create table placement.capacity (
	organisation_id uuid not null,
	id uuid not null,
	site_id uuid not null,
	host_id uuid not null,
	collection_id uuid,
	first_day date not null,
	last_day date not null,
	most_at_once integer check (most_at_once between 0 and 1000),
	supervisors integer check (supervisors between 0 and 1000),
	note text check (length(note) <= 2000),
	state text not null default 'draft' check (state in ('asked', 'draft', 'answered', 'approved', 'published', 'none')),
	asked_at timestamptz,
	reminded_at timestamptz,
	answered_at timestamptz,
	answered_by text check (length(answered_by) <= 200),
	approved_at timestamptz,
	published_at timestamptz,
	published boolean not null default false,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, site_id) references placement.site,
	foreign key (organisation_id, collection_id) references placement.collection,
	check (last_day >= first_day),
	check (published = (state = 'published'))
);
comment on table placement.capacity is 'OWNED: what one site can take in a period, said once; the cap holds any week for all professions and institutions together';
comment on column placement.capacity.state is 'asked: waits for the site; none: the site says it can take nobody';
create index on placement.capacity (organisation_id, site_id, first_day);
create unique index on placement.capacity (organisation_id, collection_id, site_id) where collection_id is not null;
create index on placement.capacity (host_id, first_day) where published;

create table placement.offer (
	organisation_id uuid not null,
	id uuid not null,
	capacity_id uuid not null,
	site_id uuid not null,
	host_id uuid not null,
	profession text,
	years integer[] not null default '{}',
	first_day date not null,
	last_day date not null,
	places integer not null check (places between 0 and 1000),
	least_together integer check (least_together between 1 and 100),
	reserved_for uuid references organisation.organisation,
	published boolean not null default false,
	primary key (organisation_id, id),
	foreign key (organisation_id, capacity_id) references placement.capacity,
	foreign key (organisation_id, site_id) references placement.site,
	check (last_day >= first_day)
);
comment on table placement.offer is 'OWNED: places at a site for a profession (empty: any) and years of study (empty: any) within days, perhaps kept for one institution';
comment on column placement.offer.least_together is 'takes none or at least so many at once';
create index on placement.offer (organisation_id, capacity_id);
create index on placement.offer (organisation_id, site_id);
create index on placement.offer (host_id, first_day) where published;

create table placement.load (
	organisation_id uuid not null,
	id uuid not null,
	site_id uuid not null,
	kind text not null check (kind in ('pupil', 'apprentice', 'vocational-student', 'further-education', 'other')),
	name text check (length(name) <= 200),
	first_day date not null,
	last_day date not null,
	learners integer not null check (learners between 1 and 1000),
	published boolean not null default false,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, site_id) references placement.site,
	check (last_day >= first_day)
);
comment on table placement.load is 'OWNED: learners outside the rounds (pupils, apprentices …) who hold places at a site';
create index on placement.load (organisation_id, site_id);

create table placement.request (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	institution_id uuid not null references organisation.organisation,
	host_id uuid not null references organisation.organisation,
	period_id uuid,
	programme text not null check (length(programme) <= 200),
	course_name text not null check (length(course_name) <= 200),
	profession text not null,
	year_of_study integer not null check (year_of_study between 1 and 7),
	settings text[] not null default '{}',
	first_day date not null,
	last_day date not null,
	places integer not null check (places between 1 and 10000),
	answer_by date,
	message text check (length(message) <= 2000),
	state text not null default 'draft' check (state in ('draft', 'sent', 'answered', 'withdrawn')),
	sent_at timestamptz,
	answered_at timestamptz,
	answered_by text check (length(answered_by) <= 200),
	answer_message text check (length(answer_message) <= 2000),
	unmet_reason text check (unmet_reason in ('no-capacity', 'no-supervisor', 'no-agreement', 'too-far', 'no-answer', 'other')),
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, period_id) references placement.period,
	check (last_day >= first_day)
);
comment on table placement.request is 'SHARED: an order of places (bestilling) from an institution to a municipality; a draft is seen by its keeper alone';
create index on placement.request (organisation_id, first_day);
create index on placement.request (host_id, state);
create index on placement.request (institution_id, state);

create table placement.request_answer (
	organisation_id uuid not null,
	request_id uuid not null,
	id uuid not null,
	institution_id uuid not null,
	host_id uuid not null,
	site_name text not null check (length(site_name) between 1 and 200),
	offer_organisation_id uuid,
	offer_id uuid,
	places integer not null check (places between 1 and 1000),
	primary key (organisation_id, request_id, id),
	foreign key (organisation_id, request_id) references placement.request,
	foreign key (offer_organisation_id, offer_id) references placement.offer (organisation_id, id)
);
comment on table placement.request_answer is 'SHARED: the places a municipality answers a request with';
create index on placement.request_answer (offer_organisation_id, offer_id);

create table placement.student (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	institution_id uuid not null references organisation.organisation,
	person_id uuid references identity.person on delete set null,
	name text not null check (length(name) between 1 and 200),
	named boolean not null default true,
	number text check (length(number) <= 40),
	email text check (length(email) <= 320),
	phone text check (length(phone) <= 40),
	programme text check (length(programme) <= 200),
	profession text,
	year_of_study integer check (year_of_study between 1 and 7),
	postcode text check (postcode ~ '^[0-9]{4}$'),
	latitude double precision check (latitude between -90 and 90),
	longitude double precision check (longitude between -180 and 180),
	travel text not null default 'car' check (travel in ('car', 'public', 'foot')),
	left_on date,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	check ((latitude is null) = (longitude is null))
);
comment on table placement.student is 'OWNED: a student as the keeper knows them, or (named = false) one of so many; the person sees their own';
create unique index on placement.student (organisation_id, institution_id, number) where number is not null;
create index on placement.student (person_id) where person_id is not null;
create index on placement.student (organisation_id, search_name text_pattern_ops);
create index on placement.student (lower(email)) where person_id is null and email is not null;

create table placement.adaptation (
	organisation_id uuid not null,
	id uuid not null,
	student_id uuid not null,
	person_id uuid,
	need text not null check (length(need) between 1 and 2000),
	decided_on date not null,
	decided_by text not null check (length(decided_by) <= 200),
	last_day date,
	primary key (organisation_id, id),
	foreign key (organisation_id, student_id) references placement.student
);
comment on table placement.adaptation is 'OWNED, sensitive: why a student needs adaptation; read by the institution''s placement coordinators and the student alone. The rule that follows stands in placement.student_rule';
create index on placement.adaptation (organisation_id, student_id);

create table placement.student_rule (
	organisation_id uuid not null,
	id uuid not null,
	student_id uuid not null,
	kind text not null check (kind in ('most-minutes', 'only-municipality', 'not-site', 'not-host', 'setting-done', 'near-public-transport')),
	amount integer check (amount between 0 and 1000),
	target text check (length(target) <= 60),
	first_day date,
	last_day date,
	primary key (organisation_id, id),
	foreign key (organisation_id, student_id) references placement.student
);
comment on table placement.student_rule is 'OWNED: what must hold for a student, without the reason: at most 40 minutes, not at this site';
comment on column placement.student_rule.target is 'a municipality number, a setting, or the id of a site or host';
create index on placement.student_rule (organisation_id, student_id);

create table placement.requirement_met (
	organisation_id uuid not null,
	student_id uuid not null,
	requirement text not null check (length(requirement) between 1 and 120),
	confirmed_on date not null,
	confirmed_by text not null check (length(confirmed_by) <= 200),
	primary key (organisation_id, student_id, requirement),
	foreign key (organisation_id, student_id) references placement.student
);
comment on table placement.requirement_met is 'OWNED: that a requirement before the start is met, when and by whom it was seen; the document itself is never stored';

------------------------------------------------------------------------------------------------------------------------
-- May the person asking read sensitive facts at the organisation acted for? Looks at memberships as they are, once per query.
create function placement.is_coordinator() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
	select house.actor_kind() = 'person' and exists (
		select from organisation.membership m
		where m.organisation_id = house.organisation() and m.person_id = house.person() and m.role = 'placement-coordinator'
			and m.unit_id is null
			and m.valid_from <= (now() at time zone 'Europe/Oslo')::date
			and (m.valid_to is null or m.valid_to >= (now() at time zone 'Europe/Oslo')::date))
$$;
revoke all on function placement.is_coordinator from public;
grant execute on function placement.is_coordinator to laeringsarena_program;

do $$
declare
	table_name text;
begin
	-- Kept by one, and read by anyone signed in once published.
	foreach table_name in array array['course', 'period', 'site', 'capacity', 'load'] loop
		execute format('alter table placement.%I enable row level security', table_name);
		execute format('create policy read on placement.%I for select using (organisation_id = (select house.organisation()) or (published and (select house.is_known())) or (select house.is_system()))', table_name);
	end loop;
	-- Kept by one alone.
	foreach table_name in array array['collection', 'student_rule', 'requirement_met'] loop
		execute format('alter table placement.%I enable row level security', table_name);
		execute format('create policy read on placement.%I for select using (organisation_id = (select house.organisation()) or (select house.is_system()))', table_name);
	end loop;
	foreach table_name in array array['course', 'period', 'site', 'capacity', 'load', 'offer', 'collection', 'student_rule', 'requirement_met', 'student'] loop
		execute format('create policy add on placement.%I for insert with check (organisation_id = (select house.organisation()) or (select house.is_system()))', table_name);
		execute format('create policy change on placement.%I for update using (organisation_id = (select house.organisation()) or (select house.is_system()))', table_name);
		execute format('create policy remove on placement.%I for delete using (organisation_id = (select house.organisation()) or (select house.is_system()))', table_name);
	end loop;
	-- Between two parties: the keeper writes; the other reads, and answers, once it is sent.
	execute 'alter table placement.request enable row level security';
	execute 'create policy read on placement.request for select using (organisation_id = (select house.organisation()) or (state <> ''draft'' and (host_id = (select house.organisation()) or institution_id = (select house.organisation()))) or (select house.is_system()))';
	execute 'create policy add on placement.request for insert with check (organisation_id = (select house.organisation()) or (select house.is_system()))';
	execute 'create policy change on placement.request for update using (organisation_id = (select house.organisation()) or (state <> ''draft'' and host_id = (select house.organisation())) or (select house.is_system()))';
	execute 'create policy remove on placement.request for delete using (organisation_id = (select house.organisation()) or (select house.is_system()))';
	execute 'alter table placement.request_answer enable row level security';
	execute 'create policy party on placement.request_answer using (organisation_id = (select house.organisation()) or host_id = (select house.organisation()) or institution_id = (select house.organisation()) or (select house.is_system())) with check (organisation_id = (select house.organisation()) or host_id = (select house.organisation()) or (select house.is_system()))';
end $$;

alter table placement.offer enable row level security;
create policy read on placement.offer for select
	using (organisation_id = (select house.organisation())
		or (published and (select house.is_known()) and (reserved_for is null or reserved_for = (select house.organisation())))
		or (select house.is_system()));

alter table placement.student enable row level security;
create policy read on placement.student for select
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));

-- Not even the program itself reads why: it only deletes, when the time has come.
alter table placement.adaptation enable row level security;
create policy read on placement.adaptation for select
	using ((organisation_id = (select house.organisation()) and (select placement.is_coordinator())) or person_id = (select house.person()));
create policy add on placement.adaptation for insert
	with check (organisation_id = (select house.organisation()) and (select placement.is_coordinator()));
create policy change on placement.adaptation for update
	using (organisation_id = (select house.organisation()) and (select placement.is_coordinator()));
create policy remove on placement.adaptation for delete
	using ((organisation_id = (select house.organisation()) and (select placement.is_coordinator())) or (select house.is_system()));

grant select, insert, update, delete on all tables in schema placement to laeringsarena_program;
