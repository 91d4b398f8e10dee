-- Minutes, version by version. From the signature on the content and its seal are never changed; a correction is a
-- new row.
CREATE TABLE governance_minutes (
    meeting_id TEXT NOT NULL REFERENCES governance_meeting (id),
    number BIGINT NOT NULL CHECK (number > 0),
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'signed', 'published')),
    content TEXT NOT NULL,
    correction_reason TEXT,
    drafted_at BIGINT NOT NULL,
    approved_at BIGINT,
    approved_by TEXT,
    approved_in TEXT REFERENCES governance_meeting (id),
    approver_name TEXT,
    signed_at BIGINT,
    signed_by TEXT,
    signer_name TEXT,
    seal BYTEA,
    seal_key TEXT,
    published_at BIGINT,
    version BIGINT NOT NULL CHECK (version > 0),
    PRIMARY KEY (meeting_id, number),
    CHECK ((number = 1) = (correction_reason IS NULL)),
    CHECK ((state = 'draft') = (approved_at IS NULL)),
    CHECK ((state IN ('signed', 'published')) = (seal IS NOT NULL)),
    CHECK ((state = 'published') = (published_at IS NOT NULL))
);
