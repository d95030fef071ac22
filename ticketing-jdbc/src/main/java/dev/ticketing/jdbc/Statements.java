package dev.ticketing.jdbc;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.TemplateEngine;

/** How JDBI treats our statements. */
final class Statements {

    private Statements() {}

    static Jdbi configured(Jdbi jdbi) {
        // our statements hold "<" as a comparison, never as a template
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        // what people wrote must not get into exception messages
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }
}
