-- The files come packed already (.xlsx is a zip archive), and one kept as it is can be read a slice at a time.
alter table organisation.import alter column content set storage external;
