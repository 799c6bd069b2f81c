-- Whoever runs a round reads what happened to every placement in it, to guests' students too: it plans again after a cancellation.
drop policy read on placement.event;
create policy read on placement.event for select
	using (organisation_id = (select house.organisation()) or host_id = (select house.organisation())
		or person_id = (select house.person()) or (select house.is_system())
		or exists (select from placement.placement p where p.organisation_id = event.organisation_id
			and p.id = event.placement_id and p.round_owner_id = (select house.organisation())));
