-- Documents of cases. The bytes lie in the blob store; a removed document leaves its row as a tombstone.
CREATE TABLE governance_document (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    kind TEXT NOT NULL CHECK (kind IN ('saksframlegg', 'vedlegg', 'protokoll', 'notat', 'hoeringssvar')),
    title TEXT NOT NULL CHECK (title <> ''),
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'se', 'en')),
    dated TEXT NOT NULL,
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    media_type TEXT NOT NULL CHECK (media_type <> ''),
    size BIGINT NOT NULL CHECK (size > 0),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    state TEXT NOT NULL CHECK (state IN ('scanning', 'available', 'held', 'refused', 'removed')),
    state_reason TEXT NOT NULL,
    is_late BIGINT NOT NULL CHECK (is_late IN (0, 1)),
    added_at BIGINT NOT NULL,
    removed_at BIGINT,
    CHECK ((state = 'removed') = (removed_at IS NOT NULL)),
    CHECK (state <> 'removed' OR state_reason <> '')
);
CREATE INDEX governance_document_case ON governance_document (case_id, added_at);
CREATE INDEX governance_document_state ON governance_document (state);
