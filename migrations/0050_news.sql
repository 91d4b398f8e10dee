-- Who follows what, what they have been told, and where mail goes.
CREATE TABLE news_follow (
    id TEXT PRIMARY KEY,
    follower_kind TEXT NOT NULL CHECK (follower_kind IN ('person', 'organisation')),
    follower_id TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    title TEXT NOT NULL,
    path TEXT NOT NULL,
    by_mail BIGINT NOT NULL CHECK (by_mail IN (0, 1)),
    followed_by TEXT NOT NULL,
    since BIGINT NOT NULL,
    UNIQUE (follower_kind, follower_id, subject_kind, subject_id)
);
CREATE INDEX news_follow_subject ON news_follow (subject_kind, subject_id);

-- One for each follower and event, however many of its subjects they follow.
CREATE TABLE news_notice (
    id TEXT PRIMARY KEY,
    follower_kind TEXT NOT NULL,
    follower_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    event_type TEXT NOT NULL,
    title TEXT NOT NULL,
    path TEXT NOT NULL,
    read_at BIGINT,
    UNIQUE (follower_kind, follower_id, sequence)
);
CREATE INDEX news_notice_follower ON news_notice (follower_kind, follower_id, sequence);

-- The address is sealed; the token in links is kept as its SHA-256.
CREATE TABLE news_mail_address (
    person_id TEXT PRIMARY KEY,
    sealed_address BYTEA NOT NULL,
    language TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    asked_at BIGINT NOT NULL,
    confirmed_at BIGINT
);
