-- Contents in the store that nothing refers to any more, until their space is given back.
CREATE TABLE dispatch_released_blob (
    blob TEXT PRIMARY KEY,
    released_at BIGINT NOT NULL
);
CREATE INDEX dispatch_released_blob_time ON dispatch_released_blob (released_at);

-- Until when contents that nobody ever took have been looked for, and how much has been given back so far.
CREATE TABLE dispatch_space (
    only_row BIGINT PRIMARY KEY CHECK (only_row = 1),
    looked_until BIGINT NOT NULL,
    contents BIGINT NOT NULL CHECK (contents >= 0),
    bytes BIGINT NOT NULL CHECK (bytes >= 0)
);
INSERT INTO dispatch_space (only_row, looked_until, contents, bytes) VALUES (1, 0, 0, 0);

-- Makes the key of the content as one its own, also when two make it at the same time; nothing for those made before.
ALTER TABLE dispatch_upload ADD COLUMN whole_salt TEXT;
