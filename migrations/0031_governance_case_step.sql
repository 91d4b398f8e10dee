-- The path of a case through bodies, and what each of them decided.
CREATE TABLE governance_case_step (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    position BIGINT NOT NULL CHECK (position > 0),
    body_id TEXT NOT NULL,
    planned_day TEXT,
    outcome TEXT CHECK (outcome IN ('adopted', 'amended', 'rejected', 'postponed', 'referred', 'noted')),
    has_lapsed BIGINT NOT NULL CHECK (has_lapsed IN (0, 1)),
    meeting_id TEXT,
    agenda_item_id TEXT,
    vote_summary TEXT NOT NULL,
    authority TEXT NOT NULL,
    treated_at BIGINT,
    CHECK ((outcome IS NULL) = (treated_at IS NULL)),
    CHECK (outcome IS NULL OR has_lapsed = 0)
);
CREATE INDEX governance_case_step_case ON governance_case_step (case_id, position);
CREATE INDEX governance_case_step_body ON governance_case_step (body_id);

-- The text as decided; a treated step never changes.
CREATE TABLE governance_case_decided_point (
    step_id TEXT NOT NULL REFERENCES governance_case_step (id),
    position BIGINT NOT NULL CHECK (position > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (step_id, position)
);
