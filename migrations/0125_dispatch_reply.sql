-- What recipients answer. It is sent from an account of its own for each organisation, and from one for all persons,
-- whose organisation no organisation is.
ALTER TABLE dispatch_account ADD COLUMN is_for_replies BIGINT NOT NULL DEFAULT 0 CHECK (is_for_replies IN (0, 1));
CREATE UNIQUE INDEX dispatch_account_replies ON dispatch_account (organisation_id) WHERE is_for_replies = 1;

-- Which dispatch answers which letter, and which of its recipients sent it.
CREATE TABLE dispatch_reply (
    dispatch_id TEXT PRIMARY KEY REFERENCES dispatch_dispatch (id),
    letter_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    FOREIGN KEY (letter_id, position) REFERENCES dispatch_recipient (dispatch_id, position)
);
CREATE INDEX dispatch_reply_letter ON dispatch_reply (letter_id, position, sent_at);
