-- Students see what is held about them, wherever they act from, and write their wishes also from a link.

-- What a link leads to, for policies that let its holder see one thing: set for links alone.
create function house.linked_object() returns uuid language sql stable parallel safe
	as $$ select nullif(current_setting('laeringsarena.object', true), '')::uuid $$;

-- A student may write what they need; until a coordinator has decided, nobody has.
alter table placement.adaptation
	alter column decided_on drop not null,
	alter column decided_by drop not null,
	add column stated_by text not null default 'coordinator' check (stated_by in ('student', 'coordinator')),
	add column stated_on date not null default current_date,
	add check (stated_by = 'student' or decided_on is not null);
alter table placement.adaptation alter column stated_on drop default;
create unique index on placement.adaptation (organisation_id, student_id) where stated_by = 'student' and decided_on is null;

-- The students a person is, and the rounds those are in, without asking the policies of the tables themselves.
create function placement.own_students() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select id from placement.student where person_id = house.person()
$$;
create function placement.own_rounds() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select round_id from placement.claim where person_id = house.person() and round_id is not null
$$;
create function placement.own_periods() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select period_id from placement.claim where person_id = house.person()
$$;
create function placement.own_courses() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select p.course_id from placement.claim c
	join placement.period p on p.organisation_id = c.organisation_id and p.id = c.period_id
	where c.person_id = house.person()
$$;
-- The student a link was made for.
create function placement.linked_student() returns uuid
language sql stable security definer set search_path = pg_catalog as $$
	select id from placement.student
	where house.actor_kind() = 'link' and organisation_id = house.organisation() and id = house.linked_object()
$$;
revoke all on function placement.own_students, placement.own_rounds, placement.own_periods, placement.own_courses, placement.linked_student
	from public;
grant execute on function placement.own_students, placement.own_rounds, placement.own_periods, placement.own_courses, placement.linked_student
	to laeringsarena_program;

create policy own on placement.student_rule for select using (student_id in (select placement.own_students()));
create policy own on placement.requirement_met for select using (student_id in (select placement.own_students()));
create policy own on placement.period for select using (id in (select placement.own_periods()));
create policy own on placement.course for select using (id in (select placement.own_courses()));
create policy own on placement.round for select using (id in (select placement.own_rounds()));
create policy own on placement.round_party for select using (round_id in (select placement.own_rounds()));

-- Why: the coordinators of the keeper, and the student; through a link only what the student wrote there themselves.
drop policy read on placement.adaptation;
create policy read on placement.adaptation for select
	using ((organisation_id = (select house.organisation()) and (select placement.is_coordinator()))
		or person_id = (select house.person())
		or (stated_by = 'student' and student_id = (select placement.linked_student())));
create policy ask on placement.adaptation for insert
	with check (stated_by = 'student' and decided_on is null
		and (student_id in (select placement.own_students()) or student_id = (select placement.linked_student())));
create policy ask_again on placement.adaptation for update
	using (stated_by = 'student' and decided_on is null
		and (student_id in (select placement.own_students()) or student_id = (select placement.linked_student())))
	with check (stated_by = 'student' and decided_on is null
		and (student_id in (select placement.own_students()) or student_id = (select placement.linked_student())));
create policy take_back on placement.adaptation for delete
	using (stated_by = 'student' and decided_on is null
		and (student_id in (select placement.own_students()) or student_id = (select placement.linked_student())));

-- Deletes what nobody needs to know any longer. The program can delete it and never read it, not even to find it.
create function placement.forget_adaptations(over_before date, left_before date) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
	gone integer;
begin
	if not house.is_system() then
		raise exception 'only the program itself forgets';
	end if;
	delete from placement.adaptation a using placement.student s
	where s.organisation_id = a.organisation_id and s.id = a.student_id
		and (a.last_day < over_before or s.left_on < left_before);
	get diagnostics gone = row_count;
	return gone;
end $$;
revoke all on function placement.forget_adaptations from public;
grant execute on function placement.forget_adaptations to laeringsarena_program;

------------------------------------------------------------------------------------------------------------------------
-- Whose a row is, and which round owner reads it, follows from the student and the claim it hangs on.
create function placement.follow_student() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
	update placement.claim set person_id = new.person_id where organisation_id = new.organisation_id and student_id = new.id;
	update placement.adaptation set person_id = new.person_id where organisation_id = new.organisation_id and student_id = new.id;
	update placement.placement set person_id = new.person_id where organisation_id = new.organisation_id and student_id = new.id;
	update placement.event e set person_id = new.person_id from placement.placement p
	where p.organisation_id = new.organisation_id and p.student_id = new.id
		and e.organisation_id = p.organisation_id and e.placement_id = p.id;
	return null;
end $$;
create trigger follow_student after update of person_id on placement.student
	for each row when (new.person_id is distinct from old.person_id) execute function placement.follow_student();

create function placement.follow_claim() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
	update placement.wish set person_id = new.person_id, round_owner_id = new.round_owner_id
	where organisation_id = new.organisation_id and claim_id = new.id;
	return null;
end $$;
create trigger follow_claim after update of person_id, round_owner_id on placement.claim
	for each row when (new.person_id is distinct from old.person_id or new.round_owner_id is distinct from old.round_owner_id)
	execute function placement.follow_claim();

------------------------------------------------------------------------------------------------------------------------
-- Spreadsheets of courses and students on their way in: kept while their preview is looked at.
create table placement.import (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	person_id uuid references identity.person on delete set null,
	kind text not null check (kind in ('courses', 'students')),
	state text not null default 'reading' check (state in ('reading', 'previewed', 'done')),
	file_name text not null check (length(file_name) between 1 and 255),
	sheet text check (length(sheet) <= 100),
	content bytea check (length(content) <= 20000000),
	preview jsonb,
	created_at timestamptz not null,
	finished_at timestamptz,
	primary key (organisation_id, id),
	check ((state = 'done') = (content is null))
);
comment on table placement.import is 'OWNED: a spreadsheet of courses or students, and what taking it in would do; its content goes when it is done, all of it after a day';
create index on placement.import (created_at);
create index on placement.import (person_id) where person_id is not null;
alter table placement.import enable row level security;
create policy read on placement.import for select
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy add on placement.import for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy change on placement.import for update
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on placement.import for delete
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
grant select, insert, update, delete on placement.import to laeringsarena_program;
