-- Hearings: an object or a text goes to invited roles with what is asked and a last day; every input is answered before
-- the hearing is closed.
--
-- organisation_id is who holds the hearing: its people read every row, and rules narrow it to those who keep it. Whoever is
-- invited and has an account reads what is theirs whomever they act for (people). Invited people write nothing here
-- themselves: they act by link, or the program takes it down in the holder's name.

create table meeting.hearing (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	title text not null check (length(title) between 1 and 200),
	body text not null default '' check (length(body) <= 8000),
	question text not null check (length(question) between 1 and 2000),
	object_kind text check (length(object_kind) <= 60),
	object_id uuid,
	phase text not null check (phase in ('idea', 'plan', 'decision', 'implementation', 'evaluation')),
	last_day date not null,
	shows_all boolean not null default false,
	state text not null default 'draft' check (state in ('draft', 'open', 'answered', 'withdrawn')),
	language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
	opened_on date,
	settled_on date,
	conclusion text not null default '' check (length(conclusion) <= 4000),
	withdrawn_because text check (length(withdrawn_because) <= 1000),
	created_at timestamptz not null,
	search_name text not null,
	people uuid[] not null default '{}',
	version integer not null default 1,
	primary key (organisation_id, id),
	check ((object_kind is null) = (object_id is null)),
	check ((state = 'draft') or opened_on is not null or state = 'withdrawn'),
	check ((state = 'withdrawn') = (withdrawn_because is not null))
);
comment on table meeting.hearing is 'OWNED: something sent to invited roles for their input, with a last day';
comment on column meeting.hearing.phase is 'the phase what is heard is in: what makes an involvement early or late';
comment on column meeting.hearing.shows_all is 'once closed, those invited see every input with its answer; said before they were asked';
comment on column meeting.hearing.language is 'what reminders without a visitor are written in: the language of whoever opened it';
create index on meeting.hearing (organisation_id, state, last_day);
create index on meeting.hearing (object_kind, object_id) where object_id is not null;
create index on meeting.hearing using gin (people);

create table meeting.hearing_invitee (
	organisation_id uuid not null,
	hearing_id uuid not null,
	id uuid not null,
	role text not null check (role in ('user', 'next-of-kin', 'user-council', 'user-organisation', 'union',
		'safety-representative', 'employee', 'leader', 'politician', 'partner')),
	name text not null check (length(name) between 1 and 200),
	email text check (length(email) <= 320),
	party_id uuid references organisation.organisation,
	person_id uuid references identity.person on delete set null,
	invited_at timestamptz,
	reminded_at timestamptz,
	no_remarks_at timestamptz,
	people uuid[] not null default '{}',
	primary key (organisation_id, hearing_id, id),
	foreign key (organisation_id, hearing_id) references meeting.hearing on delete cascade
);
comment on table meeting.hearing_invitee is 'OWNED: a role asked for input in a hearing, and who answers for it';
comment on column meeting.hearing_invitee.no_remarks_at is 'when they said that they have nothing to remark: that is also to be involved';
create index on meeting.hearing_invitee (person_id) where person_id is not null;
create index on meeting.hearing_invitee using gin (people);

create table meeting.hearing_input (
	organisation_id uuid not null,
	hearing_id uuid not null,
	id uuid not null,
	invitee_id uuid not null,
	body text not null check (length(body) between 1 and 8000),
	given_at timestamptz not null,
	reply text check (reply in ('taken-in', 'partly', 'not')),
	because text not null default '' check (length(because) <= 4000),
	replied_at timestamptz,
	replied_by text check (length(replied_by) <= 200),
	people uuid[] not null default '{}',
	version integer not null default 1,
	primary key (organisation_id, hearing_id, id),
	foreign key (organisation_id, hearing_id, invitee_id) references meeting.hearing_invitee on delete cascade,
	check ((reply is null) = (replied_at is null)),
	check (reply is null or because <> '')
);
comment on table meeting.hearing_input is 'OWNED: what somebody invited said in a hearing, and what they were answered';
create index on meeting.hearing_input (organisation_id, hearing_id, invitee_id);
create index on meeting.hearing_input using gin (people);

do $$
declare
	table_name text;
	holder constant text := 'organisation_id = (select house.organisation()) or (select house.is_system())';
begin
	foreach table_name in array array['hearing', 'hearing_invitee', 'hearing_input'] loop
		execute format('alter table meeting.%I enable row level security', table_name);
		execute format('create policy holder on meeting.%I using (%s) with check (%s)', table_name, holder, holder);
		execute format('create policy invited on meeting.%I for select using (people @> array[(select house.person())])', table_name);
	end loop;
end $$;

grant select, insert, update, delete on meeting.hearing, meeting.hearing_invitee, meeting.hearing_input to laeringsarena_program;
