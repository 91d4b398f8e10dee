-- Habilitet: whether somebody has a part in an item. The reason is for those who may see what is shielded; ground and
-- ruling stand in the minutes.
CREATE TABLE governance_impartiality (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    appointment_id TEXT NOT NULL REFERENCES governance_appointment (id),
    raised_by TEXT REFERENCES governance_appointment (id),
    ground TEXT NOT NULL CHECK (ground IN ('party', 'family', 'marriage', 'agent', 'leading_role', 'particular',
                                           'other_body', 'own_wish')),
    reason TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    ruling TEXT CHECK (ruling IN ('disqualified', 'impartial', 'exempted')),
    ruled_at BIGINT,
    record_id TEXT REFERENCES governance_decision_record (vote_id),
    UNIQUE (item_id, appointment_id),
    CHECK ((ruling IS NULL) = (ruled_at IS NULL)),
    CHECK ((ruling IS NULL) = (record_id IS NULL))
);

-- Members of one body step down in another, in matters of a theme; no theme: in all.
CREATE TABLE governance_role_conflict (
    member_of TEXT NOT NULL REFERENCES governance_body (id),
    steps_down_in TEXT NOT NULL REFERENCES governance_body (id) CHECK (steps_down_in <> member_of),
    theme TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis <> ''),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (member_of, steps_down_in, theme)
);
