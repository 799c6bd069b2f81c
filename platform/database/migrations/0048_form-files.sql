-- Files that were sent as answers to a form, and whom a form was sent to by link.

create table form.file (
	organisation_id uuid not null,
	answer_id uuid not null,
	id uuid not null,
	name text not null check (length(name) between 1 and 200),
	media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		'application/vnd.openxmlformats-officedocument.presentationml.presentation')),
	content bytea not null check (length(content) between 1 and 10000000),
	added_at timestamptz not null,
	primary key (organisation_id, answer_id, id),
	foreign key (organisation_id, answer_id) references form.answer on delete cascade
);
comment on table form.file is 'SHARED: a file in answers to a form; read by whoever reads the answers, and changed only while they are a draft';
alter table form.file alter column content set storage external;

alter table form.file enable row level security;
create policy read on form.file for select using (exists (
	select from form.answer a where a.organisation_id = file.organisation_id and a.id = file.answer_id));
create policy add on form.file for insert with check (exists (
	select from form.answer a where a.organisation_id = file.organisation_id and a.id = file.answer_id and a.state = 'draft'));
create policy remove on form.file for delete using (exists (
	select from form.answer a where a.organisation_id = file.organisation_id and a.id = file.answer_id and a.state = 'draft'));
grant select, insert, delete on form.file to laeringsarena_program;

-- Which answers an organisation has asked for by link: who keeps the form may know that they were asked for, and not what
-- a draft says.
create function form.asked_by_link(of_form uuid) returns table (id uuid, submitted boolean)
language sql stable security definer set search_path = pg_catalog as $$
	select a.id, a.state = 'submitted' from form.answer a
	where a.form_id = of_form and a.asker_id = house.organisation() and a.by_link and house.actor_kind() = 'person'
$$;
revoke all on function form.asked_by_link from public;
grant execute on function form.asked_by_link to laeringsarena_program;
