-- Hearings that the state holds: our answer's way through the bodies, the answer, and what the state did with it.
CREATE TABLE voice_state_hearing (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    title TEXT NOT NULL CHECK (title <> ''),
    summary TEXT NOT NULL,
    sender_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    address TEXT NOT NULL CHECK (address LIKE 'http%'),
    sent_on TEXT NOT NULL,
    deadline TEXT NOT NULL,
    case_id TEXT,
    answered_on TEXT,
    position_id TEXT REFERENCES voice_position (id),
    document_id TEXT,
    authority TEXT NOT NULL,
    speaker_id TEXT,
    declined_on TEXT,
    decline_reason TEXT NOT NULL,
    result TEXT CHECK (result IN ('followed', 'partly', 'not_followed')),
    result_words TEXT NOT NULL,
    result_source TEXT NOT NULL,
    result_on TEXT,
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    registered_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK (sent_on <= deadline),
    CHECK ((answered_on IS NULL) = (position_id IS NULL)),
    CHECK ((answered_on IS NULL) = (authority = '')),
    CHECK (answered_on IS NULL OR declined_on IS NULL),
    CHECK ((declined_on IS NULL) = (decline_reason = '')),
    CHECK ((result IS NULL) = (result_on IS NULL)),
    -- What was not said cannot be followed.
    CHECK (result IS NULL OR answered_on IS NOT NULL)
);
CREATE INDEX voice_state_hearing_deadline ON voice_state_hearing (deadline);
CREATE INDEX voice_state_hearing_sender ON voice_state_hearing (sender_id);
CREATE INDEX voice_state_hearing_case ON voice_state_hearing (case_id);
