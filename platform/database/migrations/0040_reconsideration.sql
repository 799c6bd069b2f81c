-- What a student who asks for reconsideration is answered, and why.
alter table placement.placement
	add column reconsidered text check (reconsidered in ('granted', 'refused')),
	add column reconsidered_reason text check (length(reconsidered_reason) <= 2000),
	add column reconsidered_at timestamptz,
	add column reconsidered_by text check (length(reconsidered_by) <= 200),
	add check ((reconsidered is null) = (reconsidered_at is null)),
	add check (reconsidered is null or student_answer = 'reconsider');
comment on column placement.placement.reconsidered is 'granted: the student is to have another place, and keeps this one until that is published';
create index on placement.placement (organisation_id) where student_answer = 'reconsider';
create index on placement.placement (round_owner_id, round_id) where reconsidered = 'granted';

-- When nobody may know any longer who a student was, what the student wrote goes too.
grant update (by_name, reason) on placement.event to laeringsarena_program;
create policy forget on placement.event for update using ((select house.is_system()));
