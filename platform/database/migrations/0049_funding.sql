-- The room funding: schemes, and the calls that state administrators make of them.
--
-- What a call says is frozen in call_version each time it is published, and never changed: an application is written to one
-- version, and a requirement that comes later does not bind it. What is being written stands in call_draft, and is read by
-- those who write it alone.

create schema funding;
grant usage on schema funding to laeringsarena_program;

create table funding.scheme (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	name text not null check (length(name) between 1 and 160),
	directorate text not null check (length(directorate) between 1 and 160),
	purpose text not null default '' check (length(purpose) <= 4000),
	regulation text not null default '' check (length(regulation) <= 300),
	address text check (address ~ '^https?://' and length(address) <= 1000),
	ended_on date,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id)
);
comment on table funding.scheme is 'OWNED: a scheme of grants, read by everybody known; whoever wrote it down keeps it';
comment on column funding.scheme.directorate is 'who owns the scheme, in words: it need not be here itself';
create unique index on funding.scheme (organisation_id, search_name) where ended_on is null;

create table funding.call (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	way text not null check (way in ('here', 'outside')),
	published integer check (published > 0),
	withdrawn_at timestamptz,
	withdrawn_reason text check (length(withdrawn_reason) between 1 and 1000),
	created_at timestamptz not null,
	created_by text not null default '' check (length(created_by) <= 200),
	primary key (organisation_id, id),
	check ((withdrawn_at is null) = (withdrawn_reason is null)),
	check (way = 'here' or published is null)
);
comment on table funding.call is 'OWNED: a call for applications; read by everybody known once it is published. One that lives outside is a note of whoever means to apply';
comment on column funding.call.published is 'the number of the version that holds now; empty while nothing has been published';

create table funding.call_draft (
	organisation_id uuid not null,
	call_id uuid not null,
	scheme_organisation_id uuid,
	scheme_id uuid,
	content jsonb not null,
	application_form_id uuid,
	report_form_id uuid,
	revision integer not null default 1,
	changed_at timestamptz not null,
	changed_by text not null default '' check (length(changed_by) <= 200),
	primary key (organisation_id, call_id),
	foreign key (organisation_id, call_id) references funding.call on delete cascade,
	foreign key (scheme_organisation_id, scheme_id) references funding.scheme,
	foreign key (organisation_id, application_form_id) references form.form on delete set null (application_form_id),
	foreign key (organisation_id, report_form_id) references form.form on delete set null (report_form_id),
	check ((scheme_id is null) = (scheme_organisation_id is null))
);
comment on table funding.call_draft is 'OWNED: what a call says while it is written, or is changed for its next version';

create table funding.call_version (
	organisation_id uuid not null,
	call_id uuid not null,
	number integer not null check (number > 0),
	scheme_organisation_id uuid not null,
	scheme_id uuid not null,
	title text not null check (length(title) between 1 and 200),
	opens_on date not null,
	closes_on date not null,
	content jsonb not null,
	application_form_id uuid not null,
	application_number integer not null,
	report_form_id uuid not null,
	report_number integer not null,
	note text not null default '' check (length(note) <= 1000),
	made_at timestamptz not null,
	made_by text not null default '' check (length(made_by) <= 200),
	primary key (organisation_id, call_id, number),
	foreign key (organisation_id, call_id) references funding.call,
	foreign key (scheme_organisation_id, scheme_id) references funding.scheme,
	foreign key (organisation_id, application_form_id, application_number) references form.version,
	foreign key (organisation_id, report_form_id, report_number) references form.version,
	check (closes_on >= opens_on)
);
comment on table funding.call_version is 'OWNED: a call as it was published, read by everybody known, never changed; what is applied for is bound by one of these';
comment on column funding.call_version.note is 'what is new in it, in the words of who published it';
create index on funding.call_version (scheme_organisation_id, scheme_id);
create index on funding.call_version (closes_on);

create table funding.clarification (
	organisation_id uuid not null,
	call_id uuid not null,
	id uuid not null,
	number integer not null check (number > 0),
	asker_id uuid not null references organisation.organisation,
	question text not null check (length(question) between 1 and 2000),
	asked_at timestamptz not null,
	answer text check (length(answer) between 1 and 4000),
	answered_at timestamptz,
	answered_by text check (length(answered_by) <= 200),
	primary key (organisation_id, call_id, id),
	foreign key (organisation_id, call_id) references funding.call,
	check ((answer is null) = (answered_at is null))
);
comment on table funding.clarification is 'SHARED: a question to a call, read by who asked and who answers, and with its answer by everybody known; never who asked';
comment on column funding.clarification.number is 'the version of the call it was asked about';
create index on funding.clarification (asker_id);

create function funding.keep_version() returns trigger language plpgsql as $$ begin
	raise exception 'a published call is not changed';
end $$;
create trigger keep_version before update on funding.call_version for each row execute function funding.keep_version();

do $$
declare
	table_name text;
	own constant text := '(organisation_id = (select house.organisation()) and (select house.actor_kind()) = ''person'') or (select house.is_system())';
	reads constant jsonb := jsonb_build_object(
		'scheme', '(select house.is_known())',
		'call', own || ' or (published is not null and (select house.is_known()))',
		'call_draft', own,
		'call_version', '(select house.is_known())',
		'clarification', own || ' or asker_id = (select house.organisation()) or (answered_at is not null and (select house.is_known()))');
begin
	foreach table_name in array array['scheme', 'call', 'call_draft', 'call_version', 'clarification'] loop
		execute format('alter table funding.%I enable row level security', table_name);
		execute format('create policy read on funding.%I for select using (%s)', table_name, reads ->> table_name);
		if table_name <> 'clarification' then
			execute format('create policy add on funding.%I for insert with check (%s)', table_name, own);
		end if;
		execute format('create policy change on funding.%I for update using (%s) with check (%s)', table_name, own, own);
		execute format('grant select, insert, update on funding.%I to laeringsarena_program', table_name);
	end loop;
	-- Whoever reads a published call may ask about it, on behalf of their own organisation.
	execute format('create policy add on funding.clarification for insert with check (%s or (asker_id = (select house.organisation()) and answer is null '
		'and (select house.actor_kind()) = ''person'' and exists (select from funding.call c where c.organisation_id = clarification.organisation_id '
		'and c.id = clarification.call_id and c.published is not null)))', own);
	execute format('create policy remove on funding.call for delete using (published is null and (%s))', own);
end $$;
grant delete on funding.call to laeringsarena_program;
