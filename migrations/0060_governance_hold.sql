-- What a case waits for before a body may take it up. Other modules set and release holds in their own transactions.
CREATE TABLE governance_hold (
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    body_id TEXT NOT NULL REFERENCES governance_body (id),
    name TEXT NOT NULL CHECK (name <> ''),
    missing TEXT NOT NULL CHECK (missing <> ''),
    held_at BIGINT NOT NULL,
    PRIMARY KEY (case_id, body_id, name)
);
