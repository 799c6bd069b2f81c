-- What waits on the front page asks of everybody's agreements: those a party has said no to, and comments not settled, are
-- few among all, and are found by these.
create index on agreement.party (organisation_id, agreement_id) where declined_version is not null;
create index on agreement.comment (organisation_id, agreement_id) where settled_at is null;
