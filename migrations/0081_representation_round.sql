-- Rounds in which networks and counties nominate people for the seats of a body, and what came of them.
CREATE TABLE representation_series (
    year BIGINT PRIMARY KEY CHECK (year BETWEEN 1970 AND 2999),
    last_serial BIGINT NOT NULL CHECK (last_serial > 0)
);

CREATE TABLE representation_round (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    body_id TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    wanted TEXT NOT NULL CHECK (wanted <> ''),
    seats BIGINT NOT NULL CHECK (seats BETWEEN 1 AND 30),
    valid_from TEXT NOT NULL,
    valid_to TEXT CHECK (valid_to > valid_from),
    closes_on TEXT NOT NULL CHECK (closes_on < valid_from),
    is_ambassador BIGINT NOT NULL CHECK (is_ambassador IN (0, 1)),
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    -- The choice: why these, why somebody no network nominated, and how the gap that remains was acknowledged.
    chosen_at BIGINT,
    reasons TEXT NOT NULL,
    outside_reason TEXT NOT NULL,
    acknowledgement TEXT NOT NULL,
    -- JSON: the gaps as they were before the choice, and as they were acknowledged.
    gaps_before TEXT NOT NULL,
    gaps_after TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK ((chosen_at IS NULL) = (reasons = ''))
);
CREATE INDEX representation_round_body ON representation_round (body_id);

-- Somebody nominated. The name is here only until they are chosen or the nomination is withdrawn; whoever is chosen
-- becomes a person of the directory.
CREATE TABLE representation_candidate (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES representation_round (id),
    nominator_id TEXT NOT NULL,
    person_id TEXT,
    name TEXT NOT NULL,
    workplace_id TEXT NOT NULL,
    position TEXT NOT NULL,
    grounds TEXT NOT NULL,
    gender BYTEA,
    nominated_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    appointment_id TEXT,
    CHECK (withdrawn_at IS NULL OR (name = '' AND grounds = '' AND gender IS NULL AND appointment_id IS NULL)),
    CHECK (withdrawn_at IS NOT NULL OR name <> '')
);
CREATE INDEX representation_candidate_round ON representation_candidate (round_id);
CREATE INDEX representation_candidate_nominator ON representation_candidate (nominator_id);

-- What people have told of themselves, sealed. It is opened for counting and nothing else.
CREATE TABLE representation_gender (
    person_id TEXT PRIMARY KEY,
    sealed BYTEA NOT NULL,
    told_at BIGINT NOT NULL
);
