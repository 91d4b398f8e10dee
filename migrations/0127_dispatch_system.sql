-- The systems of an organisation, kept by its own people: closed when they are done with, and given new secrets without
-- a break.
ALTER TABLE dispatch_account ADD COLUMN closed_at BIGINT;
ALTER TABLE dispatch_receiver ADD COLUMN closed_at BIGINT;
ALTER TABLE dispatch_integration ADD COLUMN closed_at BIGINT;

-- The secret before the newest one counts until then, so that both sides need not change at the same moment.
ALTER TABLE dispatch_credential ADD COLUMN previous_hash TEXT;
ALTER TABLE dispatch_credential ADD COLUMN previous_until BIGINT
    CHECK ((previous_hash IS NULL) = (previous_until IS NULL));
ALTER TABLE dispatch_integration ADD COLUMN previous_hash TEXT;
ALTER TABLE dispatch_integration ADD COLUMN previous_until BIGINT
    CHECK ((previous_hash IS NULL) = (previous_until IS NULL));

CREATE INDEX dispatch_credential_account ON dispatch_credential (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX dispatch_credential_receiver ON dispatch_credential (receiver_id) WHERE receiver_id IS NOT NULL;
CREATE INDEX dispatch_receiver_organisation ON dispatch_receiver (organisation_id);
CREATE INDEX dispatch_receiver_closed ON dispatch_receiver (closed_at) WHERE closed_at IS NOT NULL;
