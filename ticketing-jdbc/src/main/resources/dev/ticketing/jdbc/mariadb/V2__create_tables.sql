-- Times are epoch milliseconds. Ids that people see are unique columns; joins use ticket_key.
-- Ids and words that are compared are bytes, and every table names its character set, so that no default of the server matters.
-- A statement commits by itself here: a script that was stopped half-way is run again from its start.

CREATE TABLE IF NOT EXISTS ticketing_schema (
    version BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- one column for each dev.ticketing.spi.TicketField, two for each text; a test compares the two
CREATE TABLE IF NOT EXISTS ticketing_ticket (
    ticket_key               BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant                   VARBINARY(765) NOT NULL,
    id                       VARBINARY(64)  NOT NULL,
    subject                  MEDIUMTEXT,
    subject_revision         BIGINT,
    status                   VARBINARY(765) NOT NULL,
    priority                 VARBINARY(64)  NOT NULL,
    category                 VARBINARY(64)  NOT NULL,
    department               VARBINARY(64)  NOT NULL,
    assignee                 VARBINARY(765),
    resolution               MEDIUMTEXT,
    resolution_revision      BIGINT,
    tags                     MEDIUMTEXT,
    internal_tags            MEDIUMTEXT,
    cc                       MEDIUMTEXT,
    cc_revision              BIGINT,
    links                    MEDIUMTEXT,
    links_revision           BIGINT,
    requester_id             VARBINARY(765),
    account                  VARBINARY(765) NOT NULL,
    requester                MEDIUMTEXT,
    requester_revision       BIGINT,
    number                   BIGINT         NOT NULL,
    external_id              VARBINARY(765),
    channel                  VARBINARY(765),
    critical_reason          MEDIUMTEXT,
    critical_reason_revision BIGINT,
    ai_summary               MEDIUMTEXT,
    ai_summary_revision      BIGINT,
    ai_helpful               BIGINT,
    first_responded_at       BIGINT,
    resolved_at              BIGINT,
    closed_at                BIGINT,
    reopened_count           BIGINT,
    version                  BIGINT         NOT NULL,
    portal_version           BIGINT,
    created_at               BIGINT         NOT NULL,
    updated_at               BIGINT         NOT NULL,
    portal_updated_at        BIGINT,
    last_message_at          BIGINT,
    seq                      BIGINT,
    portal_seq               BIGINT,
    message_count            BIGINT,
    note_count               BIGINT,
    message_bytes            BIGINT,
    note_bytes               BIGINT,
    revisions                BIGINT,
    UNIQUE INDEX ux_ticketing_ticket__tenant_id (tenant, id),
    UNIQUE INDEX ux_ticketing_ticket__tenant_number (tenant, number),
    UNIQUE INDEX ux_ticketing_ticket__tenant_external_id (tenant, external_id),
    INDEX ix_ticketing_ticket__account_created_at
        (tenant, account, status, created_at, id, department, category, priority),
    INDEX ix_ticketing_ticket__account_last_message_at
        (tenant, account, status, last_message_at, id, department, category, priority),
    INDEX ix_ticketing_ticket__account_portal_updated_at
        (tenant, account, status, portal_updated_at, id, department, category, priority),
    INDEX ix_ticketing_ticket__department_created_at
        (tenant, department, status, created_at, id, category, priority),
    INDEX ix_ticketing_ticket__department_last_message_at
        (tenant, department, status, last_message_at, id, category, priority),
    INDEX ix_ticketing_ticket__department_updated_at
        (tenant, department, status, updated_at, id, category, priority),
    INDEX ix_ticketing_ticket__department_portal_updated_at
        (tenant, department, status, portal_updated_at, id, category, priority),
    INDEX ix_ticketing_ticket__assignee_created_at
        (tenant, assignee, status, created_at, id, department, category, priority),
    INDEX ix_ticketing_ticket__assignee_last_message_at
        (tenant, assignee, status, last_message_at, id, department, category, priority),
    INDEX ix_ticketing_ticket__assignee_updated_at
        (tenant, assignee, status, updated_at, id, department, category, priority),
    INDEX ix_ticketing_ticket__assignee_portal_updated_at
        (tenant, assignee, status, portal_updated_at, id, department, category, priority)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Everything that people wrote, with the author's name: the rows that an erasure overwrites.
CREATE TABLE IF NOT EXISTS ticketing_revision (
    ticket_key BIGINT     NOT NULL,
    revision   BIGINT     NOT NULL,
    text       MEDIUMTEXT NOT NULL,
    author     MEDIUMTEXT,
    FOREIGN KEY (ticket_key) REFERENCES ticketing_ticket (ticket_key),
    PRIMARY KEY (ticket_key, revision)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- portal_seq is null for what is not public, so that it can be unique
CREATE TABLE IF NOT EXISTS ticketing_entry (
    ticket_key  BIGINT         NOT NULL,
    seq         BIGINT         NOT NULL,
    portal_seq  BIGINT,
    id          VARBINARY(765) NOT NULL,
    kind        VARBINARY(64)  NOT NULL,
    author_id   VARBINARY(765) NOT NULL,
    author_kind VARBINARY(64)  NOT NULL,
    at          BIGINT         NOT NULL,
    revision    BIGINT         NOT NULL,
    encrypted   BIGINT         NOT NULL,
    FOREIGN KEY (ticket_key) REFERENCES ticketing_ticket (ticket_key),
    PRIMARY KEY (ticket_key, seq),
    UNIQUE INDEX ux_ticketing_entry__ticket_key_portal_seq (ticket_key, portal_seq),
    UNIQUE INDEX ux_ticketing_entry__ticket_key_id (ticket_key, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- seq 0: of the ticket itself
CREATE TABLE IF NOT EXISTS ticketing_attachment (
    attachment_key BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ticket_key     BIGINT         NOT NULL,
    seq            BIGINT         NOT NULL,
    id             VARBINARY(765) NOT NULL,
    filename       MEDIUMTEXT     NOT NULL,
    extension      VARBINARY(64),
    mime_type      VARBINARY(765) NOT NULL,
    size           BIGINT         NOT NULL,
    url            MEDIUMTEXT,
    blob_key       VARBINARY(765),
    FOREIGN KEY (ticket_key) REFERENCES ticketing_ticket (ticket_key),
    INDEX ix_ticketing_attachment__ticket_key_seq (ticket_key, seq),
    UNIQUE INDEX ux_ticketing_attachment__ticket_key_id (ticket_key, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS ticketing_upload (
    upload_key  BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant      VARBINARY(765)  NOT NULL,
    id          VARBINARY(765)  NOT NULL,
    owner       VARBINARY(1600) NOT NULL,
    ticket_id   VARBINARY(64),
    filename    MEDIUMTEXT      NOT NULL,
    extension   VARBINARY(64),
    mime_type   VARBINARY(765)  NOT NULL,
    size        BIGINT          NOT NULL,
    blob_key    VARBINARY(765)  NOT NULL,
    uploaded_at BIGINT          NOT NULL,
    UNIQUE INDEX ux_ticketing_upload__tenant_id (tenant, id),
    INDEX ix_ticketing_upload__tenant_ticket_id_owner (tenant, ticket_id, owner),
    INDEX ix_ticketing_upload__uploaded_at (uploaded_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Contents of files. A content stands in ticketing_blob_staged until a row names it.
CREATE TABLE IF NOT EXISTS ticketing_blob_chunk (
    blob_key VARBINARY(765) NOT NULL,
    part     BIGINT         NOT NULL,
    bytes    LONGBLOB       NOT NULL,
    UNIQUE INDEX ux_ticketing_blob_chunk__blob_key_part (blob_key, part)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS ticketing_blob_staged (
    blob_key  VARBINARY(765) NOT NULL PRIMARY KEY,
    staged_at BIGINT         NOT NULL,
    INDEX ix_ticketing_blob_staged__staged_at (staged_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- portal_version is null for what requesters may not learn of, so that it can be unique
CREATE TABLE IF NOT EXISTS ticketing_event (
    ticket_key     BIGINT         NOT NULL,
    version        BIGINT         NOT NULL,
    portal_version BIGINT,
    id             VARBINARY(765) NOT NULL,
    kind           VARBINARY(64)  NOT NULL,
    audience       VARBINARY(64)  NOT NULL,
    actor_id       VARBINARY(765) NOT NULL,
    actor_kind     VARBINARY(64)  NOT NULL,
    origin         MEDIUMTEXT     NOT NULL,
    correlation_id MEDIUMTEXT,
    on_behalf_of   MEDIUMTEXT,
    at             BIGINT         NOT NULL,
    changes        MEDIUMTEXT     NOT NULL,
    entry          MEDIUMTEXT,
    attachments    MEDIUMTEXT     NOT NULL,
    FOREIGN KEY (ticket_key) REFERENCES ticketing_ticket (ticket_key),
    PRIMARY KEY (ticket_key, version),
    UNIQUE INDEX ux_ticketing_event__ticket_key_portal_version (ticket_key, portal_version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS ticketing_outcome (
    tenant          VARBINARY(765)  NOT NULL,
    caller          VARBINARY(1600) NOT NULL,
    operation       MEDIUMTEXT      NOT NULL,
    idempotency_key VARBINARY(765)  NOT NULL,
    fingerprint     MEDIUMTEXT      NOT NULL,
    about           MEDIUMTEXT      NOT NULL,
    entries         MEDIUMTEXT      NOT NULL,
    answer          LONGBLOB        NOT NULL,
    at              BIGINT          NOT NULL,
    key_hash        VARBINARY(64)   NOT NULL,
    INDEX ix_ticketing_outcome__at (at),
    -- the whole key can be longer than an index entry may be
    UNIQUE INDEX ux_ticketing_outcome__key_hash (key_hash),
    INDEX ix_ticketing_outcome__tenant_idempotency_key (tenant, idempotency_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS ticketing_critical (
    tenant  VARBINARY(765) NOT NULL,
    account VARBINARY(765) NOT NULL,
    at      BIGINT         NOT NULL,
    PRIMARY KEY (tenant, account)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS ticketing_number (
    tenant      VARBINARY(765) NOT NULL PRIMARY KEY,
    last_number BIGINT         NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A counter is the sum of its stripes, so that two open transactions need not wait for each other.
CREATE TABLE IF NOT EXISTS ticketing_count (
    tenant     VARBINARY(765) NOT NULL,
    scope_kind VARBINARY(64)  NOT NULL,
    scope      VARBINARY(765) NOT NULL,
    status     VARBINARY(765) NOT NULL,
    priority   VARBINARY(64)  NOT NULL,
    category   VARBINARY(64)  NOT NULL,
    stripe     BIGINT         NOT NULL,
    tickets    BIGINT         NOT NULL,
    PRIMARY KEY (tenant, scope_kind, scope, status, priority, category, stripe)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Events that are committed and have no position in the feed yet. Keys are never used twice and rise with time.
CREATE TABLE IF NOT EXISTS ticketing_pending (
    pending_key BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant      VARBINARY(765) NOT NULL,
    ticket_key  BIGINT         NOT NULL,
    version     BIGINT         NOT NULL,
    INDEX ix_ticketing_pending__tenant_pending_key (tenant, pending_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The order of a tenant's events: 1, 2, 3 without a gap.
CREATE TABLE IF NOT EXISTS ticketing_feed (
    tenant     VARBINARY(765) NOT NULL,
    position   BIGINT         NOT NULL,
    ticket_key BIGINT         NOT NULL,
    version    BIGINT         NOT NULL,
    PRIMARY KEY (tenant, position),
    UNIQUE INDEX ux_ticketing_feed__ticket_key_version (ticket_key, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The last position given out. Whoever gives out positions locks the tenant's row.
CREATE TABLE IF NOT EXISTS ticketing_sequencer (
    tenant        VARBINARY(765) NOT NULL PRIMARY KEY,
    last_position BIGINT         NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Up to which position the feed was looked through for a subscription.
CREATE TABLE IF NOT EXISTS ticketing_subscription (
    tenant   VARBINARY(765) NOT NULL,
    name     VARBINARY(765) NOT NULL,
    position BIGINT         NOT NULL,
    PRIMARY KEY (tenant, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- One for each subscription and ticket with something left to deliver; versions are those of the ticket's events.
CREATE TABLE IF NOT EXISTS ticketing_lane (
    lane_key     BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant       VARBINARY(765) NOT NULL,
    subscription VARBINARY(765) NOT NULL,
    ticket_key   BIGINT         NOT NULL,
    next_version BIGINT         NOT NULL,
    last_version BIGINT         NOT NULL,
    attempts     BIGINT         NOT NULL,
    parked       BIGINT         NOT NULL,
    due_at       BIGINT         NOT NULL,
    lease        VARBINARY(765),
    body         LONGBLOB,
    failure      MEDIUMTEXT,
    UNIQUE INDEX ux_ticketing_lane__tenant_subscription_ticket_key (tenant, subscription, ticket_key),
    INDEX ix_ticketing_lane__tenant_subscription_parked_due_at (tenant, subscription, parked, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- One row for each different word of each message and note, as core's Analyzer gives them. InnoDB's own full-text index shows rows
-- after their commit only, and drops words by settings of the server. Rows stand by blocks of tickets, so that new ones go to the same
-- few pages however many there are. Scopes are hashes of whose ticket it is, the portal's null for a note; the ticket's row is checked
-- exactly afterwards.
CREATE TABLE IF NOT EXISTS ticketing_search (
    tenant_scope BIGINT         NOT NULL,
    block        BIGINT         NOT NULL,
    word         VARBINARY(256) NOT NULL,
    ticket_key   BIGINT         NOT NULL,
    seq          BIGINT         NOT NULL,
    portal_scope BIGINT,
    PRIMARY KEY (tenant_scope, block, word, ticket_key, seq),
    INDEX ix_ticketing_search__portal_scope (portal_scope, block, word, ticket_key, seq)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Which words an entry has there, in their order and with spaces around each: a search looks here for all but the word that it walks,
-- and an edit for the rows to delete.
CREATE TABLE IF NOT EXISTS ticketing_search_entry (
    ticket_key BIGINT     NOT NULL,
    seq        BIGINT     NOT NULL,
    words      MEDIUMTEXT NOT NULL,
    FOREIGN KEY (ticket_key) REFERENCES ticketing_ticket (ticket_key),
    PRIMARY KEY (ticket_key, seq)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- last, so that tables which are not all there tell no version
INSERT INTO ticketing_schema (version) SELECT 2 FROM (SELECT 1) one WHERE NOT EXISTS (SELECT 1 FROM ticketing_schema);
