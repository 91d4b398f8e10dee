-- How far the wrapping of every dispatch's key under a newer post key has come.
CREATE TABLE dispatch_rewrap (
    generation BIGINT PRIMARY KEY CHECK (generation > 0),
    -- The last dispatch looked at; '' before the first.
    position TEXT NOT NULL,
    wrapped BIGINT NOT NULL CHECK (wrapped >= 0),
    begun_at BIGINT NOT NULL,
    ended_at BIGINT
);

-- So many requests a minute an account's or integration's systems may send; 0: as many as they like.
ALTER TABLE dispatch_account ADD COLUMN requests_per_minute BIGINT NOT NULL DEFAULT 0 CHECK (requests_per_minute >= 0);
ALTER TABLE dispatch_integration ADD COLUMN requests_per_minute BIGINT NOT NULL DEFAULT 0
    CHECK (requests_per_minute >= 0);

-- Counted now and then, so that a sender's figures cost the same however much they have sent.
CREATE TABLE dispatch_statistic (
    account_id TEXT NOT NULL REFERENCES dispatch_account (id),
    -- In which they were received, Norwegian time: "2026-11".
    month TEXT NOT NULL CHECK (length(month) = 7),
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    -- Of those that were read: within a day, three days, a week, later; -1 for others.
    time_to_read BIGINT NOT NULL CHECK (time_to_read BETWEEN -1 AND 3),
    letters BIGINT NOT NULL CHECK (letters > 0),
    counted_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, month, channel, status, time_to_read)
);
