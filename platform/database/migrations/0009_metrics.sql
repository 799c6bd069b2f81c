-- What has ended lately is counted for the metrics, however much is kept.
create index on job.job (finished_at) where finished_at is not null;
create index on notice.mail (finished_at) where finished_at is not null;
