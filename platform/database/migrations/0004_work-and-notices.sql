-- Workers that say they are alive, jobs that belong to the person who asked, and an outbox that knows who is sending.

create table job.worker (
	id uuid primary key,
	started_at timestamptz not null default now(),
	heartbeat_at timestamptz not null default now()
);
comment on table job.worker is 'SYSTEM: a process that takes jobs; a row that falls silent is removed, and what it held is taken over';
alter table job.worker enable row level security;
create policy system on job.worker using ((select house.is_system()));

-- A running job is as alive as its worker: one heartbeat for the process, not one for each job.
drop index job.job_state_heartbeat_at_idx;
alter table job.job
	drop column heartbeat_at,
	drop column worker,
	add column worker_id uuid,
	add column next_attempt_at timestamptz;
comment on column job.job.attempt is 'counts every time the job was taken; what an earlier attempt tries to write is refused';
create index on job.job (created_at) where finished_at is null;
-- A job under way changes no indexed column and finds room on its page, so that changing it touches no index.
alter table job.job set (fillfactor = 70);
create index on job.job (person_id, created_at desc);
-- Pages know a job by its id alone; read through an index, serializable commands on different jobs leave each other be.
create index on job.job (id);

-- A person keeps seeing their own jobs after choosing to represent another organisation.
drop policy owner on job.job;
create policy owner on job.job
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()))
	with check (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));

------------------------------------------------------------------------------------------------------------------------
alter table notice.notice add column frequency text check (frequency in ('now', 'daily', 'never'));
comment on column notice.notice.frequency is 'what the person had chosen when the notice went out; null until then';
drop index notice.notice_person_id_idx;
create index on notice.notice (person_id) where read_at is null;
create index on notice.notice (created_at) where frequency is null;
create index on notice.notice (created_at) where frequency = 'daily' and mailed_by is null and read_at is null;

alter table notice.mail
	add column person_id uuid references identity.person on delete set null,
	add column language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
	add column worker_id uuid,
	drop constraint mail_state_check,
	add constraint mail_state_check
		check (state in ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'held', 'dropped'));
comment on column notice.mail.person_id is 'set when the recipient has an account, and so can choose what to be mailed';
comment on column notice.mail.worker_id is 'the worker that is sending, or was when it was last heard of';
create index on notice.mail (created_at desc) where state in ('failed', 'uncertain', 'held');
create index on notice.mail (person_id) where person_id is not null;

-- Who runs the installation sees what could not be sent, and decides what becomes of it.
create policy operate on notice.mail
	using ((select house.actor_kind()) = 'person' and (select house.organisation()) = '01900000-0000-7000-8000-000000000001');

create index on notice.reminder (object_kind, object_id) where noticed_at is null and cancelled_at is null;

-- What a reminder is about may be settled by anyone who was asked, also someone who cannot see the reminder itself.
create function notice.settle_reminders(settled_kind text, settled_id uuid, moment timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
	settled integer;
begin
	if not house.is_known() then
		return 0;
	end if;
	update notice.reminder set cancelled_at = moment
		where object_kind = settled_kind and object_id = settled_id and noticed_at is null and cancelled_at is null;
	get diagnostics settled = row_count;
	return settled;
end $$;
revoke all on function notice.settle_reminders from public;
grant execute on function notice.settle_reminders to laeringsarena_program;

create table notice.calendar (
	person_id uuid primary key references identity.person on delete cascade,
	token_hash bytea not null unique,
	created_at timestamptz not null
);
comment on table notice.calendar is 'PERSONAL: the secret address of a person''s calendar feed; only its hash is kept';
alter table notice.calendar enable row level security;
create policy own on notice.calendar using (person_id = (select house.person()) or (select house.is_system()));

grant select, insert, update, delete on job.worker, notice.calendar to laeringsarena_program;

-- Jobs and calendar feeds act for people who are not there, with the roles they hold today; asked as the system, under
-- the same policies as everything else.
grant execute on function identity.find_roles to laeringsarena_program;
