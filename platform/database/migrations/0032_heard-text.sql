-- What an object said on the day a hearing about it was sent, for those invited who cannot open the object itself. Written
-- down once, so that what is answered is what was asked about, and so that nobody invited needs a way into the object.

create table meeting.hearing_text (
	organisation_id uuid not null,
	hearing_id uuid not null,
	language text not null check (language in ('nb', 'nn', 'en')),
	body jsonb not null,
	taken_at timestamptz not null,
	primary key (organisation_id, hearing_id, language),
	foreign key (organisation_id, hearing_id) references meeting.hearing on delete cascade
);
comment on table meeting.hearing_text is 'OWNED: what the object of a hearing said when the hearing was sent, as sections of text; never changed';

alter table meeting.hearing_text enable row level security;
create policy holder on meeting.hearing_text
	using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) <> 'link') or (select house.is_system()))
	with check ((organisation_id = (select house.organisation()) and (select house.actor_kind()) <> 'link') or (select house.is_system()));
create policy invited on meeting.hearing_text for select using (exists (
	select from meeting.hearing_invitee i
	where i.organisation_id = hearing_text.organisation_id and i.hearing_id = hearing_text.hearing_id and i.invited_at is not null
		and ((select house.actor_kind()) = 'link' and i.id = (select house.linked_object())
			or i.person_id = (select house.person()))));

grant select, insert, delete on meeting.hearing_text to laeringsarena_program;
