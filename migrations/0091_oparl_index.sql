-- Objects are looked for by key while thousands are written. An index that begins with the source tempts PostgreSQL to read
-- all of it for that; one that begins with the type serves lists as well and nothing else.
DROP INDEX oparl_object_list;
CREATE INDEX oparl_object_of_type ON oparl_object (type, source, is_deleted, day);
