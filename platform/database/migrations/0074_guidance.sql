-- Guidance: a municipality asks who gives grants for advice, walled from those who supervise it until it opens it itself.
--
-- The wall is by person: whoever the giver has named as a guide, and who does not supervise, reads what is asked. Everybody else
-- there, those who manage it too, reads it only while the municipality keeps it open.

create table funding.guide (
	organisation_id uuid not null references organisation.organisation,
	person_id uuid not null references identity.person on delete cascade,
	person_name text not null check (length(person_name) <= 200),
	supervises boolean not null,
	named_at timestamptz not null,
	named_by text not null default '' check (length(named_by) <= 200),
	primary key (organisation_id, person_id)
);
comment on table funding.guide is 'OWNED: who gives guidance on behalf of an organisation that gives grants; read by those who may ask them';
comment on column funding.guide.supervises is 'supervises municipalities too: reads only what a municipality has opened';

create table funding.guidance (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	giver_id uuid not null references organisation.organisation,
	subject text not null check (length(subject) between 1 and 160),
	open boolean not null default false,
	asked_at timestamptz not null,
	primary key (organisation_id, id),
	check (giver_id <> organisation_id)
);
comment on table funding.guidance is 'SHARED: guidance an organisation has asked for; read by it, by the guides of whom it asked, and by all there while it is open';
create index on funding.guidance (giver_id);

create table funding.guidance_step (
	organisation_id uuid not null,
	guidance_id uuid not null,
	id uuid not null,
	kind text not null check (kind in ('asked', 'advised', 'opened', 'walled')),
	body text not null default '' check (length(body) <= 4000),
	rests_on text not null default '' check (length(rests_on) <= 1000),
	at timestamptz not null,
	by text not null default '' check (length(by) <= 200),
	primary key (organisation_id, guidance_id, id),
	foreign key (organisation_id, guidance_id) references funding.guidance,
	check ((kind in ('asked', 'advised')) = (body <> '')),
	check ((kind = 'advised') = (rests_on <> ''))
);
comment on table funding.guidance_step is 'SHARED: what was asked and advised, and when it was opened and walled again; never changed';
comment on column funding.guidance_step.rests_on is 'what an advice rests on: the regulation, the call, a decision, or only experience';

create trigger keep_step before update or delete on funding.guidance_step for each row execute function funding.keep_entry();

-- How many wait where nobody can read them yet: the organisation asked has named no guide who does not supervise. Counts alone.
create function funding.unguided() returns integer
language sql stable security definer set search_path = pg_catalog as $$
	select count(*)::integer from funding.guidance g
	where house.actor_kind() = 'person' and g.giver_id = house.organisation() and not g.open
		and not exists (select from funding.guide where guide.organisation_id = g.giver_id and not guide.supervises)
$$;
revoke all on function funding.unguided from public;
grant execute on function funding.unguided to laeringsarena_program;

alter table funding.guide enable row level security;
alter table funding.guidance enable row level security;
alter table funding.guidance_step enable row level security;
create policy own on funding.guide using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy asking on funding.guide for select using ((select house.is_known()));
create policy own on funding.guidance using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy guide on funding.guidance for select using (giver_id = (select house.organisation()) and (select house.actor_kind()) = 'person'
	and (open or exists (select from funding.guide g where g.organisation_id = (select house.organisation())
		and g.person_id = (select house.person()) and not g.supervises)));
create policy own on funding.guidance_step using (((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person')
	or (select house.is_system()))) with check ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person' and kind <> 'advised')
	or (select house.is_system()));
create policy guide on funding.guidance_step for select using (exists (select from funding.guidance g
	where g.organisation_id = guidance_step.organisation_id and g.id = guidance_step.guidance_id));
create policy advise on funding.guidance_step for insert with check (kind = 'advised' and exists (select from funding.guidance g
	where g.organisation_id = guidance_step.organisation_id and g.id = guidance_step.guidance_id and g.giver_id = (select house.organisation())));
grant select, insert, update, delete on funding.guide to laeringsarena_program;
grant select, insert, update on funding.guidance to laeringsarena_program;
grant select, insert on funding.guidance_step to laeringsarena_program;
