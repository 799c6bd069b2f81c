-- Runs that somebody had the separate checker go through again, with what it said.
create table placement.check_made (
	organisation_id uuid not null,
	run_id uuid not null,
	id uuid not null,
	asked_by_name text not null check (length(asked_by_name) <= 200),
	checked_at timestamptz not null,
	-- What the checker found wrong with facts, plan or proof; empty: nothing.
	flaws jsonb not null,
	-- Whether there was a proof to check, beside the plan.
	with_proof boolean not null,
	milliseconds integer not null check (milliseconds >= 0),
	primary key (organisation_id, run_id, id),
	foreign key (organisation_id, run_id) references placement.run
);
comment on table placement.check_made is 'OWNED: each time somebody had a stored run checked again by the separate checker, and what it said';
alter table placement.check_made enable row level security;
create policy owner on placement.check_made
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
grant select, insert on placement.check_made to laeringsarena_program;
