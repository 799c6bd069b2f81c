-- What an appeal gives more is granted in the ledger by who gives the award, as it is decided.

drop policy add_given on funding.entry;
create policy add_given on funding.entry for insert with check (
	seen and kind in ('grant', 'pay', 'carry', 'purpose', 'reverse') and funding.gives(organisation_id, award_id));
