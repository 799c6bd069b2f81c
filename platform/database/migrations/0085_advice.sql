-- What whoever keeps a programme says of the purpose and the goals of each project in it. It stands beside the project and changes
-- nothing in it; the municipality reads it, and what all of them come to is counted.
create table development.programme_advice (
	organisation_id uuid not null,
	programme_id uuid not null,
	project_id uuid not null,
	party_id uuid not null,
	purpose text not null check (purpose in ('clear', 'unclear', 'none')),
	goals text not null check (goals in ('measurable', 'clear', 'unclear')),
	words text not null default '' check (length(words) <= 2000),
	on_day date not null,
	given_by text not null check (length(given_by) <= 200),
	primary key (organisation_id, programme_id, project_id),
	foreign key (organisation_id, programme_id) references development.programme,
	foreign key (party_id, project_id) references development.project
);
comment on table development.programme_advice is 'SHARED: what whoever keeps a programme says of the purpose and the goals of a project in it, read by both';
comment on column development.programme_advice.party_id is 'the municipality whose project it is';
comment on column development.programme_advice.purpose is 'none: what stands there is no purpose';
comment on column development.programme_advice.goals is 'measurable: clear and measurable; clear: clear, but not measurable';
create index on development.programme_advice (party_id, project_id);

alter table development.programme_advice enable row level security;
create policy own on development.programme_advice using (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));
create policy party on development.programme_advice for select using (
	party_id = (select house.organisation()) and (select house.actor_kind()) = 'person');
grant select, insert, update on development.programme_advice to laeringsarena_program;

-- The purposes of the projects in a programme, for whoever keeps it.
create function development.programme_purposes(keeper uuid, of_programme uuid)
returns table (project_id uuid, party_id uuid, purpose text)
language sql stable security definer set search_path = pg_catalog as $$
	select p.id, p.organisation_id, p.purpose
	from development.admission a
	join development.project p on p.organisation_id = a.organisation_id and p.admission_id = a.id and p.state <> 'draft'
	where a.programme_organisation_id = keeper and a.programme_id = of_programme and a.state = 'admitted'
		and (house.is_system() or (keeper = house.organisation() and house.actor_kind() = 'person'))
$$;
revoke all on function development.programme_purposes from public;
grant execute on function development.programme_purposes to laeringsarena_program;
