-- Why somebody is asked, in each language, where the program says it: whoever reads the page of a link in another language
-- than its letter reads why in that one too. Empty where a person wrote it, in their own words.
alter table identity.link_token
	add column reason_nb text,
	add column reason_nn text,
	add column reason_en text;
comment on column identity.link_token.reason is 'why, in the language of the letter, or as a person wrote it';
