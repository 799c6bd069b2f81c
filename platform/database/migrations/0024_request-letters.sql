-- How a host was told of an order, where to and when: shown to whoever ordered, and the address is offered the next time.
create table placement.request_letter (
	organisation_id uuid not null,
	request_id uuid not null,
	id uuid not null,
	host_id uuid not null references organisation.organisation,
	kind text not null check (kind in ('sent', 'reminded')),
	way text not null check (way in ('told', 'mailed', 'link')),
	recipient text check (length(recipient) <= 320),
	at timestamptz not null,
	by_name text check (length(by_name) <= 200),
	primary key (organisation_id, request_id, id),
	foreign key (organisation_id, request_id) references placement.request on delete cascade
);
comment on table placement.request_letter is 'OWNED: each time a host was told or reminded of an order, and the address it went to';
comment on column placement.request_letter.way is 'told: coordinators with an account; mailed: by e-mail with a link; link: a link was made for somebody to send';
comment on column placement.request_letter.by_name is 'who sent it; null where the program reminded by itself';
create index on placement.request_letter (organisation_id, host_id, at) where recipient is not null;

alter table placement.request_letter enable row level security;
create policy read on placement.request_letter for select
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy add on placement.request_letter for insert
	with check (organisation_id = (select house.organisation()) or (select house.is_system()));
create policy remove on placement.request_letter for delete
	using (organisation_id = (select house.organisation()) or (select house.is_system()));
grant select, insert, update, delete on placement.request_letter to laeringsarena_program;

-- Orders that wait for an answer are gone through every morning.
create index on placement.request (answer_by) where state = 'sent';
