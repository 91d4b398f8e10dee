-- A meeting as it goes on: what is treated now, who has the floor, and votes that members cast themselves.
CREATE TABLE live_room (
    meeting_id TEXT PRIMARY KEY REFERENCES governance_meeting (id),
    current_item_id TEXT REFERENCES governance_agenda_item (id),
    current_since BIGINT,
    speech_s_max BIGINT NOT NULL CHECK (speech_s_max BETWEEN 15 AND 3600),
    reply_s_max BIGINT NOT NULL CHECK (reply_s_max BETWEEN 15 AND 3600),
    ballots_may_change BIGINT NOT NULL CHECK (ballots_may_change IN (0, 1)),
    changed_at BIGINT NOT NULL,
    CHECK ((current_item_id IS NULL) = (current_since IS NULL))
);

-- Asked for the floor: asked -> called -> spoken; withdrawn from asked.
CREATE TABLE live_speaker (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES governance_meeting (id),
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    kind TEXT NOT NULL CHECK (kind IN ('speech', 'reply')),
    state TEXT NOT NULL CHECK (state IN ('asked', 'called', 'spoken', 'withdrawn')),
    asked_at BIGINT NOT NULL,
    called_at BIGINT,
    seconds_max BIGINT CHECK (seconds_max > 0),
    ended_at BIGINT,
    CHECK ((state IN ('called', 'spoken')) = (called_at IS NOT NULL)),
    CHECK ((called_at IS NULL) = (seconds_max IS NULL)),
    CHECK ((state IN ('spoken', 'withdrawn')) = (ended_at IS NOT NULL))
);
CREATE INDEX live_speaker_meeting ON live_speaker (meeting_id, asked_at);
CREATE UNIQUE INDEX live_speaker_one_called ON live_speaker (meeting_id) WHERE state = 'called';
CREATE UNIQUE INDEX live_speaker_asked_once ON live_speaker (meeting_id, appointment_id, kind) WHERE state = 'asked';

-- open -> closed (decided, with the vote it became) or abandoned (with the reason; what was cast counts for nothing).
CREATE TABLE live_ballot (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES governance_meeting (id),
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    proposal_id TEXT NOT NULL REFERENCES governance_proposal (id),
    kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'election', 'procedural', 'rules_change')),
    may_change BIGINT NOT NULL CHECK (may_change IN (0, 1)),
    may_be_blank BIGINT NOT NULL CHECK (may_be_blank IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'abandoned')),
    opened_at BIGINT NOT NULL,
    ended_at BIGINT,
    vote_id TEXT REFERENCES governance_vote (id),
    reason TEXT NOT NULL,
    CHECK ((state = 'open') = (ended_at IS NULL)),
    CHECK ((state = 'closed') = (vote_id IS NOT NULL)),
    CHECK ((state = 'abandoned') = (reason <> ''))
);
CREATE INDEX live_ballot_meeting ON live_ballot (meeting_id, opened_at);
CREATE UNIQUE INDEX live_ballot_one_open ON live_ballot (meeting_id) WHERE state = 'open';

-- Who may vote, as it was when the ballot was opened.
CREATE TABLE live_voter (
    ballot_id TEXT NOT NULL REFERENCES live_ballot (id),
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    person_id TEXT NOT NULL,
    PRIMARY KEY (ballot_id, appointment_id)
);
CREATE INDEX live_voter_person ON live_voter (ballot_id, person_id);

CREATE TABLE live_cast (
    ballot_id TEXT NOT NULL,
    appointment_id TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('in_favour', 'against', 'blank')),
    cast_at BIGINT NOT NULL,
    PRIMARY KEY (ballot_id, appointment_id),
    FOREIGN KEY (ballot_id, appointment_id) REFERENCES live_voter (ballot_id, appointment_id)
);
