-- What the sector has said to others, and on what basis.
CREATE TABLE voice_series (
    kind TEXT NOT NULL CHECK (kind IN ('position', 'hindrance')),
    year BIGINT NOT NULL CHECK (year BETWEEN 1970 AND 2999),
    last_serial BIGINT NOT NULL CHECK (last_serial > 0),
    PRIMARY KEY (kind, year)
);

CREATE TABLE voice_position (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    title TEXT NOT NULL CHECK (title <> ''),
    statement TEXT NOT NULL CHECK (statement <> ''),
    addressee_id TEXT NOT NULL,
    occasion TEXT NOT NULL,
    stated_on TEXT NOT NULL,
    -- The case that a body decided, and what was decided there when the position was stated.
    case_id TEXT NOT NULL,
    body_id TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('adopted', 'amended', 'rejected', 'noted')),
    supersedes_id TEXT UNIQUE REFERENCES voice_position (id),
    withdrawn_on TEXT,
    withdrawal_reason TEXT NOT NULL,
    response TEXT NOT NULL,
    responded_on TEXT,
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    stated_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK ((withdrawn_on IS NULL) = (withdrawal_reason = '')),
    CHECK ((responded_on IS NULL) = (response = ''))
);
CREATE INDEX voice_position_stated ON voice_position (stated_on);
CREATE INDEX voice_position_case ON voice_position (case_id);
CREATE INDEX voice_position_addressee ON voice_position (addressee_id);

-- Rules that stand in the way of digital services.
CREATE TABLE voice_hindrance (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    title TEXT NOT NULL CHECK (title <> ''),
    law TEXT NOT NULL CHECK (law <> ''),
    provision TEXT NOT NULL,
    hinders TEXT NOT NULL CHECK (hinders <> ''),
    who_is_hit TEXT NOT NULL CHECK (who_is_hit <> ''),
    proposal TEXT NOT NULL,
    reporter_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reported', 'assessed', 'raised', 'resolved', 'declined')),
    state_note TEXT NOT NULL,
    state_since TEXT NOT NULL,
    case_id TEXT,
    position_id TEXT REFERENCES voice_position (id),
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    reported_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    -- Raised means raised with somebody: in a position or a case.
    CHECK (state <> 'raised' OR case_id IS NOT NULL OR position_id IS NOT NULL)
);
CREATE INDEX voice_hindrance_state ON voice_hindrance (state, reported_at);
CREATE INDEX voice_hindrance_reporter ON voice_hindrance (reporter_id);

-- Each organisation counts once that says the rule hits it too.
CREATE TABLE voice_hindrance_support (
    hindrance_id TEXT NOT NULL REFERENCES voice_hindrance (id),
    organisation_id TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (hindrance_id, organisation_id)
);
CREATE INDEX voice_hindrance_support_organisation ON voice_hindrance_support (organisation_id);
