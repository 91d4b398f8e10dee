-- Roles that people hold, and the sessions in which they act.
CREATE TABLE identity_holding (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    role TEXT NOT NULL,
    scope_id TEXT NOT NULL DEFAULT '',
    organisation_id TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX identity_holding_person ON identity_holding (person_id);
CREATE INDEX identity_holding_organisation ON identity_holding (organisation_id);

-- The cookie holds the token; the table only its SHA-256, so that a copy of the database lets nobody in.
CREATE TABLE identity_session (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    csrf_token TEXT NOT NULL,
    person_id TEXT NOT NULL,
    holding_id TEXT REFERENCES identity_holding (id),
    assurance TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    way_in TEXT NOT NULL,
    provider_token TEXT NOT NULL DEFAULT '',
    provider_session TEXT NOT NULL DEFAULT ''
);
CREATE INDEX identity_session_person ON identity_session (person_id);
CREATE INDEX identity_session_provider ON identity_session (provider_session);

-- Invented people of the demonstration: the only ones that may be logged in as without proof of who one is.
CREATE TABLE identity_invented_person (
    person_id TEXT PRIMARY KEY,
    position BIGINT NOT NULL
);
