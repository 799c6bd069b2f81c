-- Personnel systems name work by the four digits of STYRK-08 or of the municipalities' own position codes, or by the seven
-- digits that employers report to the state by: any of them can stand with a competence.

alter table competence.entry drop constraint entry_occupation_check;
alter table competence.entry add constraint entry_occupation_check check (occupation ~ '^[0-9]{4}([0-9]{3})?$');
comment on column competence.entry.occupation is 'STYRK-08 or position code, four digits; or the occupation catalogue, seven';
