-- What whoever makes a call does with the applications to it: assesses, decides, and answers appeals.
--
-- Assessments stay with who makes them; notes with the one who wrote them. A decision is read by the applicant once it is
-- made, and never before.

create table funding.assessment (
	organisation_id uuid not null references organisation.organisation,
	applicant_id uuid not null,
	application_id uuid not null,
	person_id uuid not null references identity.person on delete cascade,
	person_name text not null check (length(person_name) <= 200),
	impartial boolean not null,
	scores jsonb not null,
	comment text not null default '' check (length(comment) <= 4000),
	changed_at timestamptz not null,
	version integer not null default 1,
	primary key (organisation_id, application_id, person_id),
	foreign key (applicant_id, application_id) references funding.application (organisation_id, id)
);
comment on table funding.assessment is 'OWNED: what one who assesses gives an application by each criterion, 0 to 10; read by colleagues';
comment on column funding.assessment.impartial is 'declared by who assesses; one who is not gives no scores';

create table funding.assessment_note (
	organisation_id uuid not null references organisation.organisation,
	application_id uuid not null,
	person_id uuid not null references identity.person on delete cascade,
	note text not null check (length(note) <= 4000),
	primary key (organisation_id, application_id, person_id)
);
comment on table funding.assessment_note is 'PERSONAL: a note of one who assesses, read by nobody else';

create table funding.decision (
	organisation_id uuid not null references organisation.organisation,
	call_id uuid not null,
	applicant_id uuid not null,
	application_id uuid not null,
	eligible boolean,
	eligible_because text not null default '' check (length(eligible_because) <= 1000),
	outcome text check (outcome in ('granted', 'refused')),
	granted jsonb not null default '[]',
	because text not null default '' check (length(because) <= 4000),
	conditional boolean not null default false,
	decided_at timestamptz,
	decided_by text check (length(decided_by) <= 200),
	appeal_by date,
	award_id uuid,
	version integer not null default 1,
	primary key (organisation_id, application_id),
	foreign key (applicant_id, application_id) references funding.application (organisation_id, id),
	check (decided_at is null or (outcome is not null and because <> '' and appeal_by is not null))
);
comment on table funding.decision is 'SHARED: whether an application can be considered, and what is decided; the applicant reads it once it is decided';
comment on column funding.decision.granted is 'whole kroner by budget year: proposed until it is decided';
comment on column funding.decision.conditional is 'what is granted for people in education follows how many begin';
create index on funding.decision (organisation_id, call_id);

create table funding.appeal (
	organisation_id uuid not null references organisation.organisation,
	application_id uuid not null,
	giver_id uuid not null,
	written text not null check (length(written) between 1 and 8000),
	sent_at timestamptz not null,
	sent_by text not null default '' check (length(sent_by) <= 200),
	outcome text check (outcome in ('upheld', 'granted')),
	because text check (length(because) between 1 and 4000),
	answered_at timestamptz,
	answered_by text check (length(answered_by) <= 200),
	primary key (organisation_id, application_id),
	foreign key (organisation_id, application_id) references funding.application,
	check ((outcome is null) = (answered_at is null) and (outcome is null) = (because is null))
);
comment on table funding.appeal is 'SHARED: an appeal of the applicant against a decision, and what came of it';
create index on funding.appeal (giver_id);

create table funding.recommendation (
	organisation_id uuid not null references organisation.organisation,
	call_id uuid not null,
	recipient_id uuid not null references organisation.organisation,
	message text not null default '' check (length(message) <= 1000),
	sent_at timestamptz not null,
	sent_by text not null default '' check (length(sent_by) <= 200),
	primary key (organisation_id, call_id, recipient_id)
);
comment on table funding.recommendation is 'SHARED: whoever makes a call encouraged somebody to apply; so that it is known, and not said twice';

alter table funding.assessment enable row level security;
alter table funding.assessment_note enable row level security;
alter table funding.decision enable row level security;
alter table funding.appeal enable row level security;
alter table funding.recommendation enable row level security;

do $$
declare
	table_name text;
	own constant text := '(organisation_id = (select house.organisation()) and (select house.actor_kind()) = ''person'') or (select house.is_system())';
begin
	foreach table_name in array array['decision', 'appeal', 'recommendation'] loop
		execute format('create policy own on funding.%I using (%s) with check (%s)', table_name, own, own);
	end loop;
end $$;
-- One reads what colleagues give, and writes one's own alone.
create policy read on funding.assessment for select using (person_id = (select house.person()) or
	(organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy write on funding.assessment using ((select house.is_system())
	or (organisation_id = (select house.organisation()) and person_id = (select house.person()) and (select house.actor_kind()) = 'person'));
create policy read on funding.assessment_note for select using (person_id = (select house.person()));
create policy write on funding.assessment_note using ((select house.is_system())
	or (organisation_id = (select house.organisation()) and person_id = (select house.person()) and (select house.actor_kind()) = 'person'));
create policy applicant on funding.decision for select using (
	decided_at is not null and funding.is_party(applicant_id, application_id));
create policy giver on funding.appeal for select using (giver_id = (select house.organisation()) and (select house.actor_kind()) = 'person');
create policy answer on funding.appeal for update using (giver_id = (select house.organisation()) and (select house.actor_kind()) = 'person')
	with check (giver_id = (select house.organisation()));
create policy recipient on funding.recommendation for select using (
	recipient_id = (select house.organisation()) and (select house.actor_kind()) = 'person');

grant select, insert, update, delete on funding.assessment, funding.assessment_note to laeringsarena_program;
grant select, insert, update on funding.decision, funding.appeal, funding.recommendation to laeringsarena_program;
