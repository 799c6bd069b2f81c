-- Once a year the parties to an agreement are asked what it has led to, so that nobody has to remember to ask.

alter table agreement.agreement
	add column asks_results boolean not null default true,
	add column results_month integer check (results_month between 1 and 12);
comment on column agreement.agreement.asks_results is 'whether the parties are asked once a year what the agreement has led to';
comment on column agreement.agreement.results_month is 'the month of the year they are asked in; empty: the month after the one it began in';

create table agreement.result_ask (
	organisation_id uuid not null,
	agreement_id uuid not null,
	year integer not null check (year between 2000 and 2100),
	party_id uuid not null references organisation.organisation,
	asked_on date not null,
	way text not null check (way in ('told', 'mailed', 'silent')),
	reminded_on date,
	primary key (organisation_id, agreement_id, year, party_id),
	foreign key (organisation_id, agreement_id) references agreement.agreement
);
comment on table agreement.result_ask is 'SHARED: that a party to an agreement was asked what it has led to in a year, and reminded; what it said stands in agreement.result';
comment on column agreement.result_ask.way is 'told: in the inbox of those who keep agreements there; mailed: a link to a contact; silent: nobody was found';
create index on agreement.result_ask (party_id, asked_on);

alter table agreement.result_ask enable row level security;
create policy party on agreement.result_ask
	using ((select house.is_system()) or exists (select from agreement.agreement a
		where a.organisation_id = result_ask.organisation_id and a.id = result_ask.agreement_id
			and a.readers @> array[(select house.organisation())]))
	with check ((select house.is_system()) or exists (select from agreement.agreement a
		where a.organisation_id = result_ask.organisation_id and a.id = result_ask.agreement_id
			and a.readers @> array[(select house.organisation())]));

grant select, insert, update, delete on agreement.result_ask to laeringsarena_program;
