-- Files on their way from senders' systems in several requests, before a letter takes them.
CREATE TABLE dispatch_upload (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES dispatch_account (id),
    bytes BIGINT NOT NULL CHECK (bytes > 0),
    -- So many of them are safe.
    received BIGINT NOT NULL CHECK (received >= 0 AND received <= bytes),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- The key that everything of it is sealed under, wrapped; and what the sender told about the file, sealed.
    wrapped_key BYTEA NOT NULL,
    metadata BYTEA NOT NULL,
    -- Once it is complete: the content as one, and its SHA-256, sealed.
    blob TEXT,
    content_digest BYTEA,
    CHECK ((blob IS NULL) = (content_digest IS NULL))
);
CREATE INDEX dispatch_upload_account ON dispatch_upload (account_id);
CREATE INDEX dispatch_upload_expiry ON dispatch_upload (expires_at);

CREATE TABLE dispatch_upload_part (
    upload_id TEXT NOT NULL REFERENCES dispatch_upload (id),
    -- Where it begins in the file.
    begins_at BIGINT NOT NULL,
    bytes BIGINT NOT NULL CHECK (bytes > 0),
    blob TEXT NOT NULL,
    -- Makes the part's key one of its own, also when the same place is sent twice.
    salt TEXT NOT NULL,
    PRIMARY KEY (upload_id, begins_at)
);

-- The key of a file that was sealed before its letter was known, sealed under the letter's.
ALTER TABLE dispatch_document ADD COLUMN wrapped_key BYTEA;
