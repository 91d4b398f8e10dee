-- The debate booklet: once a year the same questions to all members, answered by county meeting.
CREATE TABLE hearings_booklet (
    id TEXT PRIMARY KEY,
    year BIGINT NOT NULL UNIQUE CHECK (year BETWEEN 1970 AND 2069),
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    title TEXT NOT NULL CHECK (title <> ''),
    introduction TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL CHECK (closes_on >= opens_on),
    published_at BIGINT NOT NULL,
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1))
);
CREATE TABLE hearings_booklet_question (
    booklet_id TEXT NOT NULL REFERENCES hearings_booklet (id),
    number BIGINT NOT NULL CHECK (number > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    summary TEXT NOT NULL,
    PRIMARY KEY (booklet_id, number)
);
CREATE TABLE hearings_booklet_answer (
    booklet_id TEXT NOT NULL,
    question BIGINT NOT NULL,
    county_id TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (booklet_id, question, county_id),
    FOREIGN KEY (booklet_id, question) REFERENCES hearings_booklet_question (booklet_id, number)
);
-- The cases that follow from what was answered.
CREATE TABLE hearings_booklet_case (
    booklet_id TEXT NOT NULL,
    question BIGINT NOT NULL,
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    PRIMARY KEY (booklet_id, question, case_id),
    FOREIGN KEY (booklet_id, question) REFERENCES hearings_booklet_question (booklet_id, number)
);
CREATE INDEX hearings_booklet_case_case ON hearings_booklet_case (case_id);
