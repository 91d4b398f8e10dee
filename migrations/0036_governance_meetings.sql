-- Meetings of bodies, their agenda and the papers that go out with it.
CREATE TABLE governance_meeting (
    id TEXT PRIMARY KEY,
    body_id TEXT NOT NULL REFERENCES governance_body (id),
    year BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    state TEXT NOT NULL CHECK (state IN ('planned', 'noticed', 'under_way', 'closed', 'minutes_published', 'cancelled')),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL CHECK (ends_at > starts_at),
    place TEXT NOT NULL,
    remote_url TEXT NOT NULL,
    noticed_at BIGINT,
    consent TEXT NOT NULL,
    opened_at BIGINT,
    closed_at BIGINT CHECK (closed_at >= opened_at),
    chaired_by TEXT REFERENCES governance_appointment (id),
    cancel_reason TEXT,
    rules_number BIGINT,
    calendar_sequence BIGINT NOT NULL CHECK (calendar_sequence >= 0),
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    UNIQUE (body_id, year, number),
    CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
    CHECK (state NOT IN ('under_way', 'closed', 'minutes_published')
           OR (opened_at IS NOT NULL AND chaired_by IS NOT NULL AND rules_number IS NOT NULL)),
    CHECK ((state IN ('closed', 'minutes_published')) = (closed_at IS NOT NULL))
);
CREATE INDEX governance_meeting_start ON governance_meeting (starts_at);

-- What the meeting treats, in order. A number (18/2026) is given when the notice is sent and never used again.
CREATE TABLE governance_agenda_item (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES governance_meeting (id),
    body_id TEXT NOT NULL REFERENCES governance_body (id),
    position BIGINT NOT NULL CHECK (position > 0),
    kind TEXT NOT NULL CHECK (kind IN ('case', 'approval_of_minutes', 'orientation', 'other_business')),
    case_id TEXT,
    approves_meeting_id TEXT REFERENCES governance_meeting (id),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    year BIGINT,
    number BIGINT CHECK (number > 0),
    late_consent TEXT,
    closed_basis TEXT,
    outcome TEXT CHECK (outcome IN ('adopted', 'amended', 'rejected', 'postponed', 'referred', 'noted')),
    decided_at BIGINT,
    referred_to TEXT REFERENCES governance_body (id),
    decided_by_vote TEXT,
    note TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (body_id, year, number),
    CHECK ((kind = 'case') = (case_id IS NOT NULL)),
    CHECK (kind = 'approval_of_minutes' OR approves_meeting_id IS NULL),
    CHECK ((year IS NULL) = (number IS NULL)),
    CHECK ((outcome IS NULL) = (decided_at IS NULL)),
    CHECK (referred_to IS NULL OR outcome = 'referred')
);
CREATE INDEX governance_agenda_item_meeting ON governance_agenda_item (meeting_id, position);
CREATE INDEX governance_agenda_item_case ON governance_agenda_item (case_id);

CREATE TABLE governance_decision_point (
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    number BIGINT NOT NULL CHECK (number > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (item_id, number)
);

CREATE TABLE governance_paper (
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    document_id TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    late_consent TEXT,
    PRIMARY KEY (item_id, document_id)
);
