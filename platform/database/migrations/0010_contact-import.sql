-- Contacts can be taken in from a spreadsheet too.
alter table organisation.import drop constraint import_kind_check;
alter table organisation.import add constraint import_kind_check check (kind in ('units', 'people', 'contacts'));
comment on table organisation.import is 'OWNED: a spreadsheet of units, people or contacts, and what taking it in would do; its content goes when it is done, all of it after a day';
