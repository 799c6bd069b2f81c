-- What became of an award, in the words of who received it: beside the numbers of its reports.

create table funding.award_comment (
	organisation_id uuid not null,
	award_id uuid not null,
	comment text not null check (length(comment) between 1 and 2000),
	at timestamptz not null,
	by text not null default '' check (length(by) <= 200),
	primary key (organisation_id, award_id),
	foreign key (organisation_id, award_id) references funding.award
);
comment on table funding.award_comment is 'SHARED: what who received an award says of what became of it; read by who gave it, where they look at what was carried through';

alter table funding.award_comment enable row level security;
create policy own on funding.award_comment using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy giver on funding.award_comment for select using (funding.gives(organisation_id, award_id));
grant select, insert, update, delete on funding.award_comment to laeringsarena_program;
