-- How long the content of a dispatch is kept after it has come to its end, in days.
ALTER TABLE dispatch_account ADD COLUMN retention_d BIGINT NOT NULL DEFAULT 90
    CHECK (retention_d BETWEEN 1 AND 3650);

CREATE INDEX dispatch_dispatch_kept ON dispatch_dispatch (account_id, status_at, id) WHERE wrapped_key IS NOT NULL;
