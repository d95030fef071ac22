-- Times are epoch milliseconds. Ids that people see are unique columns; joins use ticket_key.
-- Column names avoid the reserved words of PostgreSQL and MariaDB, so that the statements are the same there.

CREATE TABLE ticketing_schema (
    version BIGINT NOT NULL
);
INSERT INTO ticketing_schema (version) VALUES (1);

-- one column for each dev.ticketing.spi.TicketField, two for each text; a test compares the two
CREATE TABLE ticketing_ticket (
    ticket_key               INTEGER PRIMARY KEY,
    tenant                   TEXT   NOT NULL,
    id                       TEXT   NOT NULL,
    subject                  TEXT,
    subject_revision         BIGINT,
    status                   TEXT   NOT NULL,
    priority                 TEXT   NOT NULL,
    category                 TEXT   NOT NULL,
    department               TEXT   NOT NULL,
    assignee                 TEXT,
    resolution               TEXT,
    resolution_revision      BIGINT,
    tags                     TEXT,
    internal_tags            TEXT,
    cc                       TEXT,
    cc_revision              BIGINT,
    links                    TEXT,
    links_revision           BIGINT,
    requester_id             TEXT,
    account                  TEXT   NOT NULL,
    requester                TEXT,
    requester_revision       BIGINT,
    number                   BIGINT NOT NULL,
    external_id              TEXT,
    channel                  TEXT,
    critical_reason          TEXT,
    critical_reason_revision BIGINT,
    ai_summary               TEXT,
    ai_summary_revision      BIGINT,
    ai_helpful               BIGINT,
    first_responded_at       BIGINT,
    resolved_at              BIGINT,
    closed_at                BIGINT,
    reopened_count           BIGINT,
    version                  BIGINT NOT NULL,
    portal_version           BIGINT,
    created_at               BIGINT NOT NULL,
    updated_at               BIGINT NOT NULL,
    portal_updated_at        BIGINT,
    last_message_at          BIGINT,
    seq                      BIGINT,
    portal_seq               BIGINT,
    message_count            BIGINT,
    note_count               BIGINT,
    message_bytes            BIGINT,
    note_bytes               BIGINT,
    revisions                BIGINT
);
CREATE UNIQUE INDEX ux_ticketing_ticket__tenant_id ON ticketing_ticket (tenant, id);
CREATE UNIQUE INDEX ux_ticketing_ticket__tenant_number ON ticketing_ticket (tenant, number);
CREATE UNIQUE INDEX ux_ticketing_ticket__tenant_external_id ON ticketing_ticket (tenant, external_id)
    WHERE external_id IS NOT NULL;

-- A list walks one of these for each account, department or agent and each status, newest first, and stops when the page is
-- full; the last columns answer the remaining filters, so that a row is read only when it is on the page.
CREATE INDEX ix_ticketing_ticket__account_created_at ON ticketing_ticket
    (tenant, account, status, created_at, id, department, category, priority);
CREATE INDEX ix_ticketing_ticket__account_last_message_at ON ticketing_ticket
    (tenant, account, status, last_message_at, id, department, category, priority);
CREATE INDEX ix_ticketing_ticket__account_portal_updated_at ON ticketing_ticket
    (tenant, account, status, portal_updated_at, id, department, category, priority);
CREATE INDEX ix_ticketing_ticket__department_created_at ON ticketing_ticket
    (tenant, department, status, created_at, id, category, priority);
CREATE INDEX ix_ticketing_ticket__department_last_message_at ON ticketing_ticket
    (tenant, department, status, last_message_at, id, category, priority);
CREATE INDEX ix_ticketing_ticket__department_updated_at ON ticketing_ticket
    (tenant, department, status, updated_at, id, category, priority);
CREATE INDEX ix_ticketing_ticket__department_portal_updated_at ON ticketing_ticket
    (tenant, department, status, portal_updated_at, id, category, priority);
CREATE INDEX ix_ticketing_ticket__assignee_created_at ON ticketing_ticket
    (tenant, assignee, status, created_at, id, department, category, priority) WHERE assignee IS NOT NULL;
CREATE INDEX ix_ticketing_ticket__assignee_last_message_at ON ticketing_ticket
    (tenant, assignee, status, last_message_at, id, department, category, priority) WHERE assignee IS NOT NULL;
CREATE INDEX ix_ticketing_ticket__assignee_updated_at ON ticketing_ticket
    (tenant, assignee, status, updated_at, id, department, category, priority) WHERE assignee IS NOT NULL;
CREATE INDEX ix_ticketing_ticket__assignee_portal_updated_at ON ticketing_ticket
    (tenant, assignee, status, portal_updated_at, id, department, category, priority) WHERE assignee IS NOT NULL;

-- Everything that people wrote, with the author's name: the rows that an erasure overwrites.
CREATE TABLE ticketing_revision (
    ticket_key BIGINT NOT NULL REFERENCES ticketing_ticket (ticket_key),
    revision   BIGINT NOT NULL,
    text       TEXT   NOT NULL,
    author     TEXT,
    PRIMARY KEY (ticket_key, revision)
) WITHOUT ROWID;

-- portal_seq is null for what is not public, so that it can be unique
CREATE TABLE ticketing_entry (
    ticket_key  BIGINT NOT NULL REFERENCES ticketing_ticket (ticket_key),
    seq         BIGINT NOT NULL,
    portal_seq  BIGINT,
    id          TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    author_id   TEXT   NOT NULL,
    author_kind TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    revision    BIGINT NOT NULL,
    encrypted   BIGINT NOT NULL,
    PRIMARY KEY (ticket_key, seq)
) WITHOUT ROWID;
CREATE UNIQUE INDEX ux_ticketing_entry__ticket_key_portal_seq ON ticketing_entry (ticket_key, portal_seq);
CREATE UNIQUE INDEX ux_ticketing_entry__ticket_key_id ON ticketing_entry (ticket_key, id);

-- seq 0: of the ticket itself
CREATE TABLE ticketing_attachment (
    attachment_key INTEGER PRIMARY KEY,
    ticket_key     BIGINT NOT NULL REFERENCES ticketing_ticket (ticket_key),
    seq            BIGINT NOT NULL,
    id             TEXT   NOT NULL,
    filename       TEXT   NOT NULL,
    extension      TEXT,
    mime_type      TEXT   NOT NULL,
    size           BIGINT NOT NULL,
    url            TEXT,
    blob_key       TEXT
);
CREATE INDEX ix_ticketing_attachment__ticket_key_seq ON ticketing_attachment (ticket_key, seq);
CREATE UNIQUE INDEX ux_ticketing_attachment__ticket_key_id ON ticketing_attachment (ticket_key, id);

CREATE TABLE ticketing_upload (
    upload_key  INTEGER PRIMARY KEY,
    tenant      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    owner       TEXT   NOT NULL,
    ticket_id   TEXT,
    filename    TEXT   NOT NULL,
    extension   TEXT,
    mime_type   TEXT   NOT NULL,
    size        BIGINT NOT NULL,
    blob_key    TEXT   NOT NULL,
    uploaded_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX ux_ticketing_upload__tenant_id ON ticketing_upload (tenant, id);
CREATE INDEX ix_ticketing_upload__tenant_ticket_id_owner ON ticketing_upload (tenant, ticket_id, owner);
CREATE INDEX ix_ticketing_upload__uploaded_at ON ticketing_upload (uploaded_at);

-- Contents of files. A content stands in ticketing_blob_staged until a row names it.
CREATE TABLE ticketing_blob_chunk (
    blob_key TEXT   NOT NULL,
    part     BIGINT NOT NULL,
    bytes    BLOB   NOT NULL
);
CREATE UNIQUE INDEX ux_ticketing_blob_chunk__blob_key_part ON ticketing_blob_chunk (blob_key, part);
CREATE TABLE ticketing_blob_staged (
    blob_key  TEXT   NOT NULL PRIMARY KEY,
    staged_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX ix_ticketing_blob_staged__staged_at ON ticketing_blob_staged (staged_at);

-- portal_version is null for what requesters may not learn of, so that it can be unique
CREATE TABLE ticketing_event (
    ticket_key     BIGINT NOT NULL REFERENCES ticketing_ticket (ticket_key),
    version        BIGINT NOT NULL,
    portal_version BIGINT,
    id             TEXT   NOT NULL,
    kind           TEXT   NOT NULL,
    audience       TEXT   NOT NULL,
    actor_id       TEXT   NOT NULL,
    actor_kind     TEXT   NOT NULL,
    origin         TEXT   NOT NULL,
    correlation_id TEXT,
    on_behalf_of   TEXT,
    at             BIGINT NOT NULL,
    changes        TEXT   NOT NULL,
    entry          TEXT,
    attachments    TEXT   NOT NULL,
    PRIMARY KEY (ticket_key, version)
) WITHOUT ROWID;
CREATE UNIQUE INDEX ux_ticketing_event__ticket_key_portal_version ON ticketing_event (ticket_key, portal_version);

CREATE TABLE ticketing_outcome (
    tenant          TEXT   NOT NULL,
    caller          TEXT   NOT NULL,
    operation       TEXT   NOT NULL,
    idempotency_key TEXT   NOT NULL,
    fingerprint     TEXT   NOT NULL,
    about           TEXT   NOT NULL,
    entries         TEXT   NOT NULL,
    answer          BLOB   NOT NULL,
    at              BIGINT NOT NULL
);
CREATE UNIQUE INDEX ux_ticketing_outcome__key ON ticketing_outcome (tenant, caller, operation, idempotency_key);
CREATE INDEX ix_ticketing_outcome__at ON ticketing_outcome (at);

CREATE TABLE ticketing_critical (
    tenant  TEXT   NOT NULL,
    account TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (tenant, account)
) WITHOUT ROWID;

CREATE TABLE ticketing_number (
    tenant      TEXT   NOT NULL PRIMARY KEY,
    last_number BIGINT NOT NULL
) WITHOUT ROWID;

-- How many tickets each account and each department has; rows stay when they fall to 0.
CREATE TABLE ticketing_count (
    tenant     TEXT   NOT NULL,
    scope_kind TEXT   NOT NULL,
    scope      TEXT   NOT NULL,
    status     TEXT   NOT NULL,
    priority   TEXT   NOT NULL,
    category   TEXT   NOT NULL,
    tickets    BIGINT NOT NULL,
    PRIMARY KEY (tenant, scope_kind, scope, status, priority, category)
) WITHOUT ROWID;

-- One row for each message and note: rowid = ticket_key * 2^20 + seq. The words come from core's Analyzer, so that the
-- tokenizer has nothing to decide; the texts themselves are not kept a second time.
CREATE VIRTUAL TABLE ticketing_search USING fts5 (
    scope, public_words, internal_words,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);

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
