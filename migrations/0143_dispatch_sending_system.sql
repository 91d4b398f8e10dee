-- Which system of the sender's it came from, as it says: what was accepted before has none. It is no personal data, and
-- outlives the content. The outbox asks for one system's post, the newest first.
ALTER TABLE dispatch_dispatch ADD COLUMN sending_system TEXT NOT NULL DEFAULT '';
CREATE INDEX dispatch_dispatch_sending_system ON dispatch_dispatch (account_id, sending_system, received_at);
