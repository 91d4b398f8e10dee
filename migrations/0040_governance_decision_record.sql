-- What each vote leaves behind: all it was decided from, the rules in full and the arithmetic, never changed. Its hash
-- stands in the journal. A decision on somebody's impartiality has a record without a row in governance_vote.
CREATE TABLE governance_decision_record (
    vote_id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES governance_meeting (id),
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    case_id TEXT,
    document TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX governance_decision_record_item ON governance_decision_record (item_id);
CREATE INDEX governance_decision_record_case ON governance_decision_record (case_id, at);

-- Votes on procedure and on a body's own rules take majorities of their own, and a lot may decide an election. No
-- database changes a CHECK in place, so the two tables are written anew.
CREATE TABLE governance_vote_kept (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    proposal_id TEXT NOT NULL REFERENCES governance_proposal (id),
    position BIGINT NOT NULL CHECK (position > 0),
    kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'election', 'procedural', 'rules_change')),
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
    CHECK (voters_present >= quorum_needed),
    CHECK ((casting_vote IS NULL) = (casting_by IS NULL)),
    CHECK (casting_vote IS NULL OR (in_favour = against AND kind <> 'election'))
);
INSERT INTO governance_vote_kept (id, item_id, proposal_id, position, kind, method, in_favour, against, blank, seats,
                                  voters_present, quorum_needed, majority, casting_vote, casting_by, result,
                                  rules_number, at)
SELECT id, item_id, proposal_id, position, kind, method, in_favour, against, blank, seats, voters_present,
       quorum_needed, majority, casting_vote, casting_by, result, rules_number, at
FROM governance_vote;

CREATE TABLE governance_ballot_kept (
    vote_id TEXT NOT NULL REFERENCES governance_vote_kept (id),
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    seat_id TEXT NOT NULL REFERENCES governance_appointment (id),
    position BIGINT NOT NULL CHECK (position > 0),
    choice TEXT NOT NULL CHECK (choice IN ('in_favour', 'against', 'blank')),
    PRIMARY KEY (vote_id, appointment_id),
    UNIQUE (vote_id, seat_id)
);
INSERT INTO governance_ballot_kept (vote_id, appointment_id, seat_id, position, choice)
SELECT vote_id, appointment_id, seat_id, position, choice FROM governance_ballot;

DROP TABLE governance_ballot;
DROP TABLE governance_vote;
ALTER TABLE governance_vote_kept RENAME TO governance_vote;
ALTER TABLE governance_ballot_kept RENAME TO governance_ballot;
