-- A repetition is looked for among the letters of some weeks. Digests come in no order: where all that ever came stand
-- together, each new letter changes a page somewhere among them; where each week stands together, only among its own.
DROP INDEX dispatch_dispatch_duplicate;
CREATE INDEX dispatch_dispatch_repetition ON dispatch_dispatch ((received_at / 604800000000), duplicate_digest);
