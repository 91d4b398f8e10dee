-- Which organisations have opened a matter, whether they are asked in a hearing about it or not.
CREATE TABLE hearings_opened_case (
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    organisation_id TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (case_id, organisation_id)
);
CREATE INDEX hearings_opened_case_organisation ON hearings_opened_case (organisation_id);
-- Whoever has read a hearing has opened its matter.
INSERT INTO hearings_opened_case (case_id, organisation_id, opened_at)
SELECT h.case_id, a.organisation_id, MIN(a.opened_at) FROM hearings_addressee a
JOIN hearings_hearing h ON h.id = a.hearing_id WHERE a.opened_at IS NOT NULL GROUP BY h.case_id, a.organisation_id;
