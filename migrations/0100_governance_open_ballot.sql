-- A vote that the members cast themselves: while it is open nobody comes or goes and nothing else is decided, so that
-- those who may vote are the same from its first ballot to its last.
CREATE TABLE governance_open_ballot (
    meeting_id TEXT PRIMARY KEY REFERENCES governance_meeting (id),
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    proposal_id TEXT NOT NULL REFERENCES governance_proposal (id),
    opened_at BIGINT NOT NULL
);
