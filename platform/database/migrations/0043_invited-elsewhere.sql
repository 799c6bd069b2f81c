-- Whoever hands over for somebody who leaves is told of the hearings elsewhere that person was asked to speak for the
-- organisation in: only those who hold the hearing can ask another. No more is shown than the invitation said.
create function meeting.invited_elsewhere(person_ids uuid[], emails text[], on_day date)
returns table (id uuid, title text, holder_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
	select i.id, h.title, h.organisation_id
	from meeting.hearing_invitee i
	join meeting.hearing h on h.organisation_id = i.organisation_id and h.id = i.hearing_id
	where i.party_id = house.organisation() and i.organisation_id <> i.party_id
		and h.state = 'open' and h.last_day >= on_day and i.invited_at is not null and i.no_remarks_at is null
		and (i.person_id = any(person_ids) or lower(i.email) = any(emails))
		and not exists (select from meeting.hearing_input n
			where n.organisation_id = i.organisation_id and n.hearing_id = i.hearing_id and n.invitee_id = i.id)
	order by h.last_day, i.id
$$;
revoke all on function meeting.invited_elsewhere from public;
grant execute on function meeting.invited_elsewhere to laeringsarena_program;
