-- What students say of a placement that is over: asked once, shown to those who wish and to sites once three have answered.
create table placement.evaluation (
	organisation_id uuid not null,
	placement_id uuid not null,
	host_id uuid not null,
	site_organisation_id uuid not null,
	site_id uuid not null,
	person_id uuid,
	last_day date not null,
	asked_at timestamptz not null,
	reminded_at timestamptz,
	answered_at timestamptz,
	outcomes integer check (outcomes between 1 and 4),
	supervision integer check (supervision between 1 and 4),
	welcome integer check (welcome between 1 and 4),
	recommend boolean,
	remark text check (length(remark) <= 2000),
	version integer not null default 1,
	primary key (organisation_id, placement_id),
	foreign key (organisation_id, placement_id) references placement.placement,
	check (answered_at is not null or (outcomes is null and supervision is null and welcome is null and recommend is null and remark is null)),
	check (answered_at is null or (outcomes is not null and supervision is not null and welcome is not null and recommend is not null))
);
comment on table placement.evaluation is 'OWNED: what a student was asked of a placement that is over, and answered; others read it by site, from three answers on';
comment on column placement.evaluation.outcomes is 'could reach the learning outcomes there: 1 disagree, 4 agree; supervision and welcome likewise';
create index on placement.evaluation (site_id);
create index on placement.evaluation (person_id) where person_id is not null;

alter table placement.evaluation enable row level security;
create policy read on placement.evaluation for select
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy add on placement.evaluation for insert with check ((select house.is_system()));
create policy change on placement.evaluation for update
	using (organisation_id = (select house.organisation()) or person_id = (select house.person()) or (select house.is_system()));
create policy remove on placement.evaluation for delete using ((select house.is_system()));
grant select, insert, update, delete on placement.evaluation to laeringsarena_program;

-- What has been said of sites: how many were asked; the rest only where three or more have answered.
create function placement.evaluations_of(sites uuid[])
returns table (site_id uuid, asked integer, answered integer, first_year integer, last_year integer,
	outcomes integer, supervision integer, welcome integer, recommend integer)
language sql stable security definer set search_path = pg_catalog as $$
	select c.site_id, c.asked, s.answered, s.first_year, s.last_year, s.outcomes, s.supervision, s.welcome, s.recommend
	from (
		select e.site_id, count(*)::int asked, count(e.answered_at)::int answered,
			min(extract(year from e.last_day))::int first_year, max(extract(year from e.last_day))::int last_year,
			count(*) filter (where e.outcomes >= 3)::int outcomes, count(*) filter (where e.supervision >= 3)::int supervision,
			count(*) filter (where e.welcome >= 3)::int welcome, count(*) filter (where e.recommend)::int recommend
		from placement.evaluation e where e.site_id = any(sites) and house.is_known() group by e.site_id
	) c
	left join lateral (select c.answered, c.first_year, c.last_year, c.outcomes, c.supervision, c.welcome, c.recommend
		where c.answered >= 3) s on true
$$;
revoke all on function placement.evaluations_of from public;
grant execute on function placement.evaluations_of to laeringsarena_program;

-- What students have written of a site, without who and when: the host reads all of it, an institution its own students'.
create function placement.remarks_of(site uuid) returns table (year integer, remark text)
language sql stable security definer set search_path = pg_catalog as $$
	select extract(year from e.last_day)::int, e.remark from placement.evaluation e
	where e.site_id = site and e.remark is not null
		and (e.host_id = (select house.organisation()) or e.organisation_id = (select house.organisation()))
		and (select count(o.answered_at) from placement.evaluation o where o.site_id = site
			and (o.host_id = (select house.organisation()) or o.organisation_id = (select house.organisation()))) >= 3
	order by 1 desc, md5(e.remark)
$$;
revoke all on function placement.remarks_of from public;
grant execute on function placement.remarks_of to laeringsarena_program;
