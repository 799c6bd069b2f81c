-- The days of an award as they have been: a day that is moved is written down with what it was, and only ever gives more time.

create table funding.award_dates (
	organisation_id uuid not null,
	award_id uuid not null,
	number integer not null check (number > 1),
	spend_by date not null,
	report_by date not null check (report_by >= spend_by),
	spend_before date not null,
	report_before date not null,
	because text not null check (length(because) between 1 and 1000),
	at timestamptz not null,
	by text not null default '' check (length(by) <= 200),
	primary key (organisation_id, award_id, number),
	foreign key (organisation_id, award_id) references funding.award,
	check (spend_by >= spend_before and report_by >= report_before)
);
comment on table funding.award_dates is 'SHARED: the days of an award moved, the second version and those after it; never earlier than they were, and never changed';
comment on column funding.award_dates.spend_before is 'what it was moved from, as report_before';

create trigger keep_dates before update or delete on funding.award_dates for each row execute function funding.keep_entry();
alter table funding.award_dates enable row level security;
create policy own on funding.award_dates using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy giver on funding.award_dates using (funding.gives(organisation_id, award_id)) with check (funding.gives(organisation_id, award_id));
grant select, insert on funding.award_dates to laeringsarena_program;
