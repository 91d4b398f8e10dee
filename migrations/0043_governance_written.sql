-- Written procedure: a meeting without a room. Its window is from starts_at to ends_at; whoever has a seat answers within
-- it, and the last answer counts. None is ever changed or removed.
ALTER TABLE governance_meeting ADD COLUMN mode TEXT NOT NULL DEFAULT 'meeting' CHECK (mode IN ('meeting', 'written'));
ALTER TABLE governance_meeting ADD COLUMN written_reason TEXT NOT NULL DEFAULT '';

CREATE TABLE governance_written_ballot (
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    choice TEXT NOT NULL CHECK (choice IN ('in_favour', 'against', 'blank')),
    recorded_by TEXT,
    remark TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (item_id, sequence)
);

-- Who asked for a meeting instead, and why.
CREATE TABLE governance_meeting_demand (
    meeting_id TEXT PRIMARY KEY REFERENCES governance_meeting (id),
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
