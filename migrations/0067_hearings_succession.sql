-- After a merger the successor is asked instead of its predecessors; their rows and answers stay, as history.
ALTER TABLE hearings_addressee ADD COLUMN succeeded_by TEXT;
ALTER TABLE hearings_addressee ADD COLUMN succeeded_at BIGINT;
-- What a predecessor said, until the successor speaks itself.
ALTER TABLE hearings_answer ADD COLUMN is_inherited BIGINT NOT NULL DEFAULT 0 CHECK (is_inherited IN (0, 1));
CREATE INDEX hearings_addressee_succeeded ON hearings_addressee (hearing_id, succeeded_by);
