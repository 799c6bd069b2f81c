-- The room agreement: what municipalities and institutions have promised each other, from draft to renewal.
--
-- organisation_id is who drew the agreement up and keeps its rows. Parties may be any number, so every row of an agreement
-- carries whom it may be read by (readers: the keeper, and the parties once it is shared with them) and whom it may be
-- written by (writers: the keeper while it is a draft, the parties too while it is negotiated, nobody once it is to be
-- signed), so that a policy is a plain comparison. What is published may be read by anyone signed in.
-- Every last_day is inclusive; an empty one means until further notice.

create schema agreement;
grant usage on schema agreement to laeringsarena_program;

create table agreement.agreement (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	kind text not null check (kind in ('intention', 'framework', 'supplementary', 'placement', 'shared-position', 'research', 'data-processing', 'inter-municipal', 'hospital-trust')),
	level text not null check (level in ('top', 'sector', 'operational')),
	title text not null check (length(title) between 1 and 200),
	purpose text not null default '' check (length(purpose) <= 4000),
	legal_form text check (legal_form in ('political-council', 'task-body', 'host-municipality', 'company', 'service-purchase', 'other')),
	parent_organisation_id uuid,
	parent_id uuid,
	follows_organisation_id uuid,
	follows_id uuid,
	first_day date,
	last_day date,
	notice_months integer check (notice_months between 0 and 60),
	renewal_months integer not null default 6 check (renewal_months between 1 and 36),
	state text not null default 'draft' check (state in ('draft', 'negotiating', 'signing', 'signed', 'withdrawn')),
	content_version integer not null default 0,
	published boolean not null default false,
	created_at timestamptz not null,
	signed_at timestamptz,
	ended_on date,
	ended_reason text check (length(ended_reason) <= 1000),
	readers uuid[] not null,
	writers uuid[] not null,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (parent_organisation_id, parent_id) references agreement.agreement (organisation_id, id),
	foreign key (follows_organisation_id, follows_id) references agreement.agreement (organisation_id, id),
	check (last_day >= first_day),
	check (parent_id <> id),
	check (follows_id <> id),
	check (ended_on is null or state = 'signed'),
	check (state <> 'signed' or (first_day is not null and signed_at is not null)),
	check (not published or state = 'signed')
);
comment on table agreement.agreement is 'SHARED: an agreement (avtale); its parties stand in agreement.party';
comment on column agreement.agreement.legal_form is 'of an inter-municipal service cooperation: the forms of the local government act';
comment on column agreement.agreement.renewal_months is 'how long before the last day the parties are told to renew it';
comment on column agreement.agreement.ended_on is 'the last day it held, where it ended before its time or was followed by another; may lie ahead';
comment on column agreement.agreement.content_version is 'the last number in agreement.content; 0 while nothing has been put forward';
create index on agreement.agreement using gin (readers);
create index on agreement.agreement (parent_organisation_id, parent_id);
create index on agreement.agreement (follows_organisation_id, follows_id);
create index on agreement.agreement (last_day) where state = 'signed';

create table agreement.party (
	organisation_id uuid not null,
	agreement_id uuid not null,
	party_id uuid not null references organisation.organisation,
	id uuid not null,
	side text not null check (side in ('service', 'education', 'other')),
	signs boolean not null default true,
	approved_version integer,
	approved_at timestamptz,
	approved_by text check (length(approved_by) <= 200),
	coordinator_name text check (length(coordinator_name) <= 200),
	coordinator_email text check (length(coordinator_email) <= 320),
	deputy_name text check (length(deputy_name) <= 200),
	deputy_email text check (length(deputy_email) <= 320),
	signed_by text check (length(signed_by) <= 200),
	signed_as text check (length(signed_as) <= 200),
	signed_on date,
	signed_at timestamptz,
	signed_way text check (signed_way in ('page', 'link', 'file')),
	evidence jsonb,
	published boolean not null default false,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, agreement_id, party_id),
	foreign key (organisation_id, agreement_id) references agreement.agreement,
	check ((signed_on is null) = (signed_by is null))
);
comment on table agreement.party is 'SHARED: a party to an agreement, who coordinates it there, and its signature';
comment on column agreement.party.id is 'what a link by which the party signs or answers is for';
create unique index on agreement.party (organisation_id, id);
comment on column agreement.party.evidence is 'what shows that the signature was given: which text (its fingerprint), when, by which way';
create index on agreement.party (party_id);
create index on agreement.party using gin (readers);

create table agreement.theme (
	organisation_id uuid not null,
	agreement_id uuid not null,
	id uuid not null,
	theme text not null check (length(theme) between 1 and 60),
	name text check (length(name) <= 120),
	goal text not null default '' check (length(goal) <= 4000),
	responsibility text not null default '' check (length(responsibility) <= 4000),
	obligations text not null default '' check (length(obligations) <= 4000),
	payer text not null default '' check (length(payer) <= 1000),
	arena text not null default '' check (length(arena) <= 200),
	meetings_a_year integer check (meetings_a_year between 0 and 52),
	plan_name text not null default '' check (length(plan_name) <= 200),
	plan_decision text not null default '' check (length(plan_decision) <= 200),
	plan_from integer check (plan_from between 1990 and 2100),
	plan_until integer check (plan_until between 1990 and 2100),
	note text not null default '' check (length(note) <= 8000),
	sort integer not null default 0,
	published boolean not null default false,
	readers uuid[] not null,
	writers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, agreement_id, id),
	foreign key (organisation_id, agreement_id) references agreement.agreement,
	check (plan_until >= plan_from)
);
comment on table agreement.theme is 'SHARED: what an agreement is about, one theme at a time: its goal, who does what, who pays, where it is followed up';
comment on column agreement.theme.plan_name is 'the adopted plan the theme is anchored in; plan_decision says who adopted it and when';
create index on agreement.theme (theme);
create index on agreement.theme using gin (readers);

create table agreement.contact (
	organisation_id uuid not null,
	agreement_id uuid not null,
	theme_id uuid not null,
	party_id uuid not null references organisation.organisation,
	name text not null default '' check (length(name) <= 200),
	email text check (length(email) <= 320),
	deputy_name text not null default '' check (length(deputy_name) <= 200),
	deputy_email text check (length(deputy_email) <= 320),
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, agreement_id, theme_id, party_id),
	foreign key (organisation_id, agreement_id, theme_id) references agreement.theme on delete cascade
);
comment on table agreement.contact is 'SHARED: who answers for a theme at a party, and who stands in';
create index on agreement.contact using gin (readers);

create table agreement.commitment (
	organisation_id uuid not null,
	agreement_id uuid not null,
	id uuid not null,
	theme_id uuid not null,
	party_id uuid not null references organisation.organisation,
	what text not null check (length(what) between 1 and 400),
	measure text not null check (length(measure) between 1 and 60),
	amount integer check (amount between 0 and 1000000),
	per text not null default 'year' check (per in ('year', 'whole')),
	profession text check (length(profession) <= 60),
	year_of_study integer check (year_of_study between 1 and 7),
	unit_name text check (length(unit_name) <= 200),
	first_day date,
	last_day date,
	sort integer not null default 0,
	published boolean not null default false,
	readers uuid[] not null,
	writers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, agreement_id, id),
	foreign key (organisation_id, agreement_id, theme_id) references agreement.theme on delete cascade,
	check (last_day >= first_day)
);
comment on table agreement.commitment is 'SHARED: a promise that can be counted: who delivers what, how many, in a year or in the whole period';
create index on agreement.commitment (party_id);
create index on agreement.commitment (organisation_id, agreement_id, theme_id);
create index on agreement.commitment using gin (readers);

create table agreement.provision (
	organisation_id uuid not null,
	agreement_id uuid not null,
	kind text not null check (kind in ('responsibility', 'roles', 'capacity', 'competence', 'arenas', 'economy', 'privacy', 'disagreement', 'other')),
	body text not null check (length(body) <= 8000),
	published boolean not null default false,
	readers uuid[] not null,
	writers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, agreement_id, kind),
	foreign key (organisation_id, agreement_id) references agreement.agreement
);
comment on table agreement.provision is 'SHARED: what the whole agreement says on a matter; the first five are asked for by the regulation on national guidelines for health and social care education';
create index on agreement.provision using gin (readers);

create table agreement.content (
	organisation_id uuid not null,
	agreement_id uuid not null,
	number integer not null check (number >= 1),
	body jsonb not null,
	fingerprint text not null check (length(fingerprint) = 64),
	message text not null default '' check (length(message) <= 2000),
	made_at timestamptz not null,
	made_for uuid not null references organisation.organisation,
	made_by text check (length(made_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, agreement_id, number),
	foreign key (organisation_id, agreement_id) references agreement.agreement
);
comment on table agreement.content is 'SHARED: the whole text as it was put forward, never changed; what is signed is one of these';
create index on agreement.content using gin (readers);

create table agreement.comment (
	organisation_id uuid not null,
	agreement_id uuid not null,
	id uuid not null,
	part text not null check (length(part) between 1 and 60),
	party_id uuid not null references organisation.organisation,
	person_id uuid,
	person_name text check (length(person_name) <= 200),
	body text not null check (length(body) between 1 and 4000),
	made_at timestamptz not null,
	settled_at timestamptz,
	settled_by text check (length(settled_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, agreement_id, id),
	foreign key (organisation_id, agreement_id) references agreement.agreement
);
comment on table agreement.comment is 'SHARED: what a party says about a part of the text while it is negotiated; never published';
comment on column agreement.comment.part is 'facts, a kind of provision, or the id of a theme or commitment';
create index on agreement.comment using gin (readers);

create table agreement.file (
	organisation_id uuid not null,
	agreement_id uuid not null,
	id uuid not null,
	kind text not null check (kind in ('signed', 'attachment')),
	name text not null check (length(name) between 1 and 200),
	media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
	content bytea not null check (length(content) between 1 and 20000000),
	added_at timestamptz not null,
	added_for uuid not null references organisation.organisation,
	added_by text check (length(added_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, agreement_id, id),
	foreign key (organisation_id, agreement_id) references agreement.agreement
);
comment on table agreement.file is 'SHARED: the signed agreement as a file, and what belongs to it';
alter table agreement.file alter column content set storage external;
create index on agreement.file using gin (readers);

create table agreement.event (
	organisation_id uuid not null,
	agreement_id uuid not null,
	id uuid not null,
	what text not null check (length(what) between 1 and 40),
	at timestamptz not null,
	party_id uuid references organisation.organisation,
	person_name text check (length(person_name) <= 200),
	note text check (length(note) <= 2000),
	number integer,
	readers uuid[] not null,
	primary key (organisation_id, agreement_id, id),
	foreign key (organisation_id, agreement_id) references agreement.agreement
);
comment on table agreement.event is 'SHARED: the life of an agreement as all its parties see it, one line a step';
create index on agreement.event using gin (readers);

create table agreement.delivery (
	organisation_id uuid not null,
	agreement_id uuid not null,
	id uuid not null,
	commitment_id uuid not null,
	delivered_on date not null,
	amount integer not null check (amount between 1 and 1000000),
	note text not null default '' check (length(note) <= 400),
	written_for uuid not null references organisation.organisation,
	written_by text check (length(written_by) <= 200),
	written_at timestamptz not null,
	readers uuid[] not null,
	primary key (organisation_id, agreement_id, id),
	foreign key (organisation_id, agreement_id, commitment_id) references agreement.commitment
);
comment on table agreement.delivery is 'SHARED: what was delivered on a commitment, written down by hand because no room counts it';
create index on agreement.delivery (organisation_id, agreement_id, commitment_id);
create index on agreement.delivery using gin (readers);

create table agreement.result (
	organisation_id uuid not null,
	agreement_id uuid not null,
	year integer not null check (year between 2000 and 2100),
	party_id uuid not null references organisation.organisation,
	answers jsonb not null,
	comment text not null default '' check (length(comment) <= 4000),
	answered_at timestamptz not null,
	answered_by text check (length(answered_by) <= 200),
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, agreement_id, year, party_id),
	foreign key (organisation_id, agreement_id) references agreement.agreement
);
comment on table agreement.result is 'SHARED: what one party says, once a year, that the agreement has led to';
create index on agreement.result using gin (readers);

create table agreement.interest (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	theme text not null check (length(theme) between 1 and 60),
	with_id uuid references organisation.organisation,
	note text not null default '' check (length(note) <= 1000),
	made_on date not null,
	published boolean not null default true,
	primary key (organisation_id, id)
);
comment on table agreement.interest is 'OWNED: a theme an organisation wants an agreement about, with one other or with anybody; published ones can be read by anyone signed in';
create index on agreement.interest (with_id);
create unique index on agreement.interest (organisation_id, theme, coalesce(with_id, organisation_id));

create table agreement.exchange (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	kind text not null check (kind in ('shared-position', 'lecturing', 'job-shadowing', 'phd', 'masters-thesis')),
	agreement_organisation_id uuid,
	agreement_id uuid,
	home_id uuid not null references organisation.organisation,
	guest_id uuid not null references organisation.organisation,
	person_id uuid,
	person_name text check (length(person_name) <= 200),
	title text not null check (length(title) between 1 and 200),
	home_share integer check (home_share between 0 and 100),
	guest_share integer check (guest_share between 0 and 100),
	financing text not null default '' check (length(financing) <= 1000),
	tasks text not null default '' check (length(tasks) <= 4000),
	first_day date not null,
	last_day date,
	evaluation text not null default '' check (length(evaluation) <= 4000),
	evaluated_on date,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (agreement_organisation_id, agreement_id) references agreement.agreement (organisation_id, id),
	check (last_day >= first_day),
	check (home_share + guest_share <= 100)
);
comment on table agreement.exchange is 'SHARED: somebody who works across the border: shared position, practitioner who lectures, job shadowing, research student; without a person it is vacant';
create index on agreement.exchange using gin (readers);
create index on agreement.exchange (person_id) where person_id is not null;

create table agreement.invitation (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	party_ids uuid[] not null check (cardinality(party_ids) between 2 and 40),
	themes text[] not null check (cardinality(themes) between 1 and 40),
	message text not null default '' check (length(message) <= 2000),
	made_at timestamptz not null,
	made_by text check (length(made_by) <= 200),
	taken_by uuid references organisation.organisation,
	taken_at timestamptz,
	agreement_id uuid,
	readers uuid[] not null,
	primary key (organisation_id, id)
);
comment on table agreement.invitation is 'SHARED: a broker invites parties to an agreement; whoever takes it up keeps the draft, and the broker owns nothing';
create index on agreement.invitation using gin (readers);

------------------------------------------------------------------------------------------------------------------------
do $$
declare
	table_name text;
	reader constant text := 'readers @> array[(select house.organisation())] or (select house.is_system())';
	writer constant text := 'writers @> array[(select house.organisation())] or (select house.is_system())';
	published constant text := 'or (published and (select house.is_known()))';
begin
	foreach table_name in array array['agreement', 'party', 'theme', 'contact', 'commitment', 'provision', 'content', 'comment', 'file', 'event', 'delivery', 'result', 'exchange', 'invitation'] loop
		execute format('alter table agreement.%I enable row level security', table_name);
		execute format('create policy read on agreement.%I for select using (%s %s)', table_name, reader,
			case when table_name in ('agreement', 'party', 'theme', 'commitment', 'provision') then published else '' end);
	end loop;
	-- The text itself: written by whoever may write it now.
	foreach table_name in array array['theme', 'commitment', 'provision'] loop
		execute format('create policy add on agreement.%I for insert with check (%s)', table_name, writer);
		execute format('create policy change on agreement.%I for update using (%s) with check (%s)', table_name, writer, reader);
		execute format('create policy remove on agreement.%I for delete using (%s)', table_name, writer);
	end loop;
	-- Steps in its life are taken by any party, and people change while the text stands; rules say who may what, and when.
	foreach table_name in array array['agreement', 'party', 'contact', 'comment', 'delivery', 'result', 'exchange', 'invitation'] loop
		execute format('create policy add on agreement.%I for insert with check (%s)', table_name, reader);
		execute format('create policy change on agreement.%I for update using (%s) with check (%s)', table_name, reader, reader);
	end loop;
	foreach table_name in array array['agreement', 'party', 'contact', 'delivery', 'exchange'] loop
		execute format('create policy remove on agreement.%I for delete using (%s)', table_name, reader);
	end loop;
	-- What was put forward, and that it was, stands as it was.
	foreach table_name in array array['content', 'event', 'file'] loop
		execute format('create policy add on agreement.%I for insert with check (%s)', table_name, reader);
	end loop;
end $$;
create policy remove on agreement.content for delete using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on agreement.event for delete using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on agreement.comment for delete using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on agreement.file for delete using (added_for = (select house.organisation()) or (select house.is_system()));

-- What a person has said, and a position of their own, are theirs to see whomever they act for.
create policy own on agreement.comment for select using (person_id = (select house.person()));
create policy own on agreement.exchange for select using (person_id = (select house.person()));

alter table agreement.interest enable row level security;
create policy read on agreement.interest for select
	using (organisation_id = (select house.organisation()) or (published and (select house.is_known())) or (select house.is_system()));
create policy add on agreement.interest for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on agreement.interest for delete
	using (organisation_id = (select house.organisation()) or (select house.is_system()));

grant select, insert, update, delete on all tables in schema agreement to laeringsarena_program;

-- Who may read and write an agreement changes as it goes from draft to signed: everything in it at once. Only a reader of
-- the agreement may say so; once nobody may write the text, this is the one way back to where somebody may.
create function agreement.give_access(keeper uuid, of_agreement uuid, to_read uuid[], to_write uuid[], to_all boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
	update agreement.agreement set readers = to_read, writers = to_write, published = to_all
		where organisation_id = keeper and id = of_agreement and (house.is_system() or readers @> array[house.organisation()]);
	if not found then return false; end if;
	update agreement.party set readers = to_read, published = to_all where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.theme set readers = to_read, writers = to_write, published = to_all where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.commitment set readers = to_read, writers = to_write, published = to_all where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.provision set readers = to_read, writers = to_write, published = to_all where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.contact set readers = to_read where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.content set readers = to_read where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.comment set readers = to_read where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.file set readers = to_read where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.event set readers = to_read where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.delivery set readers = to_read where organisation_id = keeper and agreement_id = of_agreement;
	update agreement.result set readers = to_read where organisation_id = keeper and agreement_id = of_agreement;
	return true;
end $$;
revoke all on function agreement.give_access from public;
grant execute on function agreement.give_access to laeringsarena_program;

-- Accounts of those who keep agreements at an organisation, so that they can be told.
create function agreement.keepers_of(organisation uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select distinct m.person_id from organisation.membership m
	where house.is_known() and m.organisation_id = organisation and m.role in ('agreement-coordinator', 'manager') and m.unit_id is null
		and m.person_id is not null
		and m.valid_from <= (now() at time zone 'Europe/Oslo')::date
		and (m.valid_to is null or m.valid_to >= (now() at time zone 'Europe/Oslo')::date)
$$;
revoke all on function agreement.keepers_of from public;
grant execute on function agreement.keepers_of to laeringsarena_program;
