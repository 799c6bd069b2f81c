-- What if there were three more places at a site: places supposed for one run alone. Nothing has ever been written to the table
-- that changed them for all runs of a round, and would have counted them as there when a plan is published.
alter table placement.run add column supposed jsonb not null default '[]' check (jsonb_typeof(supposed) = 'array');
comment on column placement.run.supposed is 'Places added or taken away for this run alone, offer by offer, with what the site was called: such a run is never published';
drop table placement.round_offer;
