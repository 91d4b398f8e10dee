-- The outbox asks for one state of an account's post, the newest first; among millions that are done, few are not.
CREATE INDEX dispatch_dispatch_outbox ON dispatch_dispatch (account_id, status, received_at);
