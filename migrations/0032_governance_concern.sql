-- Whom a case concerns, and why.
CREATE TABLE governance_concern (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    position BIGINT NOT NULL CHECK (position > 0),
    scope TEXT NOT NULL CHECK (scope IN ('sector', 'municipalities', 'counties', 'network', 'organisation')),
    organisation_id TEXT,
    reason TEXT NOT NULL,
    CHECK ((scope IN ('network', 'organisation')) = (organisation_id IS NOT NULL))
);
CREATE INDEX governance_concern_case ON governance_concern (case_id);
CREATE INDEX governance_concern_organisation ON governance_concern (organisation_id);
