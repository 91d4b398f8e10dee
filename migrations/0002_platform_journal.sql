-- The journal (platform/journal/README.md). Events are never changed and never removed.
CREATE TABLE platform_journal_event (
    sequence BIGINT PRIMARY KEY CHECK (sequence > 0),
    id TEXT NOT NULL UNIQUE,
    at BIGINT NOT NULL,
    type TEXT NOT NULL CHECK (type <> ''),
    visibility BIGINT NOT NULL CHECK (visibility BETWEEN 0 AND 2),
    actor_kind TEXT NOT NULL CHECK (actor_kind IN ('anonymous', 'person', 'client', 'system')),
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    authority TEXT NOT NULL,
    body TEXT NOT NULL,
    leaf BYTEA NOT NULL
);

-- What each event is about; place keeps the order they were named in.
CREATE TABLE platform_journal_subject (
    sequence BIGINT NOT NULL REFERENCES platform_journal_event (sequence),
    place BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    subject_id TEXT NOT NULL CHECK (subject_id <> ''),
    PRIMARY KEY (sequence, place),
    UNIQUE (kind, subject_id, sequence)
);

-- The events of one commit, sealed together. Numbers and sequences have no gaps.
CREATE TABLE platform_journal_batch (
    number BIGINT PRIMARY KEY CHECK (number > 0),
    first_sequence BIGINT NOT NULL UNIQUE,
    last_sequence BIGINT NOT NULL UNIQUE CHECK (last_sequence >= first_sequence),
    sealed_at BIGINT NOT NULL,
    root BYTEA NOT NULL,
    seal BYTEA NOT NULL
);

-- One key a person, wrapped by the master key. Forgotten: the key is gone, the row says since when.
CREATE TABLE platform_subject_key (
    person_id TEXT PRIMARY KEY,
    wrapped_key BYTEA,
    forgotten_at BIGINT,
    CHECK ((wrapped_key IS NULL) = (forgotten_at IS NOT NULL))
);

-- How far each follower of the journal has come.
CREATE TABLE platform_consumer_position (
    name TEXT PRIMARY KEY,
    sequence BIGINT NOT NULL CHECK (sequence >= 0)
);
