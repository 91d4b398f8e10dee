-- Profiles of rules of procedure: documents by version, each from a day on. Many bodies follow one profile and set what
-- they will over it.
CREATE TABLE governance_rule_profile (
    profile TEXT NOT NULL CHECK (profile <> ''),
    number BIGINT NOT NULL CHECK (number > 0),
    valid_from TEXT NOT NULL,
    name_nb TEXT NOT NULL CHECK (name_nb <> ''),
    name_nn TEXT NOT NULL CHECK (name_nn <> ''),
    basis TEXT NOT NULL CHECK (basis <> ''),
    adopted_by TEXT NOT NULL CHECK (adopted_by <> ''),
    -- What somebody must still read against the law or the statutes, one a line.
    unread TEXT NOT NULL,
    document TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (profile, number),
    UNIQUE (profile, valid_from)
);

-- The document of a body's rules holds its own settings; the rest is the profile's. Empty: it follows none.
ALTER TABLE governance_body_rules ADD COLUMN profile TEXT NOT NULL DEFAULT '';
UPDATE governance_body_rules SET profile = 'STATUTES'
WHERE body_id IN (SELECT id FROM governance_body WHERE kind IN ('assembly', 'board'));
UPDATE governance_body_rules SET profile = 'ADVISORY'
WHERE body_id IN (SELECT id FROM governance_body WHERE kind NOT IN ('assembly', 'board'));
