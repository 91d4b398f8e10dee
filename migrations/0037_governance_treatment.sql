-- What happened in the meeting: who came and went, what was proposed, how it was voted, who dissented.
CREATE TABLE governance_presence (
    meeting_id TEXT NOT NULL REFERENCES governance_meeting (id),
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('arrived', 'left')),
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    instead_of TEXT REFERENCES governance_appointment (id),
    is_remote BIGINT NOT NULL CHECK (is_remote IN (0, 1)),
    remark TEXT NOT NULL,
    PRIMARY KEY (meeting_id, sequence)
);

-- Whoever leads the meeting has the casting vote; the last row counts.
CREATE TABLE governance_handover (
    meeting_id TEXT NOT NULL REFERENCES governance_meeting (id),
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    at BIGINT NOT NULL,
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    PRIMARY KEY (meeting_id, sequence)
);

CREATE TABLE governance_proposal (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    position BIGINT NOT NULL CHECK (position > 0),
    kind TEXT NOT NULL CHECK (kind IN ('recommendation', 'amendment', 'counter_proposal', 'procedural')),
    proposed_by TEXT REFERENCES governance_appointment (id),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    UNIQUE (item_id, position),
    CHECK (kind = 'recommendation' OR proposed_by IS NOT NULL)
);

CREATE TABLE governance_proposal_point (
    proposal_id TEXT NOT NULL REFERENCES governance_proposal (id),
    number BIGINT NOT NULL CHECK (number > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (proposal_id, number)
);

-- A vote with all that its result was computed from.
CREATE TABLE governance_vote (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    proposal_id TEXT NOT NULL REFERENCES governance_proposal (id),
    position BIGINT NOT NULL CHECK (position > 0),
    kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'election')),
    method TEXT NOT NULL CHECK (method IN ('by_name', 'count', 'acclamation')),
    in_favour BIGINT NOT NULL CHECK (in_favour >= 0),
    against BIGINT NOT NULL CHECK (against >= 0),
    blank BIGINT NOT NULL CHECK (blank >= 0),
    seats BIGINT NOT NULL,
    voters_present BIGINT NOT NULL,
    quorum_needed BIGINT NOT NULL,
    majority TEXT NOT NULL,
    casting_vote TEXT CHECK (casting_vote IN ('in_favour', 'against')),
    casting_by TEXT REFERENCES governance_appointment (id),
    result TEXT NOT NULL CHECK (result IN ('passed', 'failed', 'tied')),
    rules_number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (item_id, position),
    CHECK (in_favour + against + blank <= voters_present),
    CHECK (in_favour + against + blank >= quorum_needed),
    CHECK ((casting_vote IS NULL) = (casting_by IS NULL)),
    CHECK (casting_vote IS NULL OR (in_favour = against AND kind = 'ordinary'))
);

CREATE TABLE governance_ballot (
    vote_id TEXT NOT NULL REFERENCES governance_vote (id),
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    seat_id TEXT NOT NULL REFERENCES governance_appointment (id),
    position BIGINT NOT NULL CHECK (position > 0),
    choice TEXT NOT NULL CHECK (choice IN ('in_favour', 'against', 'blank')),
    PRIMARY KEY (vote_id, appointment_id),
    UNIQUE (vote_id, seat_id)
);

CREATE TABLE governance_dissent (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    text TEXT NOT NULL CHECK (text <> ''),
    at BIGINT NOT NULL,
    UNIQUE (item_id, appointment_id)
);
