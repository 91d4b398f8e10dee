-- Fullmakt: that a person lets another read their post here. Both are found by the keyed hash of their identity number.
CREATE TABLE dispatch_delegation (
    id TEXT PRIMARY KEY,
    giver_id TEXT NOT NULL,
    giver_hash BYTEA NOT NULL,
    receiver_hash BYTEA NOT NULL,
    -- As the giver wrote it, sealed.
    receiver_name BYTEA NOT NULL,
    -- Who accepted. Until then it gives nobody anything.
    receiver_id TEXT,
    -- Both days count. Letters that came before the first are not shown.
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10),
    -- To letters from the senders named.
    is_limited BIGINT NOT NULL CHECK (is_limited IN (0, 1)),
    may_answer BIGINT NOT NULL CHECK (may_answer IN (0, 1)),
    -- Whether a letter that the receiver opens is read, so that it does not go on paper.
    counts_as_read BIGINT NOT NULL CHECK (counts_as_read IN (0, 1)),
    -- Whether the giver was logged in at the level that letters of level 4 ask for.
    covers_high BIGINT NOT NULL CHECK (covers_high IN (0, 1)),
    given_at BIGINT NOT NULL,
    accepted_at BIGINT,
    ended_at BIGINT,
    CHECK (receiver_hash <> giver_hash),
    CHECK (valid_to >= valid_from),
    CHECK ((accepted_at IS NULL) = (receiver_id IS NULL))
);
CREATE INDEX dispatch_delegation_giver ON dispatch_delegation (giver_id, given_at);
CREATE INDEX dispatch_delegation_receiver ON dispatch_delegation (receiver_hash, given_at) WHERE ended_at IS NULL;

CREATE TABLE dispatch_delegation_sender (
    delegation_id TEXT NOT NULL REFERENCES dispatch_delegation (id),
    organisation_id TEXT NOT NULL,
    PRIMARY KEY (delegation_id, organisation_id)
);

-- What was opened by virtue of each, for the recipient to see.
CREATE TABLE dispatch_delegation_opening (
    delegation_id TEXT NOT NULL REFERENCES dispatch_delegation (id),
    dispatch_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (delegation_id, dispatch_id, position),
    FOREIGN KEY (dispatch_id, position) REFERENCES dispatch_recipient (dispatch_id, position)
);
CREATE INDEX dispatch_delegation_opening_letter ON dispatch_delegation_opening (dispatch_id, position, opened_at);
