-- Departments that an organisation takes post for, each by a key that senders write and a name that people read.
CREATE TABLE dispatch_department (
    organisation_id TEXT NOT NULL,
    key TEXT NOT NULL CHECK (key <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    -- Since then no new post is taken for it.
    closed_at BIGINT,
    PRIMARY KEY (organisation_id, key)
);

-- Which channel an organisation wants its post on first: '' is every department, every type. The most specific one wins.
CREATE TABLE dispatch_choice (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    -- Its number as it was then: post is addressed by number.
    organisation_number TEXT NOT NULL,
    department TEXT NOT NULL,
    dispatch_type TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('receiver', 'altinn', 'mailbox')),
    UNIQUE (organisation_number, department, dispatch_type)
);
CREATE INDEX dispatch_choice_organisation ON dispatch_choice (organisation_id);

-- The key that the sender wrote. It is no personal data, and outlives the content.
ALTER TABLE dispatch_dispatch ADD COLUMN department TEXT NOT NULL DEFAULT '';

-- A receiver may be there for one department: '' is every one. It is a part of the key, so the table is made anew.
CREATE TABLE dispatch_receiver_address_new (
    organisation_number TEXT NOT NULL CHECK (length(organisation_number) = 9),
    department TEXT NOT NULL,
    dispatch_type TEXT NOT NULL,
    level BIGINT NOT NULL CHECK (level IN (0, 3, 4)),
    receiver_id TEXT NOT NULL REFERENCES dispatch_receiver (id),
    PRIMARY KEY (organisation_number, department, dispatch_type, level)
);
INSERT INTO dispatch_receiver_address_new (organisation_number, department, dispatch_type, level, receiver_id)
    SELECT organisation_number, '', dispatch_type, level, receiver_id FROM dispatch_receiver_address;
DROP TABLE dispatch_receiver_address;
ALTER TABLE dispatch_receiver_address_new RENAME TO dispatch_receiver_address;
CREATE INDEX dispatch_receiver_address_receiver ON dispatch_receiver_address (receiver_id);
