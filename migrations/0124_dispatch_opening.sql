-- Who of an organisation has opened what it was sent: each opens for themselves, so that nobody reads unseen.
CREATE TABLE dispatch_opening (
    dispatch_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (dispatch_id, position, person_id),
    FOREIGN KEY (dispatch_id, position) REFERENCES dispatch_recipient (dispatch_id, position)
);

-- What a recipient has put away; it can still be read.
ALTER TABLE dispatch_recipient ADD COLUMN archived_at BIGINT;
