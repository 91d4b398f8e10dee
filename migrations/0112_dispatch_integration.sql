-- Systems of senders that prove themselves with a token and a password (SvarUt REST v2 and v3).
CREATE TABLE dispatch_integration (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    organisation_id TEXT NOT NULL,
    -- The organisation whose tokens count: often a supplier's.
    consumer_number TEXT NOT NULL CHECK (length(consumer_number) = 9),
    secret_hash TEXT NOT NULL CHECK (secret_hash <> ''),
    -- Clients know the statuses of their own version of v3, and fail on others.
    status_words TEXT NOT NULL CHECK (status_words IN ('common', 'older', 'newest')),
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    opened_at BIGINT NOT NULL
);
CREATE INDEX dispatch_integration_organisation ON dispatch_integration (organisation_id);

-- The accounts that an integration may send for.
CREATE TABLE dispatch_integration_account (
    integration_id TEXT NOT NULL REFERENCES dispatch_integration (id),
    account_id TEXT NOT NULL REFERENCES dispatch_account (id),
    PRIMARY KEY (integration_id, account_id)
);
CREATE INDEX dispatch_integration_account_account ON dispatch_integration_account (account_id);
