-- Objects held from elsewhere: each OParl system that was read is a source, its objects a graph of their own. An object's
-- key is made from its address (63 bits of its SHA-256), so that references can be kept before what they lead to is here.
CREATE TABLE oparl_source (
    number BIGINT PRIMARY KEY CHECK (number > 0),
    slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    -- Where the system was read from; empty for a folder.
    address TEXT NOT NULL,
    license TEXT NOT NULL,
    -- What is older than this has been read in full; only what is newer needs to be asked for.
    complete_until BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL CHECK (changed_at >= created_at)
);

CREATE TABLE oparl_object (
    source BIGINT NOT NULL REFERENCES oparl_source (number),
    key BIGINT NOT NULL,
    id TEXT NOT NULL CHECK (id <> ''),
    type TEXT NOT NULL CHECK (type IN ('system', 'body', 'legislative_term', 'organization', 'person', 'membership',
                                       'meeting', 'agenda_item', 'paper', 'consultation', 'file', 'location')),
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    modified_at BIGINT NOT NULL,
    is_deleted BIGINT NOT NULL CHECK (is_deleted IN (0, 1)),
    stands_alone BIGINT NOT NULL CHECK (stands_alone IN (0, 1)),
    content TEXT NOT NULL,
    digest BYTEA NOT NULL,
    taken_at BIGINT NOT NULL,
    PRIMARY KEY (source, key)
);
CREATE INDEX oparl_object_list ON oparl_object (source, type, is_deleted, day);

CREATE TABLE oparl_reference (
    source BIGINT NOT NULL,
    from_key BIGINT NOT NULL,
    property TEXT NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    to_key BIGINT NOT NULL
);
CREATE INDEX oparl_reference_from ON oparl_reference (source, from_key);
CREATE INDEX oparl_reference_to ON oparl_reference (source, to_key);

-- How far an import that has not ended has come, for each list (or file) of the source: the page to read next, or nothing
-- more.
CREATE TABLE oparl_position (
    source BIGINT NOT NULL REFERENCES oparl_source (number),
    list TEXT NOT NULL,
    next TEXT NOT NULL,
    PRIMARY KEY (source, list)
);

-- What was not taken when the source was last read, and why.
CREATE TABLE oparl_refusal (
    source BIGINT NOT NULL REFERENCES oparl_source (number),
    position BIGINT NOT NULL CHECK (position > 0),
    place TEXT NOT NULL,
    object TEXT NOT NULL,
    pointer TEXT NOT NULL,
    code TEXT NOT NULL,
    -- JSON: what the words of the code are filled with.
    filling TEXT NOT NULL,
    PRIMARY KEY (source, position)
);
