-- Meetings of the scheme of consultation with the state, what is raised there, and what it costs by both sides' count.
CREATE TABLE voice_series_wider (
    kind TEXT NOT NULL
        CHECK (kind IN ('position', 'hindrance', 'consultation', 'state_hearing', 'co_funding_statement')),
    year BIGINT NOT NULL CHECK (year BETWEEN 1970 AND 2999),
    last_serial BIGINT NOT NULL CHECK (last_serial > 0),
    PRIMARY KEY (kind, year)
);
INSERT INTO voice_series_wider (kind, year, last_serial) SELECT kind, year, last_serial FROM voice_series;
DROP TABLE voice_series;
ALTER TABLE voice_series_wider RENAME TO voice_series;

CREATE TABLE voice_consultation (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    year BIGINT NOT NULL CHECK (year BETWEEN 1970 AND 2999),
    point TEXT NOT NULL CHECK (point IN ('first', 'second', 'third', 'autumn', 'digitalisation')),
    counterpart_id TEXT NOT NULL,
    held_on TEXT NOT NULL,
    place TEXT NOT NULL,
    introduction TEXT NOT NULL,
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    planned_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    -- The autumn round is bilateral, one meeting with each; the others are held once with each counterpart too.
    UNIQUE (year, point, counterpart_id)
);
CREATE INDEX voice_consultation_held ON voice_consultation (held_on);
CREATE INDEX voice_consultation_counterpart ON voice_consultation (counterpart_id);

-- Who speaks for the sector in the meeting: seats in bodies, as they are held on its day.
CREATE TABLE voice_consultation_speaker (
    consultation_id TEXT NOT NULL REFERENCES voice_consultation (id),
    appointment_id TEXT NOT NULL,
    PRIMARY KEY (consultation_id, appointment_id)
);

CREATE TABLE voice_consultation_item (
    id TEXT PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES voice_consultation (id),
    place BIGINT NOT NULL CHECK (place > 0),
    title TEXT NOT NULL CHECK (title <> ''),
    text TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('agreed', 'partly', 'not_agreed', 'postponed')),
    outcome_words TEXT NOT NULL,
    outcome_on TEXT,
    raised_at BIGINT NOT NULL,
    UNIQUE (consultation_id, place),
    CHECK ((outcome IS NULL) = (outcome_on IS NULL)),
    CHECK ((outcome IS NULL) = (outcome_words = ''))
);

-- What an item stands on: positions, cases and rules that hinder.
CREATE TABLE voice_consultation_link (
    item_id TEXT NOT NULL REFERENCES voice_consultation_item (id),
    kind TEXT NOT NULL CHECK (kind IN ('position', 'case', 'hindrance')),
    target_id TEXT NOT NULL,
    PRIMARY KEY (item_id, kind, target_id)
);
CREATE INDEX voice_consultation_link_target ON voice_consultation_link (kind, target_id);

-- One side's calculation of what an item costs. A newer one has a higher revision; none is changed or removed.
CREATE TABLE voice_calculation (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES voice_consultation_item (id),
    side TEXT NOT NULL CHECK (side IN ('sector', 'state')),
    revision BIGINT NOT NULL CHECK (revision > 0),
    method TEXT NOT NULL CHECK (method <> ''),
    method_version BIGINT NOT NULL CHECK (method_version > 0),
    price_level_year BIGINT NOT NULL CHECK (price_level_year BETWEEN 1990 AND 2999),
    note TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    UNIQUE (item_id, side, revision)
);
CREATE TABLE voice_calculation_input (
    calculation_id TEXT NOT NULL REFERENCES voice_calculation (id),
    name TEXT NOT NULL CHECK (name <> ''),
    -- In ten-thousandths, so that every number is exact.
    amount BIGINT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (calculation_id, name)
);

CREATE TABLE voice_follow_up (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES voice_consultation_item (id),
    what TEXT NOT NULL CHECK (what <> ''),
    owner_id TEXT NOT NULL,
    due_on TEXT NOT NULL,
    done_on TEXT,
    done_words TEXT NOT NULL,
    agreed_at BIGINT NOT NULL,
    CHECK ((done_on IS NULL) = (done_words = ''))
);
CREATE INDEX voice_follow_up_item ON voice_follow_up (item_id);
CREATE INDEX voice_follow_up_due ON voice_follow_up (done_on, due_on);
CREATE INDEX voice_follow_up_owner ON voice_follow_up (owner_id);
