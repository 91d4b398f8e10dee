-- Finished pictures of the municipalities, kept per period: numbers and borders change with reforms.
CREATE TABLE directory_map (
    valid_from TEXT NOT NULL,
    sort TEXT NOT NULL CHECK (sort IN ('cartogram', 'borders')),
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    county_borders TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (valid_from, sort)
);

CREATE TABLE directory_map_shape (
    valid_from TEXT NOT NULL,
    sort TEXT NOT NULL,
    number TEXT NOT NULL,              -- kommunenummer on that day
    path TEXT NOT NULL DEFAULT '',     -- SVG path data; empty in the cartogram
    x DOUBLE PRECISION NOT NULL DEFAULT 0,
    y DOUBLE PRECISION NOT NULL DEFAULT 0,
    radius DOUBLE PRECISION NOT NULL DEFAULT 0,
    PRIMARY KEY (valid_from, sort, number),
    FOREIGN KEY (valid_from, sort) REFERENCES directory_map (valid_from, sort)
);
