-- The queue is read in the order it is worked off: the longest due first, without sorting all that wait.
DROP INDEX platform_job_due;
CREATE INDEX platform_job_due ON platform_job (state, due_at, id);
