-- Hearings: what is asked, of whom, and what each of them said. Silence is a row without an answer.
CREATE TABLE hearings_hearing (
    id TEXT PRIMARY KEY,
    year BIGINT NOT NULL CHECK (year BETWEEN 1970 AND 2069),
    serial BIGINT NOT NULL CHECK (serial > 0),
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    body_id TEXT,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    title TEXT NOT NULL CHECK (title <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL CHECK (closes_on >= opens_on),
    days_min BIGINT NOT NULL CHECK (days_min >= 0),
    remind_days BIGINT NOT NULL CHECK (remind_days >= 0),
    planned_at BIGINT NOT NULL,
    planned_sequence BIGINT NOT NULL,
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    UNIQUE (year, serial)
);
CREATE INDEX hearings_hearing_case ON hearings_hearing (case_id);
CREATE INDEX hearings_hearing_closes ON hearings_hearing (closes_on);

CREATE TABLE hearings_question (
    hearing_id TEXT NOT NULL REFERENCES hearings_hearing (id),
    number BIGINT NOT NULL CHECK (number > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (hearing_id, number)
);
-- A question with options is a choice; one without is answered in words.
CREATE TABLE hearings_option (
    hearing_id TEXT NOT NULL,
    question BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (hearing_id, question, number),
    FOREIGN KEY (hearing_id, question) REFERENCES hearings_question (hearing_id, number)
);

-- The parts of the sector that were chosen; who they came to is in hearings_addressee.
CREATE TABLE hearings_audience (
    hearing_id TEXT NOT NULL REFERENCES hearings_hearing (id),
    position BIGINT NOT NULL CHECK (position > 0),
    kind TEXT NOT NULL CHECK (kind IN ('municipalities', 'counties', 'county', 'size', 'network', 'named')),
    organisation_id TEXT,
    size TEXT CHECK (size IN ('small', 'medium', 'large', 'largest')),
    PRIMARY KEY (hearing_id, position),
    CHECK ((kind IN ('county', 'network', 'named')) = (organisation_id IS NOT NULL)),
    CHECK ((kind = 'size') = (size IS NOT NULL))
);
CREATE TABLE hearings_document (
    hearing_id TEXT NOT NULL REFERENCES hearings_hearing (id),
    position BIGINT NOT NULL CHECK (position > 0),
    document_id TEXT NOT NULL REFERENCES governance_document (id),
    PRIMARY KEY (hearing_id, position)
);

-- Region and inhabitants as they were when the hearing was planned: figures of old hearings never move.
CREATE TABLE hearings_addressee (
    hearing_id TEXT NOT NULL REFERENCES hearings_hearing (id),
    organisation_id TEXT NOT NULL,
    is_municipality BIGINT NOT NULL CHECK (is_municipality IN (0, 1)),
    number TEXT NOT NULL,
    county_number TEXT NOT NULL,
    inhabitants BIGINT NOT NULL CHECK (inhabitants >= 0),
    reached_at BIGINT,
    opened_at BIGINT,
    reminded_at BIGINT,
    speaks_for_itself BIGINT NOT NULL DEFAULT 0 CHECK (speaks_for_itself IN (0, 1)),
    PRIMARY KEY (hearing_id, organisation_id),
    CHECK (opened_at IS NULL OR reached_at IS NOT NULL)
);
CREATE INDEX hearings_addressee_organisation ON hearings_addressee (organisation_id);

CREATE TABLE hearings_answer (
    hearing_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    stance TEXT NOT NULL CHECK (stance IN ('support', 'support_if', 'against', 'no_capacity')),
    text TEXT NOT NULL,
    network_id TEXT,
    given_by TEXT NOT NULL,
    legal_basis TEXT,
    answered_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL CHECK (changed_at >= answered_at),
    version BIGINT NOT NULL CHECK (version > 0),
    PRIMARY KEY (hearing_id, organisation_id),
    FOREIGN KEY (hearing_id, organisation_id) REFERENCES hearings_addressee (hearing_id, organisation_id)
);
CREATE INDEX hearings_answer_changed ON hearings_answer (hearing_id, changed_at);
CREATE TABLE hearings_reply (
    hearing_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    question BIGINT NOT NULL,
    option_number BIGINT,
    text TEXT NOT NULL,
    PRIMARY KEY (hearing_id, organisation_id, question),
    FOREIGN KEY (hearing_id, organisation_id) REFERENCES hearings_answer (hearing_id, organisation_id),
    FOREIGN KEY (hearing_id, question) REFERENCES hearings_question (hearing_id, number)
);
