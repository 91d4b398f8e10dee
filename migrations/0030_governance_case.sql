-- Cases: one row from the day a case is planned, whatever bodies it passes. Bodies and organisations are named by id.
CREATE TABLE governance_case_series (
    year BIGINT PRIMARY KEY CHECK (year BETWEEN 1970 AND 2069),
    last_serial BIGINT NOT NULL CHECK (last_serial > 0)
);

CREATE TABLE governance_case (
    id TEXT PRIMARY KEY,
    year BIGINT NOT NULL,
    serial BIGINT NOT NULL CHECK (serial > 0),
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    title TEXT NOT NULL CHECK (title <> ''),
    summary TEXT NOT NULL,
    background TEXT NOT NULL,
    handler_id TEXT,
    owner_id TEXT NOT NULL,
    owner_body_id TEXT,
    is_strategic BIGINT NOT NULL CHECK (is_strategic IN (0, 1)),
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('planned', 'noticed', 'in_preparation', 'on_agenda', 'treated', 'final',
                                         'followed_up', 'withdrawn')),
    has_political_record BIGINT NOT NULL CHECK (has_political_record IN (0, 1)),
    -- What lists filter and sort by, kept in step with the path by the one function that writes it.
    body_id TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('adopted', 'amended', 'rejected', 'postponed', 'referred', 'noted')),
    next_day TEXT,
    planned_at BIGINT NOT NULL,
    noticed_day TEXT,
    input_until TEXT,
    first_treated_on TEXT,
    closing_note TEXT NOT NULL,
    changed_at BIGINT NOT NULL CHECK (changed_at >= planned_at),
    version BIGINT NOT NULL CHECK (version > 0),
    UNIQUE (year, serial),
    CHECK (state = 'planned' OR state = 'withdrawn' OR noticed_day IS NOT NULL),
    CHECK (input_until IS NULL OR noticed_day IS NOT NULL)
);
CREATE INDEX governance_case_changed ON governance_case (changed_at);
CREATE INDEX governance_case_next ON governance_case (next_day);
CREATE INDEX governance_case_state ON governance_case (state, changed_at);

-- Words of Los, by the last part of their address there.
CREATE TABLE governance_case_theme (
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    theme TEXT NOT NULL CHECK (theme <> ''),
    PRIMARY KEY (case_id, theme)
);
CREATE INDEX governance_case_theme_theme ON governance_case_theme (theme);

-- The proposed decision.
CREATE TABLE governance_case_point (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    position BIGINT NOT NULL CHECK (position > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (case_id, position)
);
