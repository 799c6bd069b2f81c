-- What the parties to an agreement have chosen to show to everybody, also to those who have no account. It is written down
-- apart, once, so that nobody needs a way into the agreement itself: here stands what was chosen, and nothing else.

create table agreement.publication (
	organisation_id uuid not null,
	agreement_id uuid not null,
	title text not null check (length(title) between 1 and 200),
	kind text not null,
	level text not null,
	first_day date not null,
	last_day date,
	ended_on date,
	party_names text[] not null,
	theme_codes text[] not null,
	body jsonb,
	signatures jsonb not null,
	with_names boolean not null,
	published_at timestamptz not null,
	search_name text not null,
	primary key (organisation_id, agreement_id),
	foreign key (organisation_id, agreement_id) references agreement.agreement
);
comment on table agreement.publication is 'PUBLIC: an agreement as its parties have chosen to show it to everybody';
comment on column agreement.publication.body is 'the whole text; empty where only what it is about is shown';
comment on column agreement.publication.signatures is 'for each party its name, the capacity it was signed in and the day; who signed only where that was chosen';
create index on agreement.publication (title collate house.norwegian, agreement_id);

alter table agreement.publication enable row level security;
create policy read on agreement.publication for select using (true);
create policy party on agreement.publication
	using ((select house.is_system()) or exists (select from agreement.agreement a
		where a.organisation_id = publication.organisation_id and a.id = publication.agreement_id
			and a.readers @> array[(select house.organisation())]))
	with check ((select house.is_system()) or exists (select from agreement.agreement a
		where a.organisation_id = publication.organisation_id and a.id = publication.agreement_id
			and a.readers @> array[(select house.organisation())]));

grant select, insert, update, delete on agreement.publication to laeringsarena_program;
