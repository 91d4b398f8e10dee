-- A hearing that was called off, and closing days that were moved, each with the reason that everybody reads.
ALTER TABLE hearings_hearing ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE hearings_hearing ADD COLUMN withdrawn_reason TEXT NOT NULL DEFAULT '';

CREATE TABLE hearings_extension (
    hearing_id TEXT NOT NULL REFERENCES hearings_hearing (id),
    number BIGINT NOT NULL CHECK (number > 0),
    closed_on TEXT NOT NULL,
    closes_on TEXT NOT NULL CHECK (closes_on > closed_on),
    reason TEXT NOT NULL CHECK (reason <> ''),
    extended_at BIGINT NOT NULL,
    PRIMARY KEY (hearing_id, number)
);

-- How many of the silent were reminded, and when.
CREATE TABLE hearings_reminder (
    hearing_id TEXT NOT NULL REFERENCES hearings_hearing (id),
    reminded_at BIGINT NOT NULL,
    organisations BIGINT NOT NULL CHECK (organisations > 0),
    PRIMARY KEY (hearing_id, reminded_at)
);
INSERT INTO hearings_reminder (hearing_id, reminded_at, organisations)
SELECT hearing_id, reminded_at, COUNT(*) FROM hearings_addressee WHERE reminded_at IS NOT NULL
GROUP BY hearing_id, reminded_at;
