-- Whether what an education gave is used, asked once after half a year and once after a year and a half. What is answered
-- stands apart from who was asked: nobody can tell who answered what.

alter table competence.choice add column name_years integer not null default 3 check (name_years between 2 and 10);
comment on column competence.choice.name_years is 'years after a study has ended that its name is kept; the study stays, as a numbered place';

create table competence.used_ask (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	study_id uuid,
	months integer not null check (months in (6, 18)),
	entry_organisation_id uuid not null,
	entry_id uuid not null,
	asked_on date not null,
	reminded_on date,
	answered boolean not null default false,
	primary key (organisation_id, id),
	foreign key (organisation_id, study_id) references competence.study on delete set null (study_id),
	foreign key (entry_organisation_id, entry_id) references competence.entry
);
comment on table competence.used_ask is 'OWNED: that somebody was asked whether a completed study is used; which study is forgotten after a year';
create unique index on competence.used_ask (organisation_id, study_id, months) where study_id is not null;
create index on competence.used_ask (entry_organisation_id, entry_id);

create table competence.used_answer (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	months integer not null check (months in (6, 18)),
	entry_organisation_id uuid not null,
	entry_id uuid not null,
	uses text not null check (uses in ('often', 'some', 'hardly')),
	hinder text check (hinder in ('tasks', 'time', 'leading', 'moved', 'left', 'other')),
	primary key (organisation_id, id),
	foreign key (entry_organisation_id, entry_id) references competence.entry,
	check (uses <> 'often' or hinder is null)
);
comment on table competence.used_answer is 'OWNED: what was answered, without who, when and which study; the key tells nothing either';
create index on competence.used_answer (entry_organisation_id, entry_id);

alter table competence.used_ask enable row level security;
alter table competence.used_answer enable row level security;
create policy own on competence.used_ask using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on competence.used_answer using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
-- Whoever is asked by a link reads the question, and answers it once; what is answered is read by no link.
create policy by_link on competence.used_ask for select using (id = (select house.linked_object()) and (select house.actor_kind()) = 'link');
create policy answer_by_link on competence.used_ask for update using (id = (select house.linked_object()) and (select house.actor_kind()) = 'link');
create policy answer_by_link on competence.used_answer for insert with check (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'link');
grant select, insert, update, delete on competence.used_ask, competence.used_answer to laeringsarena_program;
