-- The house: who is asking, sign-in, audit, jobs, notices, involvement and public geography.
--
-- Every table is either OWNED (an organisation column in its key), PERSONAL (a person column), SHARED (a party table)
-- or PUBLIC (facts anyone signed in may read), says so in its comment, and has row-level security from here on.
-- The program connects as laeringsarena_program, which owns no table; a connection that has set no actor sees nothing.
-- Policies call the actor functions inside a sub-select so that they are evaluated once per query, not once per row.

do $$ begin
	if not exists (select from pg_roles where rolname = 'laeringsarena_program') then
		create role laeringsarena_program login nosuperuser nobypassrls nocreatedb nocreaterole;
	end if;
	if not exists (select from pg_roles where rolname = 'laeringsarena_queue') then
		create role laeringsarena_queue login nosuperuser nobypassrls nocreatedb nocreaterole;
	end if;
exception when duplicate_object or unique_violation then null; -- two databases of one server migrated at once
end $$;

create schema house;
grant usage on schema house to laeringsarena_program, laeringsarena_queue;

create function house.actor_kind() returns text language sql stable parallel safe
	as $$ select coalesce(current_setting('laeringsarena.kind', true), '') $$;
create function house.person() returns uuid language sql stable parallel safe
	as $$ select nullif(current_setting('laeringsarena.person', true), '')::uuid $$;
create function house.organisation() returns uuid language sql stable parallel safe
	as $$ select nullif(current_setting('laeringsarena.organisation', true), '')::uuid $$;
create function house.is_system() returns boolean language sql stable parallel safe
	as $$ select coalesce(current_setting('laeringsarena.kind', true), '') = 'system' $$;
create function house.is_known() returns boolean language sql stable parallel safe
	as $$ select coalesce(current_setting('laeringsarena.kind', true), '') <> '' $$;

-- Lists people read are sorted the Norwegian way; keys and look-ups stay on the default collation.
create collation house.norwegian (provider = icu, locale = 'nb-NO', deterministic = true);

------------------------------------------------------------------------------------------------------------------------
create schema identity;
grant usage on schema identity to laeringsarena_program;

create table identity.person (
	id uuid primary key,
	name text not null check (length(name) between 1 and 200),
	email text check (length(email) <= 320),
	phone text check (length(phone) <= 40),
	language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
	demo boolean not null default false,
	created_at timestamptz not null default now(),
	deactivated_at timestamptz
);
comment on table identity.person is 'PERSONAL: one human being with an account; what an organisation knows of them stands in organisation.membership';

create table identity.account (
	provider text not null,
	subject text not null,
	person_id uuid not null references identity.person on delete cascade,
	email text,
	created_at timestamptz not null default now(),
	last_sign_in_at timestamptz not null default now(),
	primary key (provider, subject)
);
comment on table identity.account is 'PERSONAL: a person as one sign-in provider knows them';
create index on identity.account (person_id);

create table identity.session (
	id uuid primary key,
	token_hash bytea not null unique,
	person_id uuid not null references identity.person on delete cascade,
	organisation_id uuid,
	provider text not null,
	created_at timestamptz not null,
	seen_at timestamptz not null,
	idle_expires_at timestamptz not null,
	absolute_expires_at timestamptz not null,
	agent text
);
comment on table identity.session is 'PERSONAL: a signed-in browser; only the hash of its token is kept';
create index on identity.session (person_id);
create index on identity.session (absolute_expires_at);

create table identity.sign_in_attempt (
	state_hash bytea primary key,
	provider text not null,
	nonce text not null,
	code_verifier text not null,
	return_to text not null,
	expires_at timestamptz not null
);
comment on table identity.sign_in_attempt is 'SYSTEM: an OIDC sign-in under way; used once';

create table identity.provider_switch (
	provider text primary key,
	enabled boolean not null,
	changed_by uuid,
	changed_at timestamptz not null
);
comment on table identity.provider_switch is 'SYSTEM: providers are configured by environment; an operator can switch one off here';

create table identity.link_token (
	organisation_id uuid not null,
	id uuid not null,
	token_hash bytea not null unique,
	purpose text not null,
	object_kind text not null,
	object_id uuid not null,
	asked_by uuid,
	asker_name text not null,
	asker_organisation text not null,
	reason text not null,
	recipient_name text,
	recipient_email text,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	used_at timestamptz,
	revoked_at timestamptz,
	primary key (organisation_id, id)
);
comment on table identity.link_token is 'OWNED: answer by link; a token does one thing to one object';
create index on identity.link_token (organisation_id, object_kind, object_id);

create table identity.access_token (
	organisation_id uuid not null,
	id uuid not null,
	token_hash bytea not null unique,
	person_id uuid not null references identity.person on delete cascade,
	name text not null check (length(name) between 1 and 100),
	scopes text[] not null,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	last_used_at timestamptz,
	revoked_at timestamptz,
	primary key (organisation_id, id)
);
comment on table identity.access_token is 'OWNED: personal access token for the HTTP API, for one person at one organisation';
create index on identity.access_token (person_id);

create unlogged table identity.rate (
	bucket text not null,
	window_start timestamptz not null,
	hits integer not null,
	primary key (bucket, window_start)
);
comment on table identity.rate is 'SYSTEM: how often a bucket was tried in a window; losing it in a crash is harmless';

------------------------------------------------------------------------------------------------------------------------
create schema audit;
grant usage on schema audit to laeringsarena_program;

create table audit.entry (
	organisation_id uuid not null,
	id uuid not null,
	at timestamptz not null,
	actor_kind text not null,
	person_id uuid,
	person_name text,
	verb text not null,
	object_kind text not null,
	object_id uuid,
	about_person_id uuid,
	request_id text,
	detail jsonb not null default '{}',
	primary key (organisation_id, id)
);
comment on table audit.entry is 'OWNED, append-only: who did what, written in the same transaction as what was done';
create index on audit.entry (organisation_id, at desc, id desc);
create index on audit.entry (about_person_id, at desc) where about_person_id is not null;
create index on audit.entry (object_id) where object_id is not null;

------------------------------------------------------------------------------------------------------------------------
create schema job;
grant usage on schema job to laeringsarena_program;

create table job.job (
	organisation_id uuid not null,
	id uuid not null,
	kind text not null,
	title text not null,
	input jsonb not null,
	person_id uuid,
	state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
	attempt integer not null default 0,
	attempts_allowed integer not null default 5,
	progress_done integer not null default 0,
	progress_of integer not null default 0,
	step text,
	result jsonb,
	fault text,
	cancel_requested_at timestamptz,
	created_at timestamptz not null,
	started_at timestamptz,
	heartbeat_at timestamptz,
	worker text,
	finished_at timestamptz,
	primary key (organisation_id, id)
);
comment on table job.job is 'OWNED: work that takes more than a second; progress, cancel and result. The queue itself is graphile-worker';
create index on job.job (organisation_id, created_at desc);
create index on job.job (state, heartbeat_at) where state in ('waiting', 'running');

------------------------------------------------------------------------------------------------------------------------
create schema notice;
grant usage on schema notice to laeringsarena_program;

create table notice.notice (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null references identity.person on delete cascade,
	kind text not null,
	detail jsonb not null,
	link text,
	created_at timestamptz not null,
	read_at timestamptz,
	mailed_by uuid,
	primary key (organisation_id, id)
);
comment on table notice.notice is 'PERSONAL: one message to one person, shown in the inbox and mailed as the person chose';
create index on notice.notice (person_id, created_at desc);
create index on notice.notice (person_id) where mailed_by is null;

create table notice.mail (
	organisation_id uuid not null,
	id uuid not null,
	recipient text not null,
	subject text not null,
	body text not null,
	state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'held')),
	attempts integer not null default 0,
	next_attempt_at timestamptz not null,
	created_at timestamptz not null,
	finished_at timestamptz,
	fault text,
	primary key (organisation_id, id)
);
comment on table notice.mail is 'OWNED: the outbox; a mail caught between send and answer by a crash is "uncertain" and never sent twice by itself';
create index on notice.mail (state, next_attempt_at) where state in ('waiting', 'sending');

create table notice.preference (
	person_id uuid not null references identity.person on delete cascade,
	kind text not null,
	frequency text not null check (frequency in ('now', 'daily', 'never')),
	primary key (person_id, kind)
);
comment on table notice.preference is 'PERSONAL: what a person wants mailed, and how often';

create table notice.reminder (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null references identity.person on delete cascade,
	kind text not null,
	detail jsonb not null,
	link text,
	due_at timestamptz not null,
	object_kind text not null,
	object_id uuid not null,
	noticed_at timestamptz,
	cancelled_at timestamptz,
	primary key (organisation_id, id)
);
comment on table notice.reminder is 'PERSONAL: becomes a notice when due, unless what it is about was settled first';
create index on notice.reminder (due_at) where noticed_at is null and cancelled_at is null;

------------------------------------------------------------------------------------------------------------------------
create schema involvement;
grant usage on schema involvement to laeringsarena_program;

create table involvement.involvement (
	organisation_id uuid not null,
	id uuid not null,
	object_kind text not null,
	object_id uuid not null,
	phase text not null,
	role text not null,
	party_organisation_id uuid,
	membership_id uuid,
	involved_on date not null,
	note text,
	recorded_by uuid,
	recorded_at timestamptz not null,
	primary key (organisation_id, id)
);
comment on table involvement.involvement is 'OWNED: who was involved, in what role, in which phase, about which object';
create index on involvement.involvement (organisation_id, object_kind, object_id);

------------------------------------------------------------------------------------------------------------------------
create schema geography;
grant usage on schema geography to laeringsarena_program;

create table geography.source (
	id text primary key,
	title text not null,
	licence text not null,
	link text,
	facts_date date not null,
	imported_at timestamptz not null,
	imported_by uuid,
	row_count integer not null,
	content_hash text not null
);
comment on table geography.source is 'PUBLIC: where imported facts came from, under which licence, and their date';

create table geography.municipality_fact (
	municipality_number text not null check (municipality_number ~ '^[0-9]{4}$'),
	name text not null,
	year integer not null,
	value double precision not null,
	source_id text not null references geography.source,
	primary key (municipality_number, name, year)
);
comment on table geography.municipality_fact is 'PUBLIC: population, centrality and the like, per municipality and year';

create table geography.postcode (
	postcode text primary key check (postcode ~ '^[0-9]{4}$'),
	place text not null,
	municipality_number text not null,
	latitude double precision,
	longitude double precision,
	source_id text not null references geography.source
);
comment on table geography.postcode is 'PUBLIC: postcodes with place and, where known, coordinates';

create table geography.travel (
	from_place text not null,
	to_place text not null,
	minutes double precision not null check (minutes >= 0),
	source_id text not null references geography.source,
	primary key (from_place, to_place)
);
comment on table geography.travel is 'PUBLIC: imported travel minutes between two municipality numbers or postcodes; wins over the estimate';

create table geography.boundary (
	id text primary key,
	topology jsonb not null,
	source_id text not null references geography.source
);
comment on table geography.boundary is 'PUBLIC: imported boundaries as TopoJSON';

------------------------------------------------------------------------------------------------------------------------
-- Row-level security. One policy a table where reading and writing follow the same rule.

alter table identity.person enable row level security;
create policy own on identity.person using (id = (select house.person()) or (select house.is_system()));
alter table identity.account enable row level security;
create policy own on identity.account using (person_id = (select house.person()) or (select house.is_system()));
alter table identity.session enable row level security;
create policy own on identity.session using (person_id = (select house.person()) or (select house.is_system()));
alter table identity.sign_in_attempt enable row level security;
create policy system on identity.sign_in_attempt using ((select house.is_system()));
alter table identity.provider_switch enable row level security;
create policy system on identity.provider_switch using ((select house.is_system()));
alter table identity.link_token enable row level security;
create policy owner on identity.link_token
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
alter table identity.access_token enable row level security;
create policy owner on identity.access_token
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()))
	with check ((organisation_id = (select house.organisation()) and person_id = (select house.person()))
		or person_id = (select house.person()) or organisation_id = (select house.organisation()) or (select house.is_system()));
alter table identity.rate enable row level security;
create policy system on identity.rate using ((select house.is_system()));

alter table audit.entry enable row level security;
create policy read_own on audit.entry for select
	using (organisation_id = (select house.organisation()) or about_person_id = (select house.person())
		or person_id = (select house.person()) or (select house.is_system()));
create policy append on audit.entry for insert with check ((select house.is_known()));

alter table job.job enable row level security;
create policy owner on job.job using (organisation_id = (select house.organisation()) or (select house.is_system()));

alter table notice.notice enable row level security;
create policy own on notice.notice using (person_id = (select house.person()) or (select house.is_system()));
create policy append on notice.notice for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
alter table notice.mail enable row level security;
create policy system on notice.mail using ((select house.is_system()));
create policy append on notice.mail for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
alter table notice.preference enable row level security;
create policy own on notice.preference using (person_id = (select house.person()) or (select house.is_system()));
alter table notice.reminder enable row level security;
create policy own on notice.reminder
	using (person_id = (select house.person()) or organisation_id = (select house.organisation()) or (select house.is_system()));

alter table involvement.involvement enable row level security;
create policy owner on involvement.involvement
	using (organisation_id = (select house.organisation()) or (select house.is_system()));

alter table geography.source enable row level security;
create policy read on geography.source for select using ((select house.is_known()));
create policy write on geography.source using ((select house.is_system()));
alter table geography.municipality_fact enable row level security;
create policy read on geography.municipality_fact for select using ((select house.is_known()));
create policy write on geography.municipality_fact using ((select house.is_system()));
alter table geography.postcode enable row level security;
create policy read on geography.postcode for select using ((select house.is_known()));
create policy write on geography.postcode using ((select house.is_system()));
alter table geography.travel enable row level security;
create policy read on geography.travel for select using ((select house.is_known()));
create policy write on geography.travel using ((select house.is_system()));
alter table geography.boundary enable row level security;
create policy read on geography.boundary for select using ((select house.is_known()));
create policy write on geography.boundary using ((select house.is_system()));

grant select, insert, update, delete on all tables in schema identity, job, notice, involvement, geography to laeringsarena_program;
grant select, insert on audit.entry to laeringsarena_program;
