-- Councils, boards and projects outside the sector in which seats are held for it.
CREATE TABLE representation_council (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    name_nb TEXT NOT NULL CHECK (name_nb <> ''),
    name_nn TEXT NOT NULL CHECK (name_nn <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('council', 'board', 'steering_group', 'project')),
    host_id TEXT NOT NULL,
    mandate TEXT NOT NULL CHECK (mandate <> ''),
    mandate_from TEXT NOT NULL,
    our_seats BIGINT NOT NULL CHECK (our_seats BETWEEN 1 AND 40),
    -- Of the others. As many as ours in a body of equal numbers.
    other_seats BIGINT NOT NULL CHECK (other_seats BETWEEN 0 AND 200),
    is_equal_number BIGINT NOT NULL CHECK (is_equal_number IN (0, 1)),
    report_days BIGINT NOT NULL CHECK (report_days BETWEEN 1 AND 90),
    ended_on TEXT,
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK (is_equal_number = 0 OR our_seats = other_seats)
);
CREATE INDEX representation_council_host ON representation_council (host_id);

-- Who holds which seat there, for whom and how long. It gives no rights here: whoever sits there advises and reports.
CREATE TABLE representation_holder (
    id TEXT PRIMARY KEY,
    council_id TEXT NOT NULL REFERENCES representation_council (id),
    seat BIGINT NOT NULL CHECK (seat > 0),
    person_id TEXT NOT NULL,
    on_behalf_of TEXT NOT NULL,
    -- 0 holds the seat; deputies are called from 1 on.
    deputy_order BIGINT NOT NULL CHECK (deputy_order BETWEEN 0 AND 9),
    valid_from TEXT NOT NULL,
    valid_to TEXT CHECK (valid_to > valid_from),
    ended_on TEXT CHECK (ended_on >= valid_from),
    end_reason TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis <> ''),
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK ((ended_on IS NULL) = (end_reason = ''))
);
CREATE INDEX representation_holder_council ON representation_holder (council_id, seat);
CREATE INDEX representation_holder_person ON representation_holder (person_id);
CREATE INDEX representation_holder_organisation ON representation_holder (on_behalf_of);

-- A meeting there. Each seat that was held on the day owes a report.
CREATE TABLE representation_meeting (
    id TEXT PRIMARY KEY,
    council_id TEXT NOT NULL REFERENCES representation_council (id),
    held_on TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    UNIQUE (council_id, held_on, title)
);

CREATE TABLE representation_report (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES representation_meeting (id),
    seat BIGINT NOT NULL CHECK (seat > 0),
    holder_id TEXT NOT NULL REFERENCES representation_holder (id),
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    said TEXT NOT NULL CHECK (said <> ''),
    -- Number of the position it rests on, "P-2026-3"; empty when there was none.
    position TEXT NOT NULL,
    came_of_it TEXT NOT NULL,
    means TEXT NOT NULL CHECK (means <> ''),
    -- Why the texts are shielded; empty when everybody may read them.
    legal_basis TEXT NOT NULL,
    reported_at BIGINT NOT NULL,
    UNIQUE (meeting_id, seat)
);
CREATE INDEX representation_report_reported ON representation_report (reported_at);

-- A seat is reminded once of each meeting.
CREATE TABLE representation_reminder (
    meeting_id TEXT NOT NULL REFERENCES representation_meeting (id),
    seat BIGINT NOT NULL,
    reminded_at BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, seat)
);
