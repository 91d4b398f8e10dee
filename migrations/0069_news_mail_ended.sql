-- Who has ended mail with the link in one, until they ask for mail again.
ALTER TABLE news_mail_address ADD COLUMN ended_at BIGINT;
