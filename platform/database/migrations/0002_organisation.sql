-- The room organisation: who exists, under which name and number at which date, what units and people they have,
-- and who answers for what.
--
-- Every valid_to in this schema is the last day something holds, inclusive; empty means it still holds.

create schema organisation;
grant usage on schema organisation to laeringsarena_program;

create table organisation.kind (
	code text primary key,
	sort integer not null,
	nb text not null,
	nn text not null,
	en text not null,
	plural_nb text not null,
	plural_nn text not null,
	plural_en text not null
);
comment on table organisation.kind is 'PUBLIC: kinds of organisation; data, not code';

create table organisation.sector (
	code text primary key,
	sort integer not null,
	nb text not null,
	nn text not null,
	en text not null
);
comment on table organisation.sector is 'PUBLIC: sectors a unit can belong to; a cut in every statistic';

create table organisation.setting (
	code text primary key,
	sort integer not null,
	sector text not null references organisation.sector,
	nb text not null,
	nn text not null,
	en text not null
);
comment on table organisation.setting is 'PUBLIC: kinds of setting a unit can be (nursing home, school …)';

create table organisation.organisation (
	id uuid primary key,
	kind text not null references organisation.kind,
	keeper_id uuid references organisation.organisation,
	created_at timestamptz not null default now()
);
comment on table organisation.organisation is 'PUBLIC: an organisation, whatever it is called at the moment';
comment on column organisation.organisation.keeper_id is 'the organisation that registered this one and keeps its name and address until it has an administrator of its own: a municipality for its GP offices and user councils';
create index on organisation.organisation (kind);

create table organisation.identity (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	valid_from date not null,
	valid_to date,
	name text not null check (length(name) between 1 and 200),
	short_name text check (length(short_name) <= 60),
	other_names text[] not null default '{}',
	number text check (length(number) <= 20),
	county_number text check (county_number ~ '^[0-9]{2}$'),
	municipality_number text check (municipality_number ~ '^[0-9]{4}$'),
	latitude double precision check (latitude between -90 and 90),
	longitude double precision check (longitude between -180 and 180),
	place text,
	website text,
	source text not null,
	source_date date not null,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	check (valid_to is null or valid_to >= valid_from),
	check ((latitude is null) = (longitude is null))
);
comment on table organisation.identity is 'PUBLIC: name, number and seat of an organisation in a period; periods of one organisation do not overlap';
comment on column organisation.identity.municipality_number is 'where the seat is; a municipality has its own number here too';
comment on column organisation.identity.search_name is 'every name and the number, folded for search, with | between';
create index on organisation.identity (number);
create unique index on organisation.identity (organisation_id) where valid_to is null;

create table organisation.succession (
	predecessor_id uuid not null references organisation.organisation,
	successor_id uuid not null references organisation.organisation,
	happened_on date not null,
	share double precision not null check (share > 0 and share <= 1),
	source text not null,
	primary key (predecessor_id, successor_id, happened_on)
);
comment on table organisation.succession is 'PUBLIC: who became whom, when, and which share of the population went along';
create index on organisation.succession (successor_id);

create table organisation.affiliation (
	organisation_id uuid not null references organisation.organisation,
	parent_id uuid not null references organisation.organisation,
	kind text not null,
	valid_from date not null,
	valid_to date,
	primary key (organisation_id, parent_id, kind, valid_from)
);
comment on table organisation.affiliation is 'PUBLIC: belongs to, covers, hosts: county of a municipality, region of KS, host of a development centre';
create index on organisation.affiliation (parent_id, kind);

create table organisation.unit (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	parent_id uuid,
	name text not null check (length(name) between 1 and 200),
	code text check (length(code) <= 60),
	setting text references organisation.setting,
	sector text not null references organisation.sector,
	address text check (length(address) <= 200),
	postcode text check (postcode ~ '^[0-9]{4}$'),
	place text check (length(place) <= 100),
	municipality_number text check (municipality_number ~ '^[0-9]{4}$'),
	latitude double precision check (latitude between -90 and 90),
	longitude double precision check (longitude between -180 and 180),
	email text check (length(email) <= 320),
	phone text check (length(phone) <= 40),
	valid_from date not null,
	valid_to date,
	published boolean not null default true,
	sort integer not null default 0,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, parent_id) references organisation.unit,
	check (parent_id <> id),
	continues_organisation_id uuid,
	continues_unit_id uuid,
	check (valid_to is null or valid_to >= valid_from),
	check ((latitude is null) = (longitude is null))
);
comment on column organisation.unit.continues_unit_id is 'the unit of a merged or split organisation that goes on as this one';
comment on table organisation.unit is 'OWNED: a unit of an organisation, to any depth; published units can be read by anyone signed in';
create index on organisation.unit (organisation_id, parent_id, sort);
create unique index on organisation.unit (organisation_id, code) where code is not null;
create index on organisation.unit (municipality_number);
create unique index on organisation.unit (organisation_id, continues_unit_id) where continues_unit_id is not null;

create table organisation.membership (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	unit_id uuid,
	person_id uuid references identity.person on delete set null,
	name text not null check (length(name) between 1 and 200),
	email text check (length(email) <= 320),
	phone text check (length(phone) <= 40),
	role text not null,
	title text check (length(title) <= 120),
	share integer check (share between 0 and 100),
	position text not null default 'line' check (position in ('line', 'staff')),
	valid_from date not null,
	valid_to date,
	deputy_id uuid,
	verified_at timestamptz not null,
	continues_organisation_id uuid,
	continues_membership_id uuid,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, unit_id) references organisation.unit,
	foreign key (organisation_id, deputy_id) references organisation.membership,
	check (deputy_id <> id),
	check (valid_to is null or valid_to >= valid_from)
);
comment on table organisation.membership is 'OWNED: a person in a role at an organisation for a time; the person may not have an account yet';
comment on column organisation.membership.share is 'share of a full position, per cent';
create index on organisation.membership (person_id) where person_id is not null;
create index on organisation.membership (organisation_id, unit_id);
create index on organisation.membership (organisation_id, search_name text_pattern_ops);
create index on organisation.membership (lower(email)) where person_id is null;
create index on organisation.membership (organisation_id, deputy_id) where deputy_id is not null;
create unique index on organisation.membership (organisation_id, continues_membership_id) where continues_membership_id is not null;

create table organisation.contact (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	responsibility text not null,
	profession text check (length(profession) <= 60),
	unit_id uuid,
	membership_id uuid,
	deputy_membership_id uuid,
	name text check (length(name) <= 200),
	email text check (length(email) <= 320),
	phone text check (length(phone) <= 40),
	last_day date,
	deputy_name text check (length(deputy_name) <= 200),
	deputy_email text check (length(deputy_email) <= 320),
	deputy_phone text check (length(deputy_phone) <= 40),
	deputy_last_day date,
	note text check (length(note) <= 500),
	published boolean not null default true,
	verified_at timestamptz not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, unit_id) references organisation.unit,
	foreign key (organisation_id, membership_id) references organisation.membership,
	foreign key (organisation_id, deputy_membership_id) references organisation.membership,
	check (membership_id is not null or email is not null or phone is not null)
);
comment on table organisation.contact is 'OWNED: who answers for what; published contacts can be read by anyone signed in, so name and address are carried here';
comment on column organisation.contact.last_day is 'last day of the membership that answers, carried so that others see when somebody has left';
create unique index on organisation.contact
	(organisation_id, responsibility, coalesce(profession, ''), coalesce(unit_id, '00000000-0000-0000-0000-000000000000'));
create index on organisation.contact (responsibility);
create index on organisation.contact (organisation_id, unit_id);
create index on organisation.contact (organisation_id, membership_id);
create index on organisation.contact (organisation_id, deputy_membership_id);

create table organisation.participation (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	object_kind text not null,
	object_id uuid not null,
	title text not null,
	role text not null,
	from_date date not null,
	to_date date,
	published boolean not null default true,
	recorded_by uuid not null references organisation.organisation,
	primary key (organisation_id, id),
	check (to_date is null or to_date >= from_date)
);
comment on column organisation.participation.recorded_by is 'the organisation whose room wrote it down: the owner of the network, the agreement, the call';
comment on table organisation.participation is 'SHARED by organisation_id and recorded_by: what an organisation takes part in, without persons; rooms write it as part of their own verbs';
create unique index on organisation.participation (organisation_id, object_kind, object_id, role, from_date);
create index on organisation.participation (object_id);

------------------------------------------------------------------------------------------------------------------------
alter table organisation.kind enable row level security;
create policy read on organisation.kind for select using ((select house.is_known()));
create policy write on organisation.kind using ((select house.is_system()));
alter table organisation.sector enable row level security;
create policy read on organisation.sector for select using ((select house.is_known()));
create policy write on organisation.sector using ((select house.is_system()));
alter table organisation.setting enable row level security;
create policy read on organisation.setting for select using ((select house.is_known()));
create policy write on organisation.setting using ((select house.is_system()));

-- The operator keeps the register of who exists; an organisation keeps those it registered itself.
create function organisation.is_operator() returns boolean language sql stable parallel safe
	as $$ select coalesce(house.is_system() or (house.actor_kind() = 'person' and house.organisation() = '01900000-0000-7000-8000-000000000001'), false) $$;

alter table organisation.organisation enable row level security;
create policy read on organisation.organisation for select using ((select house.is_known()));
create policy add on organisation.organisation for insert
	with check (keeper_id = (select house.organisation()) or (select organisation.is_operator()));
create policy change on organisation.organisation for update
	using (id = (select house.organisation()) or (select organisation.is_operator()));
create policy remove on organisation.organisation for delete using ((select organisation.is_operator()));

alter table organisation.identity enable row level security;
create policy read on organisation.identity for select using ((select house.is_known()));
create policy add on organisation.identity for insert
	with check ((select organisation.is_operator()) or organisation_id = (select house.organisation())
		or exists (select from organisation.organisation o where o.id = organisation_id and o.keeper_id = (select house.organisation())));
create policy change on organisation.identity for update
	using ((select organisation.is_operator()) or organisation_id = (select house.organisation())
		or exists (select from organisation.organisation o where o.id = organisation_id and o.keeper_id = (select house.organisation())));
create policy remove on organisation.identity for delete using ((select organisation.is_operator()));

alter table organisation.succession enable row level security;
create policy read on organisation.succession for select using ((select house.is_known()));
create policy add on organisation.succession for insert with check ((select organisation.is_operator()));
create policy change on organisation.succession for update using ((select organisation.is_operator()));
create policy remove on organisation.succession for delete using ((select organisation.is_operator()));

alter table organisation.affiliation enable row level security;
create policy read on organisation.affiliation for select using ((select house.is_known()));
create policy add on organisation.affiliation for insert
	with check (parent_id = (select house.organisation()) or (select organisation.is_operator()));
create policy change on organisation.affiliation for update
	using (parent_id = (select house.organisation()) or (select organisation.is_operator()));
create policy remove on organisation.affiliation for delete using ((select organisation.is_operator()));

alter table organisation.unit enable row level security;
create policy read on organisation.unit for select
	using (organisation_id = (select house.organisation()) or (published and (select house.is_known())) or (select house.is_system()));
create policy add on organisation.unit for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy change on organisation.unit for update
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on organisation.unit for delete using ((select house.is_system()));

-- A person reads what is held about them everywhere, and changes it nowhere but through the organisation.
alter table organisation.membership enable row level security;
create policy read on organisation.membership for select
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy add on organisation.membership for insert
	with check (organisation_id = (select house.organisation()) or (select organisation.is_operator())
		or exists (select from organisation.organisation o where o.id = organisation_id and o.keeper_id = (select house.organisation())));
create policy change on organisation.membership for update
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on organisation.membership for delete using ((select house.is_system()));

alter table organisation.contact enable row level security;
create policy read on organisation.contact for select
	using (organisation_id = (select house.organisation()) or (published and (select house.is_known())) or (select house.is_system()));
create policy add on organisation.contact for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy change on organisation.contact for update
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on organisation.contact for delete
	using (organisation_id = (select house.organisation()) or (select house.is_system()));

alter table organisation.participation enable row level security;
create policy read on organisation.participation for select
	using (organisation_id = (select house.organisation()) or recorded_by = (select house.organisation())
		or (published and (select house.is_known())) or (select house.is_system()));
create policy add on organisation.participation for insert
	with check (recorded_by = (select house.organisation()) or (select house.is_system()));
create policy change on organisation.participation for update
	using (recorded_by = (select house.organisation()) or (select house.is_system()));
create policy remove on organisation.participation for delete
	using (recorded_by = (select house.organisation()) or (select house.is_system()));

grant select, insert, update, delete on all tables in schema organisation to laeringsarena_program;

------------------------------------------------------------------------------------------------------------------------
insert into organisation.kind (code, sort, nb, nn, en, plural_nb, plural_nn, plural_en) values
	('municipality', 10, 'Kommune', 'Kommune', 'Municipality', 'Kommuner', 'Kommunar', 'Municipalities'),
	('county', 20, 'Fylkeskommune', 'Fylkeskommune', 'County authority', 'Fylkeskommuner', 'Fylkeskommunar', 'County authorities'),
	('institution', 30, 'Universitet eller høyskole', 'Universitet eller høgskule', 'University or university college', 'Universiteter og høyskoler', 'Universitet og høgskular', 'Universities and university colleges'),
	('vocational-college', 40, 'Fagskole', 'Fagskule', 'Vocational college', 'Fagskoler', 'Fagskular', 'Vocational colleges'),
	('state-administrator', 50, 'Statsforvalter', 'Statsforvaltar', 'State administrator', 'Statsforvaltere', 'Statsforvaltarar', 'State administrators'),
	('directorate', 60, 'Direktorat', 'Direktorat', 'Directorate', 'Direktorater', 'Direktorat', 'Directorates'),
	('ministry', 70, 'Departement', 'Departement', 'Ministry', 'Departementer', 'Departement', 'Ministries'),
	('ks', 80, 'KS', 'KS', 'KS (association of local and regional authorities)', 'KS', 'KS', 'KS'),
	('ks-region', 90, 'KS-region', 'KS-region', 'KS region', 'KS-regioner', 'KS-regionar', 'KS regions'),
	('development-centre', 100, 'Utviklingssenter (USHT)', 'Utviklingssenter (USHT)', 'Development centre (USHT)', 'Utviklingssentre (USHT)', 'Utviklingssenter (USHT)', 'Development centres (USHT)'),
	('care-research-centre', 110, 'Senter for omsorgsforskning', 'Senter for omsorgsforsking', 'Centre for care research', 'Sentre for omsorgsforskning', 'Senter for omsorgsforsking', 'Centres for care research'),
	('regional-council', 120, 'Regionråd eller kompetansekontor', 'Regionråd eller kompetansekontor', 'Regional council or competence office', 'Regionråd og kompetansekontor', 'Regionråd og kompetansekontor', 'Regional councils and competence offices'),
	('network-host', 130, 'Nettverksvert', 'Nettverksvert', 'Network host', 'Nettverksverter', 'Nettverksvertar', 'Network hosts'),
	('gp-office', 140, 'Fastlegekontor', 'Fastlegekontor', 'GP office', 'Fastlegekontor', 'Fastlegekontor', 'GP offices'),
	('user-council', 150, 'Brukerråd', 'Brukarråd', 'User council', 'Brukerråd', 'Brukarråd', 'User councils'),
	('user-organisation', 160, 'Brukerorganisasjon', 'Brukarorganisasjon', 'User organisation', 'Brukerorganisasjoner', 'Brukarorganisasjonar', 'User organisations'),
	('union', 170, 'Arbeidstakerorganisasjon', 'Arbeidstakarorganisasjon', 'Trade union', 'Arbeidstakerorganisasjoner', 'Arbeidstakarorganisasjonar', 'Trade unions'),
	('employers', 180, 'Arbeidsgiverorganisasjon', 'Arbeidsgivarorganisasjon', 'Employers'' organisation', 'Arbeidsgiverorganisasjoner', 'Arbeidsgivarorganisasjonar', 'Employers'' organisations'),
	('research-institute', 190, 'Forskningsinstitutt', 'Forskingsinstitutt', 'Research institute', 'Forskningsinstitutter', 'Forskingsinstitutt', 'Research institutes'),
	('private-provider', 200, 'Privat eller ideell tjenesteyter', 'Privat eller ideell tenesteytar', 'Private or non-profit provider', 'Private og ideelle tjenesteytere', 'Private og ideelle tenesteytarar', 'Private and non-profit providers'),
	('hospital-trust', 210, 'Helseforetak', 'Helseføretak', 'Hospital trust', 'Helseforetak', 'Helseføretak', 'Hospital trusts'),
	('nav', 220, 'Nav', 'Nav', 'Nav (labour and welfare)', 'Nav', 'Nav', 'Nav'),
	('operator', 900, 'Drift av Læringsarena', 'Drift av Læringsarena', 'Operation of Læringsarena', 'Drift', 'Drift', 'Operation');

insert into organisation.sector (code, sort, nb, nn, en) values
	('health-and-care', 10, 'Helse og omsorg', 'Helse og omsorg', 'Health and care'),
	('childhood', 20, 'Oppvekst', 'Oppvekst', 'Childhood and education'),
	('social', 30, 'Sosiale tjenester', 'Sosiale tenester', 'Social services'),
	('technical', 40, 'Tekniske tjenester', 'Tekniske tenester', 'Technical services'),
	('planning', 50, 'Plan og samfunnsutvikling', 'Plan og samfunnsutvikling', 'Planning and development'),
	('administration', 60, 'Administrasjon', 'Administrasjon', 'Administration'),
	('culture', 70, 'Kultur', 'Kultur', 'Culture'),
	('academic', 80, 'Utdanning og forskning', 'Utdanning og forsking', 'Education and research');

insert into organisation.setting (code, sort, sector, nb, nn, en) values
	('nursing-home', 10, 'health-and-care', 'Sykehjem', 'Sjukeheim', 'Nursing home'),
	('home-care', 20, 'health-and-care', 'Hjemmetjeneste', 'Heimeteneste', 'Home care'),
	('assisted-living', 30, 'health-and-care', 'Omsorgsbolig med bemanning', 'Omsorgsbustad med bemanning', 'Assisted living'),
	('health-centre', 40, 'health-and-care', 'Helsestasjon', 'Helsestasjon', 'Health centre'),
	('school-health', 50, 'health-and-care', 'Skolehelsetjeneste', 'Skulehelseteneste', 'School health service'),
	('emergency-clinic', 60, 'health-and-care', 'Legevakt', 'Legevakt', 'Emergency clinic'),
	('gp-office', 70, 'health-and-care', 'Fastlegekontor', 'Fastlegekontor', 'GP office'),
	('mental-health', 80, 'health-and-care', 'Psykisk helse og rus', 'Psykisk helse og rus', 'Mental health and substance use'),
	('rehabilitation', 90, 'health-and-care', 'Rehabilitering', 'Rehabilitering', 'Rehabilitation'),
	('intermediate-ward', 100, 'health-and-care', 'Kommunal akutt døgnplass', 'Kommunal akutt døgnplass', 'Municipal acute ward'),
	('day-centre', 110, 'health-and-care', 'Dagsenter', 'Dagsenter', 'Day centre'),
	('disability-service', 120, 'health-and-care', 'Tjenester for funksjonshemmede', 'Tenester for funksjonshemma', 'Disability services'),
	('kindergarten', 130, 'childhood', 'Barnehage', 'Barnehage', 'Kindergarten'),
	('school', 140, 'childhood', 'Skole', 'Skule', 'School'),
	('pedagogical-service', 150, 'childhood', 'Pedagogisk-psykologisk tjeneste', 'Pedagogisk-psykologisk teneste', 'Educational psychology service'),
	('child-welfare', 160, 'childhood', 'Barnevern', 'Barnevern', 'Child welfare'),
	('nav-office', 170, 'social', 'Nav-kontor', 'Nav-kontor', 'Nav office'),
	('refugee-service', 180, 'social', 'Flyktningtjeneste', 'Flyktningteneste', 'Refugee service'),
	('technical-department', 190, 'technical', 'Teknisk avdeling', 'Teknisk avdeling', 'Technical department'),
	('planning-department', 200, 'planning', 'Planavdeling', 'Planavdeling', 'Planning department'),
	('administration', 210, 'administration', 'Administrasjon', 'Administrasjon', 'Administration'),
	('library', 220, 'culture', 'Bibliotek', 'Bibliotek', 'Library'),
	('culture-school', 230, 'culture', 'Kulturskole', 'Kulturskule', 'School of arts'),
	('campus', 240, 'academic', 'Studiested', 'Studiestad', 'Campus'),
	('faculty', 250, 'academic', 'Fakultet', 'Fakultet', 'Faculty'),
	('department', 260, 'academic', 'Institutt', 'Institutt', 'Department'),
	('hospital-ward', 270, 'health-and-care', 'Sykehusavdeling', 'Sjukehusavdeling', 'Hospital ward');

insert into organisation.organisation (id, kind) values ('01900000-0000-7000-8000-000000000001', 'operator');
insert into organisation.identity (organisation_id, id, valid_from, name, source, source_date, search_name) values
	('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', '2000-01-01', 'Drift av Læringsarena', 'Læringsarena', '2026-01-01', 'drift av laeringsarena');

------------------------------------------------------------------------------------------------------------------------
-- One round trip from a session token to who is asking: runs before there is an actor, so it sees past row-level
-- security, and answers only for a hash that exists.
create function identity.find_session(hash bytea, moment timestamptz)
returns table (session_id uuid, person_id uuid, person_name text, language text, organisation_id uuid, seen_at timestamptz,
	organisation_name text, organisation_kind text, roles text[], unit_ids uuid[], membership_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
	select s.id, p.id, p.name, p.language, o.id, s.seen_at, i.name, o.kind,
		coalesce(m.roles, '{}'), coalesce(m.unit_ids, '{}'), coalesce(m.ids, '{}')
	from identity.session s
	join identity.person p on p.id = s.person_id and p.deactivated_at is null
	left join lateral (
		select array_agg(distinct role) roles, array_agg(distinct unit_id) filter (where unit_id is not null) unit_ids, array_agg(id) ids
		from organisation.membership
		where person_id = p.id and organisation_id = s.organisation_id
			and valid_from <= moment::date and (valid_to is null or valid_to >= moment::date)
	) m on true
	left join organisation.organisation o on o.id = s.organisation_id and m.roles is not null
	left join organisation.identity i on i.organisation_id = o.id and i.valid_from <= moment::date and (i.valid_to is null or i.valid_to >= moment::date)
	where s.token_hash = hash and s.idle_expires_at > moment and s.absolute_expires_at > moment
$$;
revoke all on function identity.find_session from public;
grant execute on function identity.find_session to laeringsarena_program;

------------------------------------------------------------------------------------------------------------------------
-- Who administers an organisation is the last answer the contact register gives to everybody. Memberships are seen by
-- their own organisation only, so this looks past row-level security, and shows no more than name and work address.
create function organisation.find_administrators(of_organisation uuid, on_day date)
returns table (name text, email text, phone text)
language sql stable security definer set search_path = pg_catalog as $$
	select m.name, m.email, m.phone
	from organisation.membership m
	where house.is_known() and m.organisation_id = of_organisation and m.role = 'administrator' and m.unit_id is null
		and m.email is not null and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
	order by m.valid_from, m.id
	limit 3
$$;
revoke all on function organisation.find_administrators from public;
grant execute on function organisation.find_administrators to laeringsarena_program;
