-- Vergemål: that Folkeregisteret has told that somebody is guardian for a person, with the right to read their post.
CREATE TABLE dispatch_guardianship (
    id TEXT PRIMARY KEY,
    guardian_id TEXT NOT NULL,
    -- The guarded person, who need never have been here, is found by the keyed hash of their identity number.
    guarded_hash BYTEA NOT NULL,
    -- Number and name of the same, sealed: the register is asked by the number, and wants it again each time.
    -- The number is forgotten when it ends.
    guarded_number BYTEA NOT NULL,
    guarded_name BYTEA NOT NULL,
    -- Letters that came before are not shown.
    valid_from BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    -- When the register last said yes.
    confirmed_at BIGINT NOT NULL,
    -- When it said no.
    ended_at BIGINT
);
CREATE UNIQUE INDEX dispatch_guardianship_open ON dispatch_guardianship (guardian_id, guarded_hash) WHERE ended_at IS NULL;
CREATE INDEX dispatch_guardianship_guarded ON dispatch_guardianship (guarded_hash, added_at);
CREATE INDEX dispatch_guardianship_waiting ON dispatch_guardianship (confirmed_at) WHERE ended_at IS NULL;

-- What each guardian has opened, for the guarded person to see.
CREATE TABLE dispatch_guardian_opening (
    guardianship_id TEXT NOT NULL REFERENCES dispatch_guardianship (id),
    dispatch_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (guardianship_id, dispatch_id, position),
    FOREIGN KEY (dispatch_id, position) REFERENCES dispatch_recipient (dispatch_id, position)
);
CREATE INDEX dispatch_guardian_opening_letter ON dispatch_guardian_opening (dispatch_id, position, opened_at);
