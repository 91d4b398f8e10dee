-- Full-text search (platform/search). Words are folded and stemmed by the program; the databases only keep and find them.

-- only: sqlite
CREATE TABLE search_document (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    url TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (kind, id)
);

-- Four columns: stems for what is meant, words as written for phrases and half-typed words.
-- only: sqlite
CREATE VIRTUAL TABLE search_word USING fts5 (
    title_stems, text_stems, title_words, text_words, tokenize = 'ascii', prefix = '2 3'
);

-- only: postgresql
CREATE TABLE search_document (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    url TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    title_stems TEXT NOT NULL,
    text_stems TEXT NOT NULL,
    words TSVECTOR NOT NULL,
    UNIQUE (kind, id)
);

-- only: postgresql
CREATE INDEX search_document_words ON search_document USING gin (words);
