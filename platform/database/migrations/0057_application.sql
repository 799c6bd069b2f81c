-- Applications for grants: drafts that only the applicant and those it applies with read, and what was sent.
--
-- What is sent is frozen in funding.sending, and is all that whoever makes the call reads of it; an application that is
-- changed before the deadline is sent anew, as the next number. Lines belong to the party that carries them out, which alone
-- writes them.

create table funding.application (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	call_organisation_id uuid not null,
	call_id uuid not null,
	number integer check (number > 0),
	collection_id uuid,
	answer_id uuid,
	joint boolean not null,
	state text not null default 'draft' check (state in ('draft', 'sent', 'withdrawn')),
	changing boolean not null default false,
	sent integer not null default 0 check (sent >= 0),
	reference text not null check (length(reference) between 1 and 40),
	withdrawn_at timestamptz,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	created_at timestamptz not null,
	created_by text not null default '' check (length(created_by) <= 200),
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (call_organisation_id, call_id) references funding.call,
	foreign key (call_organisation_id, call_id, number) references funding.call_version,
	foreign key (organisation_id, collection_id) references funding.collection on delete set null (collection_id),
	foreign key (organisation_id, answer_id) references form.answer,
	check ((state = 'withdrawn') = (withdrawn_at is not null)),
	check ((state = 'draft') = (sent = 0 and withdrawn_at is null))
);
comment on table funding.application is 'SHARED: an application of an organisation, alone or as the lead of others; read by those it applies with, and once it is sent by who calls';
comment on column funding.application.number is 'the version of the call it is written to, which binds it; empty where the call lives outside';
comment on column funding.application.changing is 'sent, and being changed: what is written is not sent until it is sent anew';
create index on funding.application (call_organisation_id, call_id) where sent > 0;
-- Alone, an organisation applies once to a call; together with others it may apply besides.
create unique index on funding.application (organisation_id, call_organisation_id, call_id) where not joint and state <> 'withdrawn';

create table funding.application_party (
	organisation_id uuid not null,
	application_id uuid not null,
	party_id uuid not null references organisation.organisation,
	state text not null default 'invited' check (state in ('lead', 'invited', 'joined', 'approved', 'left')),
	part text not null default '' check (length(part) <= 2000),
	moved_at timestamptz not null,
	moved_by text not null default '' check (length(moved_by) <= 200),
	because text not null default '' check (length(because) <= 1000),
	version integer not null default 1,
	primary key (organisation_id, application_id, party_id),
	foreign key (organisation_id, application_id) references funding.application on delete cascade,
	check ((state = 'lead') = (party_id = organisation_id))
);
comment on table funding.application_party is 'SHARED: who applies: the lead, and those who apply with it, each with its part and how far it has come';
comment on column funding.application_party.moved_at is 'when it was asked, joined, approved its part or left; moved_by did it';
create index on funding.application_party (party_id);

create table funding.application_line (
	organisation_id uuid not null,
	application_id uuid not null,
	party_id uuid not null,
	id uuid not null,
	sort integer not null,
	title text not null check (length(title) between 1 and 200),
	category text not null default '' check (length(category) <= 10),
	people integer not null check (people between 0 and 10000),
	novelty text check (novelty in ('development', 'here', 'region', 'nation')),
	argued text not null default '' check (length(argued) <= 2000),
	source text not null default '' check (length(source) <= 300),
	amounts jsonb not null,
	primary key (organisation_id, application_id, id),
	foreign key (organisation_id, application_id, party_id) references funding.application_party on delete cascade
);
comment on table funding.application_line is 'SHARED: a measure that is applied for, with whole kroner by budget year';
comment on column funding.application_line.source is 'where it came from, in words, such as the unit that said it needs it; empty where it was written here';

create table funding.application_fact (
	organisation_id uuid not null,
	application_id uuid not null,
	key text not null check (length(key) between 1 and 60),
	said jsonb not null,
	taken_at timestamptz not null,
	taken_by text not null default '' check (length(taken_by) <= 200),
	primary key (organisation_id, application_id, key),
	foreign key (organisation_id, application_id) references funding.application on delete cascade
);
comment on table funding.application_fact is 'OWNED: a fact the house holds that the applicant chose to send along, as it stood then, with where it is from';

create table funding.sending (
	organisation_id uuid not null,
	application_id uuid not null,
	number integer not null check (number > 0),
	call_organisation_id uuid not null,
	call_id uuid not null,
	answer_id uuid,
	applied bigint not null check (applied >= 0),
	own bigint not null check (own >= 0),
	people integer not null check (people >= 0),
	content jsonb not null,
	sent_at timestamptz not null,
	sent_by text not null default '' check (length(sent_by) <= 200),
	primary key (organisation_id, application_id, number),
	foreign key (organisation_id, application_id) references funding.application,
	foreign key (organisation_id, answer_id) references form.answer
);
comment on column funding.sending.applied is 'what its lines come to, whole kroner, so that lists need not add them up';
comment on table funding.sending is 'SHARED: an application as it was sent, never changed; the highest number holds';
create index on funding.sending (call_organisation_id, call_id);

create trigger keep_sending before update on funding.sending for each row execute function funding.keep_version();

-- Asked past row-level security, because the tables ask each other.
create function funding.is_party(lead uuid, application uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
	select house.actor_kind() = 'person' and exists (select from funding.application_party p
		where p.organisation_id = lead and p.application_id = application and p.party_id = house.organisation() and p.state <> 'left')
$$;
create function funding.is_written(lead uuid, application uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
	select exists (select from funding.application a where a.organisation_id = lead and a.id = application
		and (a.state = 'draft' or a.changing))
$$;
-- What those who apply together have written so far, for each of them.
create function funding.answers_of(lead uuid, application uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
	select f.given from funding.application a join form.answer f on f.organisation_id = a.organisation_id and f.id = a.answer_id
	where a.organisation_id = lead and a.id = application and funding.is_party(lead, application)
$$;
-- Accounts of those who apply for an organisation, or who answer for its calls, so that they can be told.
create function funding.people_of(organisation uuid, roles text[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	with held as (
		select distinct m.person_id, m.role in ('administrator', 'manager') as stands_in from organisation.membership m
		where house.is_known() and m.organisation_id = organisation and m.unit_id is null and m.person_id is not null
			and m.role = any(roles)
			and m.valid_from <= (now() at time zone 'Europe/Oslo')::date
			and (m.valid_to is null or m.valid_to >= (now() at time zone 'Europe/Oslo')::date)
	)
	select distinct person_id from held where not stands_in or not exists (select from held h where not h.stands_in)
$$;
revoke all on function funding.is_party, funding.is_written, funding.answers_of, funding.people_of from public;
grant execute on function funding.is_party, funding.is_written, funding.answers_of, funding.people_of to laeringsarena_program;

do $$
declare
	table_name text;
	own constant text := '(organisation_id = (select house.organisation()) and (select house.actor_kind()) = ''person'') or (select house.is_system())';
begin
	foreach table_name in array array['application', 'application_fact', 'sending'] loop
		execute format('alter table funding.%I enable row level security', table_name);
		execute format('create policy own on funding.%I using (%s) with check (%s)', table_name, own, own);
	end loop;
end $$;
create policy party on funding.application for select using (joint and funding.is_party(organisation_id, id));
create policy giver on funding.application for select using (
	sent > 0 and call_organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person');
-- Nobody moves another party's row: that it approves its part is its own to say.
alter table funding.application_party enable row level security;
create policy read on funding.application_party for select using (
	(organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system())
	or funding.is_party(organisation_id, application_id));
create policy ask on funding.application_party for insert with check (
	(organisation_id = (select house.organisation()) and state in ('lead', 'invited') and (select house.actor_kind()) = 'person')
	or (select house.is_system()));
create policy move on funding.application_party for update
	using ((select house.is_system()) or (party_id = (select house.organisation()) and (select house.actor_kind()) = 'person'
		and (party_id = organisation_id or funding.is_party(organisation_id, application_id))
		and funding.is_written(organisation_id, application_id)))
	with check ((select house.is_system()) or party_id = (select house.organisation()));
create policy remove on funding.application_party for delete using (
	(organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy party on funding.application_fact for select using (funding.is_party(organisation_id, application_id));
create policy party on funding.sending for select using (funding.is_party(organisation_id, application_id));
create policy giver on funding.sending for select using (
	call_organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person');

-- Lines are written by the party they belong to, and nobody else, while the application is written.
alter table funding.application_line enable row level security;
create policy read on funding.application_line for select using (
	(organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system())
	or funding.is_party(organisation_id, application_id));
create policy write on funding.application_line
	using ((select house.is_system()) or (party_id = (select house.organisation()) and (select house.actor_kind()) = 'person'
		and (party_id = organisation_id or funding.is_party(organisation_id, application_id))
		and funding.is_written(organisation_id, application_id)));

grant select, insert, update, delete on funding.application, funding.application_party, funding.application_line,
	funding.application_fact to laeringsarena_program;
grant select, insert on funding.sending to laeringsarena_program;
