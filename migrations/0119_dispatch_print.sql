-- Letters on paper: runs that a printer is handed, and which letter stands where in which run.

-- Working hours that a letter may lie unread before it is printed.
ALTER TABLE dispatch_account ADD COLUMN read_deadline_h BIGINT NOT NULL DEFAULT 40;

CREATE TABLE dispatch_print_run (
    id TEXT PRIMARY KEY,
    -- What the files in the folder are called.
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    state TEXT NOT NULL CHECK (state IN ('begun', 'handed_over', 'acknowledged')),
    begun_at BIGINT NOT NULL,
    handed_over_at BIGINT,
    acknowledged_at BIGINT,
    pages BIGINT NOT NULL CHECK (pages >= 0),
    bytes BIGINT NOT NULL CHECK (bytes >= 0),
    sha256 TEXT NOT NULL,
    -- What stands in the way of its going on; empty when nothing does.
    trouble TEXT NOT NULL,
    CHECK ((state = 'begun') = (handed_over_at IS NULL)),
    CHECK ((state = 'acknowledged') = (acknowledged_at IS NOT NULL))
);
CREATE INDEX dispatch_print_run_begun ON dispatch_print_run (begun_at, id);
CREATE INDEX dispatch_print_run_open ON dispatch_print_run (begun_at) WHERE state <> 'acknowledged';

CREATE TABLE dispatch_print_letter (
    run_id TEXT NOT NULL REFERENCES dispatch_print_run (id),
    dispatch_id TEXT NOT NULL REFERENCES dispatch_dispatch (id),
    -- From 1, once the run is set; 0 before.
    position BIGINT NOT NULL,
    first_page BIGINT NOT NULL,
    pages BIGINT NOT NULL,
    sheets BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'printed', 'failed')),
    reason TEXT NOT NULL,
    PRIMARY KEY (run_id, dispatch_id)
);
CREATE INDEX dispatch_print_letter_dispatch ON dispatch_print_letter (dispatch_id);

CREATE INDEX dispatch_dispatch_print ON dispatch_dispatch (status_at) WHERE status = 'accepted';
CREATE INDEX dispatch_dispatch_unread ON dispatch_dispatch (status_at) WHERE status = 'notified';
