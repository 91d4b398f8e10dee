-- Requests that were sent with a key, so that the same one sent again does nothing twice (platform/http/README.md).
CREATE TABLE platform_request_key (
    principal TEXT NOT NULL,
    request_key TEXT NOT NULL CHECK (request_key <> ''),
    fingerprint TEXT NOT NULL,
    path TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (principal, request_key)
);
CREATE INDEX platform_request_key_at ON platform_request_key (at);
