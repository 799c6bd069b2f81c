-- Reports underway: on the days an award names before its last report, who received it tells how it goes. The numbers are
-- those that are recorded already; only a few words are written. What is sent is never changed, and gives no figures to the nation.

create table funding.interim_report (
	organisation_id uuid not null,
	award_id uuid not null,
	due_on date not null,
	told_on date,
	message text check (length(message) between 1 and 4000),
	content jsonb,
	sent_at timestamptz,
	sent_by text check (length(sent_by) <= 200),
	answer text check (length(answer) <= 2000),
	answered_at timestamptz,
	answered_by text check (length(answered_by) <= 200),
	primary key (organisation_id, award_id, due_on),
	foreign key (organisation_id, award_id) references funding.award on delete cascade,
	check ((sent_at is null) = (message is null) and (sent_at is null) = (content is null)),
	check ((answered_at is null) = (answer is null)),
	check (answered_at is null or sent_at is not null)
);
comment on table funding.interim_report is 'SHARED: a report underway of an award: the day it is due, fixed when the award is given; what was sent; and what who gave the award said of it';
comment on column funding.interim_report.told_on is 'when its writers were last reminded';
comment on column funding.interim_report.answer is 'empty where it was read without a word';

create function funding.keep_interim() returns trigger language plpgsql as $$ begin
	if new.due_on <> old.due_on or (old.sent_at is not null
		and row(new.message, new.content, new.sent_at, new.sent_by) is distinct from row(old.message, old.content, old.sent_at, old.sent_by)) then
		raise exception 'a report that is sent is not changed';
	end if;
	if old.sent_at is null and new.sent_at is not null and new.organisation_id is distinct from house.organisation() then
		raise exception 'a report is sent by who received the award';
	end if;
	if old.answered_at is not null and row(new.answer, new.answered_at, new.answered_by) is distinct from row(old.answer, old.answered_at, old.answered_by) then
		raise exception 'what was said of a report is not changed';
	end if;
	if old.answered_at is null and new.answered_at is not null and not funding.gives(new.organisation_id, new.award_id) then
		raise exception 'a report is read by who gave the award';
	end if;
	return new;
end $$;
create trigger keep_interim before update on funding.interim_report for each row execute function funding.keep_interim();

alter table funding.interim_report enable row level security;
create policy own on funding.interim_report using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy giver on funding.interim_report using ((select house.actor_kind()) = 'person' and exists (select from funding.award a
	where a.organisation_id = interim_report.organisation_id and a.id = interim_report.award_id and a.issuer_id = (select house.organisation())))
	with check (funding.gives(organisation_id, award_id));
grant select, insert, update on funding.interim_report to laeringsarena_program;
