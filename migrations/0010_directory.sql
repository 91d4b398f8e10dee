-- Organisations. The names and numbers of today stand in the row itself, their history in the tables below.
CREATE TABLE directory_organisation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL
        CHECK (kind IN ('municipality', 'county', 'network', 'state_body', 'association', 'supplier', 'company')),
    slug TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL DEFAULT '',          -- kommunenummer or fylkesnummer, the last one held
    county_number TEXT NOT NULL DEFAULT '',   -- of a municipality; of Oslo, which is a county too, its own
    organisation_number TEXT UNIQUE CHECK (organisation_number IS NULL OR length(organisation_number) = 9),
    name_no TEXT NOT NULL CHECK (name_no <> ''),
    name_nn TEXT NOT NULL DEFAULT '',
    name_se TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    qualifier TEXT NOT NULL DEFAULT '',       -- the county, where two municipalities share the name
    valid_from TEXT,                          -- nothing when older than our sources
    valid_to TEXT,                            -- first day without it; nothing while it exists
    homepage TEXT NOT NULL DEFAULT '',
    basis TEXT NOT NULL DEFAULT '',           -- where we know it from
    population BIGINT NOT NULL DEFAULT 0 CHECK (population >= 0),
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    is_sami_area BIGINT NOT NULL DEFAULT 0 CHECK (is_sami_area IN (0, 1)),
    is_invented BIGINT NOT NULL DEFAULT 0 CHECK (is_invented IN (0, 1)),
    version BIGINT NOT NULL DEFAULT 1,
    CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to)
);
CREATE INDEX directory_organisation_kind ON directory_organisation (kind, valid_to);
CREATE INDEX directory_organisation_county ON directory_organisation (county_number);

-- Language: no, nn, en, se, smj, sma, fkv. A joined name of the sources is taken apart before it comes here.
CREATE TABLE directory_name (
    organisation_id TEXT NOT NULL REFERENCES directory_organisation (id),
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT
);
CREATE INDEX directory_name_organisation ON directory_name (organisation_id);

CREATE TABLE directory_number (
    organisation_id TEXT NOT NULL REFERENCES directory_organisation (id),
    scheme TEXT NOT NULL CHECK (scheme IN ('municipality', 'county')),
    number TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT
);
CREATE INDEX directory_number_number ON directory_number (number);
CREATE INDEX directory_number_organisation ON directory_number (organisation_id);

-- On the day, the successor took over the predecessor, whole or in part.
CREATE TABLE directory_succession (
    predecessor_id TEXT NOT NULL REFERENCES directory_organisation (id),
    successor_id TEXT NOT NULL REFERENCES directory_organisation (id),
    on_date TEXT NOT NULL,
    PRIMARY KEY (predecessor_id, successor_id, on_date)
);
CREATE INDEX directory_succession_successor ON directory_succession (successor_id);

CREATE TABLE directory_population (
    organisation_id TEXT NOT NULL REFERENCES directory_organisation (id),
    as_of TEXT NOT NULL,
    inhabitants BIGINT NOT NULL CHECK (inhabitants >= 0),
    PRIMARY KEY (organisation_id, as_of)
);

CREATE TABLE directory_membership (
    id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES directory_organisation (id),
    member_id TEXT NOT NULL REFERENCES directory_organisation (id),
    joined_on TEXT,
    left_on TEXT,
    basis TEXT NOT NULL DEFAULT '',
    CHECK (joined_on IS NULL OR left_on IS NULL OR joined_on <= left_on)
);
CREATE INDEX directory_membership_network ON directory_membership (network_id);
CREATE INDEX directory_membership_member ON directory_membership (member_id);
