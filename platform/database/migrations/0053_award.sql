-- Awards: what an organisation has been granted, on what conditions, and the ledger of what became of every krone.
--
-- An award is owned by who receives it. It is made here by who gives it, or noted by who received it from the letter it came
-- in. The ledger is kept in double entry: each entry balances for itself, by line, budget year and circuit, and is never
-- changed or taken away, only reversed. The database holds that, and that nothing at disposal is ever below zero.

create table funding.award (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	way text not null check (way in ('here', 'letter')),
	issuer_id uuid references organisation.organisation,
	issuer_name text not null check (length(issuer_name) between 1 and 200),
	call_organisation_id uuid,
	call_id uuid,
	call_number integer,
	application_id uuid,
	title text not null check (length(title) between 1 and 200),
	reference text not null default '' check (length(reference) <= 100),
	decided_on date not null,
	conditions text not null default '' check (length(conditions) <= 4000),
	carry_over text not null default '' check (length(carry_over) <= 1000),
	carries text not null default 'asked' check (carries in ('free', 'asked')),
	dropped_share integer not null default 100 check (dropped_share between 0 and 100),
	spend_by date not null,
	report_by date not null check (report_by >= spend_by),
	accepted_at timestamptz,
	accepted_by text check (length(accepted_by) <= 200),
	declined_at timestamptz,
	declined_because text check (length(declined_because) between 1 and 1000),
	created_at timestamptz not null,
	created_by text not null default '' check (length(created_by) <= 200),
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (call_organisation_id, call_id) references funding.call on delete set null (call_organisation_id, call_id),
	foreign key (call_organisation_id, call_id, call_number) references funding.call_version,
	check (way = 'letter' or issuer_id is not null),
	check ((call_id is null) = (call_organisation_id is null)),
	check (issuer_id is null or issuer_id <> organisation_id),
	check (accepted_at is null or declined_at is null),
	check ((declined_at is null) = (declined_because is null))
);
comment on table funding.award is 'SHARED: what an organisation is granted, read by it and by who gives it; made by who gives it, or noted by who received it';
comment on column funding.award.issuer_id is 'who gives it, where they are here; else only their name';
comment on column funding.award.call_number is 'the version of the call that binds it: what a report asks is in that one';
comment on column funding.award.application_id is 'the application it answers, where it was sent here; no key binds it';
comment on column funding.award.carries is 'free: what is left follows the study year by rule; asked: who gives it decides each time';
comment on column funding.award.dropped_share is 'per cent that is kept of a place where somebody began and dropped out';
create index on funding.award (issuer_id) where issuer_id is not null;
create index on funding.award (call_organisation_id, call_id) where call_id is not null;
create unique index on funding.award (organisation_id, application_id) where application_id is not null;

create table funding.award_line (
	organisation_id uuid not null,
	award_id uuid not null,
	id uuid not null,
	sort integer not null,
	title text not null check (length(title) between 1 and 200),
	category text not null default '' check (length(category) <= 160),
	budget_year integer not null check (budget_year between 2000 and 2100),
	applied bigint check (applied between 0 and 100000000000),
	granted bigint not null check (granted between 1 and 100000000000),
	own bigint not null default 0 check (own between 0 and 100000000000),
	conditional boolean not null default false,
	places integer not null default 0 check (places between 0 and 10000),
	settled_on date,
	primary key (organisation_id, award_id, id),
	foreign key (organisation_id, award_id) references funding.award on delete cascade,
	check (not conditional or places > 0),
	check (settled_on is null or conditional)
);
comment on table funding.award_line is 'SHARED: what is granted for what in which budget year, whole kroner, read as the award';
comment on column funding.award_line.conditional is 'the amount follows how many begin: it is for this many places, and holds for those admitted';
comment on column funding.award_line.settled_on is 'when the admissions were known: places nobody has are lost from then on';

create table funding.award_study (
	organisation_id uuid not null,
	award_id uuid not null,
	line_id uuid not null,
	study_id uuid not null,
	finance_id uuid not null,
	primary key (organisation_id, award_id, line_id, study_id),
	foreign key (organisation_id, award_id, line_id) references funding.award_line on delete cascade,
	foreign key (organisation_id, study_id) references competence.study
);
comment on table funding.award_study is 'OWNED: a study in progress that has a place of a line; who gives the award reads how many there are, never which';
create index on funding.award_study (organisation_id, study_id);

create table funding.award_document (
	organisation_id uuid not null,
	award_id uuid not null,
	id uuid not null,
	title text not null check (length(title) between 1 and 200),
	reference text not null default '' check (length(reference) <= 100),
	dated_on date not null,
	name text check (length(name) between 1 and 200),
	media_type text check (length(media_type) <= 100),
	content bytea check (length(content) between 1 and 10000000),
	added_at timestamptz not null,
	added_by text not null default '' check (length(added_by) <= 200),
	primary key (organisation_id, award_id, id),
	foreign key (organisation_id, award_id) references funding.award on delete cascade,
	check ((content is null) = (name is null) and (content is null) = (media_type is null))
);
comment on table funding.award_document is 'SHARED: a letter or voucher an award or an entry rests on: its number and day, and the file where there is one';

create table funding.award_ask (
	organisation_id uuid not null,
	award_id uuid not null,
	id uuid not null,
	kind text not null check (kind in ('carry', 'purpose')),
	line_id uuid not null,
	to_line_id uuid not null,
	from_year integer not null,
	to_year integer not null check (to_year between 2000 and 2100),
	kroner bigint not null check (kroner > 0),
	reason text not null check (length(reason) between 1 and 2000),
	asked_at timestamptz not null,
	asked_by text not null default '' check (length(asked_by) <= 200),
	decision text check (decision in ('granted', 'refused')),
	answer text not null default '' check (length(answer) <= 2000),
	reference text not null default '' check (length(reference) <= 100),
	decided_on date,
	decided_by text check (length(decided_by) <= 200),
	primary key (organisation_id, award_id, id),
	foreign key (organisation_id, award_id, line_id) references funding.award_line,
	foreign key (organisation_id, award_id, to_line_id) references funding.award_line,
	check ((decision is null) = (decided_on is null)),
	check (case kind when 'carry' then line_id = to_line_id and to_year > from_year else line_id <> to_line_id and to_year = from_year end)
);
comment on table funding.award_ask is 'SHARED: asked of who gives an award: to carry money over to a later year, or to use it for another line';
comment on column funding.award_ask.reference is 'the number of the letter the answer came in';

create table funding.award_count (
	organisation_id uuid not null,
	award_id uuid not null,
	id uuid not null,
	measure text not null check (length(measure) between 1 and 10),
	on_day date not null,
	counted integer not null check (counted between -1000000 and 1000000 and counted <> 0),
	note text not null default '' check (length(note) <= 500),
	recorded_at timestamptz not null,
	recorded_by text not null default '' check (length(recorded_by) <= 200),
	primary key (organisation_id, award_id, id),
	foreign key (organisation_id, award_id) references funding.award
);
comment on table funding.award_count is 'OWNED: what the call asks to be counted from the first day, noted when it happens; a report adds it up';

create table funding.entry (
	organisation_id uuid not null,
	award_id uuid not null,
	id uuid not null,
	kind text not null check (kind in ('grant', 'adjust', 'pay', 'cost', 'carry', 'purpose', 'return', 'repay', 'reverse')),
	on_day date not null,
	text text not null default '' check (length(text) <= 500),
	reference text not null default '' check (length(reference) <= 100),
	document_id uuid,
	ask_id uuid,
	study_id uuid,
	reverses uuid,
	detail jsonb not null default '{}',
	seen boolean not null,
	recorded_at timestamptz not null,
	recorded_by text not null default '' check (length(recorded_by) <= 200),
	primary key (organisation_id, award_id, id),
	unique (organisation_id, award_id, reverses),
	foreign key (organisation_id, award_id) references funding.award,
	foreign key (organisation_id, award_id, document_id) references funding.award_document,
	foreign key (organisation_id, award_id, ask_id) references funding.award_ask,
	foreign key (organisation_id, award_id, reverses) references funding.entry,
	check ((kind = 'reverse') = (reverses is not null)),
	check (kind <> 'adjust' or detail <> '{}')
);
comment on table funding.entry is 'SHARED: an entry of the ledger of an award, never changed; what was wrong is reversed by another';
comment on column funding.entry.seen is 'read by who gives the award as it happens; costs are read in the report';
comment on column funding.entry.detail is 'what an amount was reckoned from: places, how many began, waited, dropped out, and the rule';

create table funding.posting (
	organisation_id uuid not null,
	award_id uuid not null,
	entry_id uuid not null,
	sort integer not null,
	account text not null check (account in ('granted', 'left', 'spent', 'carried', 'returned', 'lost', 'paid', 'issuer', 'own', 'own-spent')),
	line_id uuid,
	budget_year integer not null check (budget_year between 2000 and 2100),
	debit bigint not null check (debit >= 0),
	credit bigint not null check (credit >= 0),
	primary key (organisation_id, award_id, entry_id, sort),
	foreign key (organisation_id, award_id, entry_id) references funding.entry,
	foreign key (organisation_id, award_id, line_id) references funding.award_line,
	check ((debit = 0) <> (credit = 0)),
	check (line_id is not null or account in ('paid', 'issuer'))
);
comment on table funding.posting is 'SHARED: a line of an entry, whole kroner, debit or credit';
create index on funding.posting (organisation_id, award_id, account, line_id, budget_year);

-- What accounts must balance with each other: the use of the money, the cash, and what the recipient adds itself.
create function funding.circuit(account text) returns text language sql immutable parallel safe as $$
	select case when account in ('paid', 'issuer') then 'cash' when account in ('own', 'own-spent') then 'own' else 'use' end
$$;

-- Whether the organisation acted for gives an award: asked past row-level security, for what hangs on the award.
create function funding.gives(recipient uuid, award uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
	select house.actor_kind() = 'person' and exists (select from funding.award a
		where a.organisation_id = recipient and a.id = award and a.issuer_id = house.organisation())
$$;

-- What each account stands at, for who receives an award and who gives it: sums alone, also of entries the latter does not read.
create function funding.balances(recipient uuid, award uuid)
returns table (account text, line_id uuid, budget_year integer, debit bigint, credit bigint)
language sql stable security definer set search_path = pg_catalog as $$
	select p.account, p.line_id, p.budget_year, sum(p.debit)::bigint, sum(p.credit)::bigint from funding.posting p
	where p.organisation_id = recipient and p.award_id = award
		and (recipient = house.organisation() or house.is_system() or funding.gives(recipient, award))
	group by 1, 2, 3
$$;

create function funding.keep_entry() returns trigger language plpgsql as $$ begin
	raise exception 'an entry of the ledger is not changed: reverse it';
end $$;
create trigger keep_entry before update or delete on funding.entry for each row execute function funding.keep_entry();
create trigger keep_posting before update or delete on funding.posting for each row execute function funding.keep_entry();

-- Judged when the transaction ends, of all postings of the award, whoever may read them.
create function funding.check_ledger() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
	-- Of a row of entry and of posting alike.
	judged uuid := coalesce(to_jsonb(new) ->> 'entry_id', to_jsonb(new) ->> 'id')::uuid;
begin
	if not exists (select from funding.posting p where p.organisation_id = new.organisation_id and p.award_id = new.award_id and p.entry_id = judged) then
		raise exception 'an entry of the ledger has no postings';
	end if;
	if exists (select from funding.posting p where p.organisation_id = new.organisation_id and p.award_id = new.award_id and p.entry_id = judged
		group by funding.circuit(p.account), p.line_id, p.budget_year having sum(p.debit) <> sum(p.credit)) then
		raise exception 'an entry of the ledger does not balance';
	end if;
	if exists (select from funding.entry e where e.organisation_id = new.organisation_id and e.award_id = new.award_id and e.id = judged and e.kind = 'reverse'
		and exists ((select p.account, p.line_id, p.budget_year, p.debit, p.credit from funding.posting p where p.organisation_id = e.organisation_id and p.award_id = e.award_id and p.entry_id = e.id)
			except all (select p.account, p.line_id, p.budget_year, p.credit, p.debit from funding.posting p where p.organisation_id = e.organisation_id and p.award_id = e.award_id and p.entry_id = e.reverses))) then
		raise exception 'an entry reverses another than the one it names';
	end if;
	if exists (select from funding.posting p where p.organisation_id = new.organisation_id and p.award_id = new.award_id and p.account in ('left', 'spent', 'returned', 'lost')
		group by p.account, p.line_id, p.budget_year having sum(p.debit) < sum(p.credit)) then
		raise exception 'the ledger has less than nothing left';
	end if;
	if (select sum(p.debit - p.credit) < 0 from funding.posting p where p.organisation_id = new.organisation_id and p.award_id = new.award_id and p.account = 'paid') then
		raise exception 'more is paid back than was paid';
	end if;
	if exists (select from funding.posting p where p.organisation_id = new.organisation_id and p.award_id = new.award_id and p.account = 'carried'
		group by p.line_id having sum(p.debit) <> sum(p.credit)) then
		raise exception 'what is carried out of a year is not carried into another';
	end if;
	return null;
end $$;
create constraint trigger check_entry after insert on funding.entry deferrable initially deferred for each row execute function funding.check_ledger();
create constraint trigger check_posting after insert on funding.posting deferrable initially deferred for each row execute function funding.check_ledger();

revoke all on function funding.gives, funding.balances, funding.check_ledger from public;
grant execute on function funding.gives, funding.balances to laeringsarena_program;

do $$
declare
	table_name text;
	own constant text := '(organisation_id = (select house.organisation()) and (select house.actor_kind()) = ''person'') or (select house.is_system())';
	gives constant text := 'funding.gives(organisation_id, award_id)';
begin
	foreach table_name in array array['award', 'award_line', 'award_study', 'award_document', 'award_ask', 'award_count', 'entry', 'posting'] loop
		execute format('alter table funding.%I enable row level security', table_name);
	end loop;
	foreach table_name in array array['award_study', 'award_count'] loop
		execute format('create policy own on funding.%I using (%s) with check (%s)', table_name, own, own);
		execute format('grant select, insert, update, delete on funding.%I to laeringsarena_program', table_name);
	end loop;
	foreach table_name in array array['award_line', 'award_document', 'award_ask'] loop
		execute format('create policy own on funding.%I using (%s) with check (%s)', table_name, own, own);
		execute format('create policy giver on funding.%I using (%s) with check (%s)', table_name, gives, gives);
		execute format('grant select, insert, update, delete on funding.%I to laeringsarena_program', table_name);
	end loop;
	execute format('create policy own on funding.award using (%s) with check ((%s) and (way = ''letter'' or (select house.is_system()) or accepted_at is not null or declined_at is not null))', own, own);
	execute 'create policy giver on funding.award using (issuer_id = (select house.organisation()) and (select house.actor_kind()) = ''person'') with check (issuer_id = (select house.organisation()) and way = ''here'')';
	execute format('create policy own on funding.entry using (%s) with check (%s)', own, own);
	execute format('create policy read_given on funding.entry for select using (seen and %s)', gives);
	execute format('create policy add_given on funding.entry for insert with check (seen and kind in (''pay'', ''carry'', ''purpose'', ''reverse'') and %s)', gives);
	execute format('create policy own on funding.posting using (%s) with check (%s)', own, own);
	execute format('create policy read_given on funding.posting for select using (%s and exists (select from funding.entry e where e.organisation_id = posting.organisation_id and e.award_id = posting.award_id and e.id = posting.entry_id))', gives);
	execute format('create policy add_given on funding.posting for insert with check (%s and exists (select from funding.entry e where e.organisation_id = posting.organisation_id and e.award_id = posting.award_id and e.id = posting.entry_id))', gives);
end $$;
grant select, insert, update, delete on funding.award to laeringsarena_program;
grant select, insert on funding.entry, funding.posting to laeringsarena_program;
