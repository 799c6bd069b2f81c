-- Lists of what was sent and given ask a policy about every row, and a function was asked first of each. What is cheap is now asked
-- first, and whether an award is given by the actor is a query that the planner may answer once for all rows. Who sees what is the same.

drop policy party on funding.sending;
drop policy giver on funding.sending;
create policy read on funding.sending for select using (
	((organisation_id = (select house.organisation()) or call_organisation_id = (select house.organisation()))
		and (select house.actor_kind()) = 'person')
	or (select house.is_system()) or funding.is_party(organisation_id, application_id));

drop policy party on funding.application;
drop policy giver on funding.application;
create policy read on funding.application for select using (
	((organisation_id = (select house.organisation()) or (sent > 0 and call_organisation_id = (select house.organisation())))
		and (select house.actor_kind()) = 'person')
	or (select house.is_system()) or (joint and funding.is_party(organisation_id, id)));

do $$
declare
	table_name text;
	gives text := '(select house.actor_kind()) = ''person'' and exists (select from funding.award a where a.organisation_id = %1$I.organisation_id and a.id = %1$I.award_id and a.issuer_id = (select house.organisation()))';
begin
	foreach table_name in array array['award_ask', 'award_comment', 'award_dates', 'award_document', 'award_line', 'report_step', 'reported'] loop
		execute format('alter policy giver on funding.%1$I using (' || gives || ')', table_name);
	end loop;
	execute format('alter policy read_given on funding.entry using (seen and ' || gives || ')', 'entry');
	execute format('alter policy read_given on funding.posting using (' || gives || ' and exists (select from funding.entry e where e.organisation_id = posting.organisation_id and e.award_id = posting.award_id and e.id = posting.entry_id))', 'posting');
end $$;
