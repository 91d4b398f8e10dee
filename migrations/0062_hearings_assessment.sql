-- What expert bodies are asked to assess before another body takes up a case. While one is required, a row in
-- governance_hold keeps the case from that body.
CREATE TABLE hearings_assessment (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES governance_case (id),
    assessor_id TEXT NOT NULL REFERENCES governance_body (id),
    before_id TEXT NOT NULL REFERENCES governance_body (id),
    state TEXT NOT NULL CHECK (state IN ('required', 'delivered', 'withdrawn')),
    required_at BIGINT NOT NULL,
    settled_at BIGINT,
    conclusion TEXT NOT NULL,
    CHECK (assessor_id <> before_id),
    CHECK ((state = 'required') = (settled_at IS NULL)),
    CHECK (state = 'required' OR conclusion <> '')
);
CREATE INDEX hearings_assessment_case ON hearings_assessment (case_id);
CREATE INDEX hearings_assessment_assessor ON hearings_assessment (assessor_id, state);

CREATE TABLE hearings_assessed_layer (
    assessment_id TEXT NOT NULL REFERENCES hearings_assessment (id),
    layer TEXT NOT NULL CHECK (layer IN ('legal', 'organisational', 'semantic', 'technical', 'privacy', 'security')),
    verdict TEXT NOT NULL CHECK (verdict IN ('in_order', 'reservation', 'not_in_order', 'not_relevant')),
    text TEXT NOT NULL,
    PRIMARY KEY (assessment_id, layer),
    CHECK (verdict IN ('in_order', 'not_relevant') OR text <> '')
);
