-- A student without an account is written to in a language of their own: an exchange student in English.

alter table placement.student add column language text check (language in ('nb', 'nn', 'en'));
comment on column placement.student.language is 'the language letters and links to the student are written in; null: the institution''s';
