-- A run is done when its files lie at the printer's no longer, and that can fail when the printer is elsewhere.
ALTER TABLE dispatch_print_run ADD COLUMN cleared_at BIGINT;
UPDATE dispatch_print_run SET cleared_at = acknowledged_at;

DROP INDEX dispatch_print_run_open;
CREATE INDEX dispatch_print_run_uncleared ON dispatch_print_run (begun_at) WHERE cleared_at IS NULL;
