-- What a recipient answered to a request for a signature, once and for all, and the evidence of it, sealed under what
-- outlives the content.
CREATE TABLE dispatch_signing (
    dispatch_id TEXT PRIMARY KEY REFERENCES dispatch_dispatch (id),
    decision TEXT NOT NULL CHECK (decision IN ('given', 'refused')),
    decided_at BIGINT NOT NULL,
    evidence BYTEA NOT NULL
);
