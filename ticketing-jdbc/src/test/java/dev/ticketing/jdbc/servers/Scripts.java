package dev.ticketing.jdbc.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The statements that travel to a server as one. */
public final class Scripts {

    private static final String BETWEEN = ";\n";

    /** What makes one statement of several on MariaDB, and the variable that it keeps a key in. */
    private static final List<String> COMPOUND = List.of(
            "BEGIN NOT ATOMIC\nDECLARE inserted_ticket BIGINT", "SET inserted_ticket = LAST_INSERT_ID()", "END");

    private Scripts() {}

    /** Takes a script to its statements; a single one is its own script. */
    public static List<String> statements(String sql) {
        List<String> statements = new ArrayList<>();
        boolean compound = sql.startsWith(COMPOUND.get(0));
        for (String part : sql.split(BETWEEN)) if (!compound || !COMPOUND.contains(part)) statements.add(part.strip());
        return statements;
    }

    /** Says whether the last statement of a script commits. */
    public static boolean commits(String sql) {
        List<String> statements = statements(sql);
        return statements.get(statements.size() - 1).equals("COMMIT");
    }

    /** Gives a script other words, statement by statement; it has as many statements as before. */
    public static String rewritten(String sql, UnaryOperator<String> words) {
        String[] parts = sql.split(BETWEEN, -1);
        for (int i = 0; i < parts.length; i++) if (!COMPOUND.contains(parts[i])) parts[i] = words.apply(parts[i]);
        return String.join(BETWEEN, parts);
    }

    /** Takes statements out of a script; one that is alone stays. */
    public static String without(String sql, Predicate<String> unwanted) {
        if (!sql.contains(BETWEEN)) return sql;
        String nothing = sql.startsWith(COMPOUND.get(0)) ? "DO 0" : "SELECT 1";
        return rewritten(sql, statement -> unwanted.test(statement.strip()) ? nothing : statement);
    }
}
