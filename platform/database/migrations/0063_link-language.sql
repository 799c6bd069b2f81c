-- What is asked by a link opens in the language the letter about it was written in, until the reader chooses another.

alter table identity.link_token add column language text check (language in ('nb', 'nn', 'en'));
comment on column identity.link_token.language is 'the language its reason is written in; null where nobody has said';
