-- What may not be read by all: a field of a case or a document, with legal basis, until a day. Lifted ones stay as history.
CREATE TABLE governance_shield (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    field TEXT NOT NULL CHECK (field IN ('title', 'summary', 'background', 'proposal', 'handler', 'document')),
    document_id TEXT REFERENCES governance_document (id),
    legal_basis TEXT NOT NULL CHECK (legal_basis <> ''),
    until TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    lifted_at BIGINT CHECK (lifted_at >= set_at),
    CHECK ((field = 'document') = (document_id IS NOT NULL))
);
CREATE INDEX governance_shield_case ON governance_shield (case_id);
