-- Whom a seat speaks for in the country, and whether whoever holds it has the duty to spread knowledge there.
ALTER TABLE governance_appointment ADD COLUMN region_id TEXT;
ALTER TABLE governance_appointment ADD COLUMN is_ambassador BIGINT NOT NULL DEFAULT 0 CHECK (is_ambassador IN (0, 1));
