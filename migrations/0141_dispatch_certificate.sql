-- Certificates of receivers run out, and can be withdrawn.

-- When it runs out; nothing as long as nobody has looked.
ALTER TABLE dispatch_receiver ADD COLUMN certificate_ends_at BIGINT;
-- Since when nothing is encrypted to it any more.
ALTER TABLE dispatch_receiver ADD COLUMN certificate_withdrawn_at BIGINT;
-- What its people have been told of it: 0 nothing, 1 that it runs out soon, 2 that it has run out.
ALTER TABLE dispatch_receiver ADD COLUMN certificate_told BIGINT NOT NULL DEFAULT 0
    CHECK (certificate_told IN (0, 1, 2));
