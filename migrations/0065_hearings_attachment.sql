-- Files that stand beside answers. One that a network sends stands beside the answer of each member it names.
CREATE TABLE hearings_attachment (
    id TEXT PRIMARY KEY,
    hearing_id TEXT NOT NULL REFERENCES hearings_hearing (id),
    title TEXT NOT NULL CHECK (title <> ''),
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    media_type TEXT NOT NULL CHECK (media_type <> ''),
    size BIGINT NOT NULL CHECK (size > 0),
    digest TEXT NOT NULL CHECK (digest <> ''),
    state TEXT NOT NULL CHECK (state IN ('scanning', 'available', 'held', 'refused')),
    state_reason TEXT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX hearings_attachment_hearing ON hearings_attachment (hearing_id);

CREATE TABLE hearings_answer_attachment (
    attachment_id TEXT NOT NULL REFERENCES hearings_attachment (id),
    hearing_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    PRIMARY KEY (attachment_id, organisation_id),
    FOREIGN KEY (hearing_id, organisation_id) REFERENCES hearings_answer (hearing_id, organisation_id)
);
CREATE INDEX hearings_answer_attachment_answer ON hearings_answer_attachment (hearing_id, organisation_id);
