-- Bodies, the rules and mandates they work under, and who is appointed to them.
CREATE TABLE governance_body (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    name_nb TEXT NOT NULL CHECK (name_nb <> ''),
    name_nn TEXT NOT NULL CHECK (name_nn <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('assembly', 'board', 'council', 'committee', 'working_committee',
                                       'expert_council', 'expert_group', 'network')),
    organisation_id TEXT NOT NULL,
    parent_id TEXT REFERENCES governance_body (id) CHECK (parent_id <> id),
    is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0)
);
CREATE INDEX governance_body_organisation ON governance_body (organisation_id);

CREATE TABLE governance_body_theme (
    body_id TEXT NOT NULL REFERENCES governance_body (id),
    theme TEXT NOT NULL CHECK (theme <> ''),
    PRIMARY KEY (body_id, theme)
);

-- Rules of procedure are data: a document that holds from a day on. Older ones stay, so that an old decision can be
-- read with the rules it was made under.
CREATE TABLE governance_body_rules (
    body_id TEXT NOT NULL REFERENCES governance_body (id),
    number BIGINT NOT NULL CHECK (number > 0),
    valid_from TEXT NOT NULL,
    document TEXT NOT NULL,
    adopted_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (body_id, number)
);

CREATE TABLE governance_mandate (
    body_id TEXT NOT NULL REFERENCES governance_body (id),
    number BIGINT NOT NULL CHECK (number > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    valid_from TEXT NOT NULL,
    valid_to TEXT CHECK (valid_to > valid_from),
    adopted_by TEXT NOT NULL CHECK (adopted_by <> ''),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (body_id, number)
);

CREATE TABLE governance_appointment (
    id TEXT PRIMARY KEY,
    body_id TEXT NOT NULL REFERENCES governance_body (id),
    person_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('chair', 'deputy_chair', 'member', 'deputy', 'secretary', 'observer')),
    on_behalf_of TEXT,
    deputy_for TEXT REFERENCES governance_appointment (id),
    deputy_order BIGINT,
    valid_from TEXT NOT NULL,
    valid_to TEXT CHECK (valid_to > valid_from),
    ended_on TEXT CHECK (ended_on >= valid_from),
    end_reason TEXT,
    basis TEXT NOT NULL,
    -- The role in identity that gives the person the rights that follow from the appointment.
    holding_id TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK ((role = 'deputy') = (deputy_order IS NOT NULL)),
    CHECK (role = 'deputy' OR deputy_for IS NULL),
    CHECK ((ended_on IS NULL) = (end_reason IS NULL))
);
CREATE INDEX governance_appointment_body ON governance_appointment (body_id, valid_from);
CREATE INDEX governance_appointment_person ON governance_appointment (person_id);
CREATE INDEX governance_appointment_organisation ON governance_appointment (on_behalf_of);
