-- Events that are committed and have no position in the feed yet. A new key is greater than all that are there.
CREATE TABLE ticketing_pending (
    pending_key INTEGER PRIMARY KEY,
    tenant      TEXT   NOT NULL,
    ticket_key  BIGINT NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX ix_ticketing_pending__tenant_pending_key ON ticketing_pending (tenant, pending_key);

-- Everything that happened before there was a feed, in its order; of one ticket by version, even if a clock went back.
INSERT INTO ticketing_pending (tenant, ticket_key, version)
SELECT tenant, ticket_key, version
FROM (
    SELECT t.tenant, e.ticket_key, e.version,
           MAX(e.at) OVER (PARTITION BY e.ticket_key ORDER BY e.version) AS reached_at
    FROM ticketing_event e JOIN ticketing_ticket t ON t.ticket_key = e.ticket_key
)
ORDER BY reached_at, ticket_key, version;

-- The order of a tenant's events: 1, 2, 3 without a gap.
CREATE TABLE ticketing_feed (
    tenant     TEXT   NOT NULL,
    position   BIGINT NOT NULL,
    ticket_key BIGINT NOT NULL,
    version    BIGINT NOT NULL,
    PRIMARY KEY (tenant, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX ux_ticketing_feed__ticket_key_version ON ticketing_feed (ticket_key, version);

-- The last position given out. Whoever gives out positions locks the tenant's row.
CREATE TABLE ticketing_sequencer (
    tenant        TEXT   NOT NULL PRIMARY KEY,
    last_position BIGINT NOT NULL
) WITHOUT ROWID;

-- Up to which position the feed was looked through for a subscription.
CREATE TABLE ticketing_subscription (
    tenant   TEXT   NOT NULL,
    name     TEXT   NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (tenant, name)
) WITHOUT ROWID;

-- One for each subscription and ticket with something left to deliver; versions are those of the ticket's events.
CREATE TABLE ticketing_lane (
    lane_key     INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant       TEXT   NOT NULL,
    subscription TEXT   NOT NULL,
    ticket_key   BIGINT NOT NULL,
    next_version BIGINT NOT NULL,
    last_version BIGINT NOT NULL,
    attempts     BIGINT NOT NULL,
    parked       BIGINT NOT NULL,
    due_at       BIGINT NOT NULL,
    lease        TEXT,
    body         BLOB,
    failure      TEXT
);
CREATE UNIQUE INDEX ux_ticketing_lane__tenant_subscription_ticket_key
    ON ticketing_lane (tenant, subscription, ticket_key);
CREATE INDEX ix_ticketing_lane__tenant_subscription_parked_due_at
    ON ticketing_lane (tenant, subscription, parked, due_at);

-- A counter is the sum of its stripes, so that two open transactions need not wait for each other.
CREATE TABLE ticketing_count_in_stripes (
    tenant     TEXT   NOT NULL,
    scope_kind TEXT   NOT NULL,
    scope      TEXT   NOT NULL,
    status     TEXT   NOT NULL,
    priority   TEXT   NOT NULL,
    category   TEXT   NOT NULL,
    stripe     BIGINT NOT NULL,
    tickets    BIGINT NOT NULL,
    PRIMARY KEY (tenant, scope_kind, scope, status, priority, category, stripe)
) WITHOUT ROWID;
INSERT INTO ticketing_count_in_stripes (tenant, scope_kind, scope, status, priority, category, stripe, tickets)
SELECT tenant, scope_kind, scope, status, priority, category, 0, tickets FROM ticketing_count;
DROP TABLE ticketing_count;
ALTER TABLE ticketing_count_in_stripes RENAME TO ticketing_count;

-- SHA-256 of the whole key, since other engines cannot have so long a key in a unique index; null in older rows.
ALTER TABLE ticketing_outcome ADD COLUMN key_hash TEXT;

-- Messages and notes that ticketing_search does not have yet, or has as they were before an edit; a few hundred at most.
-- entry_key is the rowid there; the words stand between spaces.
CREATE TABLE ticketing_unindexed (
    entry_key INTEGER PRIMARY KEY,
    scope     TEXT   NOT NULL,
    is_public BIGINT NOT NULL,
    words     TEXT   NOT NULL
);

-- 0 as long as nothing has happened to the ticket since it was opened.
ALTER TABLE ticketing_ticket ADD COLUMN changed BIGINT NOT NULL DEFAULT 0;
UPDATE ticketing_ticket SET changed = 1 WHERE version > 1;
DROP INDEX ix_ticketing_ticket__account_created_at;
DROP INDEX ix_ticketing_ticket__account_last_message_at;
DROP INDEX ix_ticketing_ticket__account_portal_updated_at;
DROP INDEX ix_ticketing_ticket__department_created_at;
DROP INDEX ix_ticketing_ticket__department_last_message_at;
DROP INDEX ix_ticketing_ticket__department_updated_at;
DROP INDEX ix_ticketing_ticket__department_portal_updated_at;
DROP INDEX ix_ticketing_ticket__assignee_created_at;
DROP INDEX ix_ticketing_ticket__assignee_last_message_at;
DROP INDEX ix_ticketing_ticket__assignee_updated_at;
DROP INDEX ix_ticketing_ticket__assignee_portal_updated_at;
-- A list walks one of these for each account, department or agent and each status, newest first, and stops when the page is
-- full; the last columns answer the remaining filters, so that a row is read only when it is on the page. A ticket to which nothing
-- has happened has one time, so one index of each place has it in all orders; opening a ticket writes to few indexes.
CREATE INDEX ix_ticketing_ticket__account_opened ON ticketing_ticket
    (tenant, account, status, created_at, id, department, category, priority) WHERE changed = 0;
CREATE INDEX ix_ticketing_ticket__account_created_at ON ticketing_ticket
    (tenant, account, status, created_at, id, department, category, priority) WHERE changed = 1;
CREATE INDEX ix_ticketing_ticket__account_last_message_at ON ticketing_ticket
    (tenant, account, status, last_message_at, id, department, category, priority) WHERE changed = 1;
CREATE INDEX ix_ticketing_ticket__account_portal_updated_at ON ticketing_ticket
    (tenant, account, status, portal_updated_at, id, department, category, priority) WHERE changed = 1;
CREATE INDEX ix_ticketing_ticket__department_opened ON ticketing_ticket
    (tenant, department, status, created_at, id, category, priority) WHERE changed = 0;
CREATE INDEX ix_ticketing_ticket__department_created_at ON ticketing_ticket
    (tenant, department, status, created_at, id, category, priority) WHERE changed = 1;
CREATE INDEX ix_ticketing_ticket__department_last_message_at ON ticketing_ticket
    (tenant, department, status, last_message_at, id, category, priority) WHERE changed = 1;
CREATE INDEX ix_ticketing_ticket__department_updated_at ON ticketing_ticket
    (tenant, department, status, updated_at, id, category, priority) WHERE changed = 1;
CREATE INDEX ix_ticketing_ticket__department_portal_updated_at ON ticketing_ticket
    (tenant, department, status, portal_updated_at, id, category, priority) WHERE changed = 1;
CREATE INDEX ix_ticketing_ticket__assignee_opened ON ticketing_ticket
    (tenant, assignee, status, created_at, id, department, category, priority) WHERE assignee IS NOT NULL AND changed = 0;
CREATE INDEX ix_ticketing_ticket__assignee_created_at ON ticketing_ticket
    (tenant, assignee, status, created_at, id, department, category, priority) WHERE assignee IS NOT NULL AND changed = 1;
CREATE INDEX ix_ticketing_ticket__assignee_last_message_at ON ticketing_ticket
    (tenant, assignee, status, last_message_at, id, department, category, priority) WHERE assignee IS NOT NULL AND changed = 1;
CREATE INDEX ix_ticketing_ticket__assignee_updated_at ON ticketing_ticket
    (tenant, assignee, status, updated_at, id, department, category, priority) WHERE assignee IS NOT NULL AND changed = 1;
CREATE INDEX ix_ticketing_ticket__assignee_portal_updated_at ON ticketing_ticket
    (tenant, assignee, status, portal_updated_at, id, department, category, priority) WHERE assignee IS NOT NULL AND changed = 1;

UPDATE ticketing_schema SET version = 2;
