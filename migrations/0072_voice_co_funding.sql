-- The sector's statements on applications for co-funding from the state, and how long it must have for them (R19).
CREATE TABLE voice_comment_rule (
    valid_from TEXT PRIMARY KEY,
    days_min BIGINT NOT NULL CHECK (days_min BETWEEN 1 AND 365),
    basis TEXT NOT NULL CHECK (basis <> ''),
    added_at BIGINT NOT NULL
);
INSERT INTO voice_comment_rule (valid_from, days_min, basis, added_at)
VALUES ('2016-01-01', 14, 'Medfinansieringsordningen (digdir.no): KS skal ha minst to uker til å uttale seg', 0);

CREATE TABLE voice_co_funding_statement (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    project TEXT NOT NULL CHECK (project <> ''),
    summary TEXT NOT NULL,
    applicant_id TEXT NOT NULL,
    recipient_id TEXT NOT NULL,
    received_on TEXT NOT NULL,
    apply_by TEXT NOT NULL,
    -- The rule as it was when the request came.
    days_min BIGINT NOT NULL CHECK (days_min > 0),
    rule_from TEXT NOT NULL REFERENCES voice_comment_rule (valid_from),
    exemption_reason TEXT NOT NULL,
    exempted_by TEXT NOT NULL,
    comment TEXT NOT NULL,
    advice TEXT CHECK (advice IN ('supports', 'supports_if', 'advises_against')),
    authority TEXT NOT NULL,
    speaker_id TEXT,
    case_id TEXT,
    given_on TEXT,
    -- The document that follows the application, byte for byte, and its SHA-256.
    document TEXT NOT NULL,
    document_sha256 TEXT NOT NULL,
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    asked_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK (received_on <= apply_by),
    CHECK ((exemption_reason = '') = (exempted_by = '')),
    CHECK ((given_on IS NULL) = (advice IS NULL)),
    CHECK ((given_on IS NULL) = (comment = '')),
    CHECK ((given_on IS NULL) = (authority = '')),
    CHECK ((given_on IS NULL) = (document = '')),
    CHECK ((document = '') = (document_sha256 = ''))
);
CREATE INDEX voice_co_funding_statement_deadline ON voice_co_funding_statement (apply_by);
CREATE INDEX voice_co_funding_statement_applicant ON voice_co_funding_statement (applicant_id);
CREATE INDEX voice_co_funding_statement_recipient ON voice_co_funding_statement (recipient_id);
