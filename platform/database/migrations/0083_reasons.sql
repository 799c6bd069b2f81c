-- Why somebody has a place is worked out beforehand where rules cross, because it takes seconds each: kept so that it is
-- there when it is asked for, and still when the program has been started anew.
create table placement.reasons (
	organisation_id uuid not null,
	run_id uuid not null,
	claim_id uuid not null,
	-- The offer the claim had: where it has another, or none, this no longer tells why.
	offer_id uuid not null,
	-- Wish by wish, as the run answers: sites by name, students by nothing.
	told jsonb not null,
	made_at timestamptz not null,
	primary key (organisation_id, run_id, claim_id),
	foreign key (organisation_id, run_id) references placement.run
);
comment on table placement.reasons is 'OWNED: why a claim has the place a run gave it, worked out beforehand; nobody else is named in it';
alter table placement.reasons enable row level security;
create policy owner on placement.reasons
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
grant select, insert, update on placement.reasons to laeringsarena_program;
