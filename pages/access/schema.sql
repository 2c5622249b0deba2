-- Accounts, their sessions, and the audit of both. Times are UTC as 2026-01-31T08:00:00+00:00.

PRAGMA user_version = 1;

CREATE TABLE account (
    name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 64),
    role TEXT NOT NULL CHECK (role IN ('leader', 'statistician', 'administrator')),
    departments TEXT NOT NULL DEFAULT '',          -- codes, separated by spaces
    sso TEXT UNIQUE COLLATE NOCASE,                -- what a provider of single sign-on calls the person
    password TEXT,                                 -- argon2id; none: single sign-on only
    must_change INTEGER NOT NULL DEFAULT 0,        -- the password was set by somebody else
    disabled INTEGER NOT NULL DEFAULT 0,
    created TEXT NOT NULL,
    logged_in TEXT                                 -- the last time
) STRICT;

-- Ended sessions stay until they would have expired: a single sign-on must not revive one.
CREATE TABLE session (
    digest TEXT PRIMARY KEY,                       -- SHA-256 of the token; the token itself is nowhere
    account TEXT NOT NULL REFERENCES account (name),
    kind TEXT NOT NULL CHECK (kind IN ('password', 'proxy', 'provider')),
    started TEXT NOT NULL,
    seen TEXT NOT NULL,
    ended TEXT
) STRICT;
CREATE INDEX session_account ON session (account);

-- Failed log-ins in a row, by account:NAME and address:ADDRESS.
CREATE TABLE failure (
    subject TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    last TEXT NOT NULL,
    locked_until TEXT
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    by TEXT NOT NULL,                              -- who did it; blank where nobody is logged in
    about TEXT NOT NULL,                           -- the account it happened to
    address TEXT NOT NULL,                         -- where the request came from
    detail TEXT NOT NULL,                          -- JSON
    previous TEXT NOT NULL,                        -- digest of the row before
    digest TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER audit_goes_on_at_its_end BEFORE INSERT ON audit
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM audit)
    OR NEW.previous <> coalesce((SELECT digest FROM audit ORDER BY number DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
