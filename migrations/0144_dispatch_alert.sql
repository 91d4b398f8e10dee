-- Where the people of an account or a receiver are written to when its post needs somebody.
CREATE TABLE dispatch_alert_mail (
    system_id TEXT PRIMARY KEY,
    -- "account" or "receiver".
    kind TEXT NOT NULL,
    mail TEXT NOT NULL,
    mailed_at BIGINT,
    -- When writing to it was last begun: whoever has waited longest comes first.
    tried_at BIGINT NOT NULL DEFAULT 0,
    -- When a mail server said for good that nobody is there; nothing is written to it until it is set anew.
    refused_at BIGINT
);

-- What there is to write about. Kept a month after, so that nobody is written to about the same too soon.
CREATE TABLE dispatch_alert (
    system_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- The dispatch, or the receiver.
    subject_id TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    -- Why a dispatch failed; else empty.
    cause TEXT NOT NULL,
    -- When it was last put into a mail that may not have been sent.
    taken_at BIGINT,
    mailed_at BIGINT,
    PRIMARY KEY (system_id, kind, subject_id, raised_at)
);
CREATE INDEX dispatch_alert_waiting ON dispatch_alert (system_id) WHERE mailed_at IS NULL;
CREATE INDEX dispatch_alert_raised ON dispatch_alert (raised_at);
