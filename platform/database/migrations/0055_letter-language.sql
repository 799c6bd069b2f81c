-- Letters to somebody without an account are written in the language their organisation reads, not in that of the sender.

alter table organisation.organisation
	add column language text not null default 'nb' check (language in ('nb', 'nn', 'en'));
comment on column organisation.organisation.language is 'the language letters to the organisation are written in, where who reads them has not chosen one: bokmål unless it says otherwise';
