-- What a service needs of competence, and why: what the gap is reckoned from.

create table competence.requirement (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	unit_id uuid not null,
	entry_organisation_id uuid not null,
	entry_id uuid not null,
	basis text not null check (basis in ('task', 'users', 'norm', 'plan')),
	positions integer not null check (positions between 0 and 1000000),
	users integer check (users between 0 and 1000000),
	users_each integer check (users_each between 1 and 10000000),
	growth integer check (growth between -20 and 50),
	from_day date,
	reason text not null check (length(reason) between 1 and 1000),
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, unit_id) references organisation.unit,
	foreign key (entry_organisation_id, entry_id) references competence.entry,
	check ((users is null) = (users_each is null))
);
comment on table competence.requirement is 'OWNED: how many full positions with a competence a unit needs, and why';
comment on column competence.requirement.positions is 'per cent of full positions in all, as in competence.actual';
comment on column competence.requirement.users_each is 'patients or children to a full position, in hundredths, where the need follows from them';
comment on column competence.requirement.growth is 'per cent it grows in a year; empty: it does not';
comment on column competence.requirement.from_day is 'the day a new task begins; empty: it is needed already';
create index on competence.requirement (organisation_id, unit_id);
create index on competence.requirement (entry_organisation_id, entry_id);

alter table competence.requirement enable row level security;
create policy owner on competence.requirement
	using (organisation_id = (select house.organisation()) or (select house.is_system()))
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
grant select, insert, update, delete on competence.requirement to laeringsarena_program;
