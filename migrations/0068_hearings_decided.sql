-- How a case was anchored when a body had treated it: each organisation that had been asked, as it stood then.
CREATE TABLE hearings_decided (
    case_id TEXT PRIMARY KEY REFERENCES governance_case (id),
    decided_at BIGINT NOT NULL
);
CREATE TABLE hearings_decided_addressee (
    case_id TEXT NOT NULL REFERENCES hearings_decided (case_id),
    organisation_id TEXT NOT NULL,
    is_municipality BIGINT NOT NULL CHECK (is_municipality IN (0, 1)),
    number TEXT NOT NULL,
    county_number TEXT NOT NULL,
    inhabitants BIGINT NOT NULL CHECK (inhabitants >= 0),
    reached_at BIGINT,
    opened_at BIGINT,
    stance TEXT CHECK (stance IN ('support', 'support_if', 'against', 'no_capacity')),
    answered_at BIGINT,
    PRIMARY KEY (case_id, organisation_id),
    CHECK ((stance IS NULL) = (answered_at IS NULL))
);
