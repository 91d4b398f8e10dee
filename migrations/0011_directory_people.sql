-- People. A national identity number is kept as a keyed hash only, to recognise the person at log-in.
CREATE TABLE directory_person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    identity_hash BYTEA UNIQUE,
    is_invented BIGINT NOT NULL DEFAULT 0 CHECK (is_invented IN (0, 1)),
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE directory_role (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES directory_person (id),
    organisation_id TEXT NOT NULL REFERENCES directory_organisation (id),
    name TEXT NOT NULL CHECK (name <> ''),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK (valid_to IS NULL OR valid_from <= valid_to)
);
CREATE INDEX directory_role_person ON directory_role (person_id);
CREATE INDEX directory_role_organisation ON directory_role (organisation_id);
