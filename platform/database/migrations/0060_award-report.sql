-- Reports on awards: filled in from what was applied for, awarded and recorded, sent to who gave the award, and accepted.
--
-- What is typed stands with who writes the report until it is sent. What is sent is written down whole as it was, and never
-- changed: a report that comes back is sent anew. An accepted report gives figures to the nation.

create table funding.report (
	organisation_id uuid not null,
	award_id uuid not null,
	answers jsonb not null default '{}',
	told_on date,
	version integer not null default 1,
	primary key (organisation_id, award_id),
	foreign key (organisation_id, award_id) references funding.award
);
comment on table funding.report is 'OWNED: what is typed in the report of an award while it is written, and when its writers were last reminded';

create table funding.report_step (
	organisation_id uuid not null,
	award_id uuid not null,
	id uuid not null,
	kind text not null check (kind in ('sent', 'returned', 'accepted')),
	message text not null default '' check (length(message) <= 2000),
	reference text not null default '' check (length(reference) <= 100),
	content jsonb,
	at timestamptz not null,
	by text not null default '' check (length(by) <= 200),
	primary key (organisation_id, award_id, id),
	foreign key (organisation_id, award_id) references funding.award,
	check ((kind = 'sent') = (content is not null))
);
comment on table funding.report_step is 'SHARED: a report sent, returned with a question or accepted; what was sent is never changed';

create table funding.reported (
	organisation_id uuid not null,
	award_id uuid not null,
	scheme text not null check (length(scheme) <= 200),
	category text not null check (length(category) <= 160),
	budget_year integer not null,
	county text not null default '' check (length(county) <= 2),
	granted bigint not null,
	spent bigint not null,
	returned bigint not null,
	lost bigint not null,
	own_spent bigint not null,
	begun integer not null,
	completed integer not null,
	dropped integer not null,
	primary key (organisation_id, award_id, category, budget_year),
	foreign key (organisation_id, award_id) references funding.award
);
comment on table funding.reported is 'SHARED: what an accepted report says, by category and budget year: what national figures are added up from';

create trigger keep_step before update or delete on funding.report_step for each row execute function funding.keep_entry();

-- National figures: sums of accepted reports of every organisation, without who they are.
create function funding.national_figures()
returns table (scheme text, budget_year integer, category text, county text, recipients integer, granted bigint, spent bigint,
	returned bigint, lost bigint, own_spent bigint, begun integer, completed integer, dropped integer)
language sql stable security definer set search_path = pg_catalog as $$
	select r.scheme, r.budget_year, r.category, r.county, count(distinct r.organisation_id)::integer, sum(r.granted)::bigint,
		sum(r.spent)::bigint, sum(r.returned)::bigint, sum(r.lost)::bigint, sum(r.own_spent)::bigint, sum(r.begun)::integer,
		sum(r.completed)::integer, sum(r.dropped)::integer
	from funding.reported r where house.is_known() group by 1, 2, 3, 4
$$;
revoke all on function funding.national_figures from public;
grant execute on function funding.national_figures to laeringsarena_program;

alter table funding.report enable row level security;
alter table funding.report_step enable row level security;
alter table funding.reported enable row level security;
create policy own on funding.report using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on funding.report_step using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy giver on funding.report_step for select using (funding.gives(organisation_id, award_id));
create policy add_given on funding.report_step for insert with check (kind <> 'sent' and funding.gives(organisation_id, award_id));
create policy own on funding.reported using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy giver on funding.reported using (funding.gives(organisation_id, award_id));
grant select, insert, update on funding.report to laeringsarena_program;
grant select, insert on funding.report_step to laeringsarena_program;
grant select, insert, update on funding.reported to laeringsarena_program;
