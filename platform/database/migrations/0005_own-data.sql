-- A person may see the mail that was sent to them, so that it leaves with everything else that is held about them.
create policy own on notice.mail for select using (person_id = (select house.person()));
