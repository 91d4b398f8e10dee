-- Notices of letters that lie in a mailbox: one for each letter, occasion and way, written down before it is sent, so
-- that none is ever sent twice. No address stands here: addresses are asked for when they are used, and forgotten.
CREATE TABLE dispatch_notice (
    dispatch_id TEXT NOT NULL REFERENCES dispatch_dispatch (id),
    occasion TEXT NOT NULL CHECK (occasion IN ('arrival', 'reminder')),
    way TEXT NOT NULL CHECK (way IN ('mail', 'text_message')),
    begun_at BIGINT NOT NULL,
    -- Nothing while it is on its way. 'unknown': the program ended before it knew whether it was sent.
    outcome TEXT CHECK (outcome IN ('sent', 'refused', 'unknown')),
    PRIMARY KEY (dispatch_id, occasion, way)
);
