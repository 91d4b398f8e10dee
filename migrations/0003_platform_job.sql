-- Work for the background: due rows are claimed with a lease, failed ones wait longer each time, hopeless ones are put aside.
CREATE TABLE platform_job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    job_key TEXT,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'dead')),
    attempts BIGINT NOT NULL DEFAULT 0,
    due_at BIGINT NOT NULL,
    leased_until BIGINT,
    queued_at BIGINT NOT NULL,
    failure TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, job_key)
);
CREATE INDEX platform_job_due ON platform_job (state, due_at);
