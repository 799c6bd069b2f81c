-- What several bodies have signed is shown to others when they agree to that. One party proposes it, the others say yes or
-- no; a party that has nobody here is asked by a link and may object in time. Hiding it again is up to any of them.

create table agreement.publication_proposal (
	organisation_id uuid not null,
	agreement_id uuid not null,
	audience text not null check (audience in ('signed-in', 'everybody')),
	whole_text boolean not null,
	proposed_for uuid not null references organisation.organisation,
	proposed_by text check (length(proposed_by) <= 200),
	proposed_on date not null,
	answer_by date not null,
	agreed_ids uuid[] not null,
	asked_ids uuid[] not null,
	primary key (organisation_id, agreement_id),
	foreign key (organisation_id, agreement_id) references agreement.agreement
);
comment on table agreement.publication_proposal is 'SHARED: a party proposes to show an agreement to others; gone when it is shown, or when a party says no';
comment on column agreement.publication_proposal.agreed_ids is 'parties that have said yes';
comment on column agreement.publication_proposal.asked_ids is 'parties without an account here that were given a link: they may object until answer_by';

alter table agreement.publication_proposal enable row level security;
create policy party on agreement.publication_proposal
	using ((select house.is_system()) or exists (select from agreement.agreement a
		where a.organisation_id = publication_proposal.organisation_id and a.id = publication_proposal.agreement_id
			and a.readers @> array[(select house.organisation())]))
	with check ((select house.is_system()) or exists (select from agreement.agreement a
		where a.organisation_id = publication_proposal.organisation_id and a.id = publication_proposal.agreement_id
			and a.readers @> array[(select house.organisation())]));
grant select, insert, update, delete on agreement.publication_proposal to laeringsarena_program;

-- Whose name stands under it is between the parties: everybody sees in what capacity it was signed.
update agreement.publication set signatures = (
	select coalesce(jsonb_agg(one - 'signedBy'), '[]'::jsonb) from jsonb_array_elements(signatures) one);
alter table agreement.publication drop column with_names;
comment on column agreement.publication.signatures is 'for each party its name, the capacity it was signed in and the day';

-- An agreement on how personal data is handled says how it is protected, and is for its parties.
delete from agreement.publication where kind = 'data-processing';
do $$
declare
	table_name text;
begin
	foreach table_name in array array['party', 'theme', 'commitment', 'provision'] loop
		execute format('update agreement.%I t set published = false from agreement.agreement a
			where t.published and a.kind = ''data-processing'' and a.organisation_id = t.organisation_id and a.id = t.agreement_id', table_name);
	end loop;
	update agreement.agreement set published = false where published and kind = 'data-processing';
end $$;
