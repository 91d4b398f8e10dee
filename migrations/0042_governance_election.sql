-- Elections: one among candidates, or places shared by lists. What a round came to stands in its decision record; here
-- is who could be voted for, and the seed of a lot, which its hash in the journal was committed to before any ballot.
CREATE TABLE governance_election (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES governance_agenda_item (id),
    position BIGINT NOT NULL CHECK (position > 0),
    post TEXT NOT NULL CHECK (post <> ''),
    form TEXT NOT NULL CHECK (form IN ('majority', 'proportional')),
    places BIGINT NOT NULL CHECK (places > 0),
    lot_seed TEXT NOT NULL,
    at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    UNIQUE (item_id, position),
    CHECK (form = 'proportional' OR places = 1)
);

CREATE TABLE governance_election_option (
    election_id TEXT NOT NULL REFERENCES governance_election (id),
    number BIGINT NOT NULL CHECK (number > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (election_id, number),
    UNIQUE (election_id, name)
);

-- The names on a list, in order.
CREATE TABLE governance_election_name (
    election_id TEXT NOT NULL,
    option_number BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (election_id, option_number, number),
    FOREIGN KEY (election_id, option_number) REFERENCES governance_election_option (election_id, number)
);

CREATE TABLE governance_election_round (
    vote_id TEXT PRIMARY KEY REFERENCES governance_decision_record (vote_id),
    election_id TEXT NOT NULL REFERENCES governance_election (id),
    position BIGINT NOT NULL CHECK (position > 0),
    UNIQUE (election_id, position)
);
