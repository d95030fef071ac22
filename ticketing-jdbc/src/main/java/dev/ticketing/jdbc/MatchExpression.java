package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.SearchTerms.Term;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to search for, in the words of FTS5. Nothing that somebody typed becomes syntax: terms consist of the analyser's words,
 * which are letters and digits only, and stand in quotes.
 */
final class MatchExpression {

    private MatchExpression() {}

    static String of(Access access, SearchTerms terms) {
        String scope = access.account()
                .map(account -> ScopeWords.account(access.tenant(), account))
                .orElseGet(() -> ScopeWords.tenant(access.tenant()));
        return of("{scope} : \"" + scope + "\" AND ", access, terms);
    }

    /** The same where there is no other tenant: its word would be looked up for each hit, and every entry has it. */
    static String ofOnlyTenant(Access access, SearchTerms terms) {
        return access.account().isPresent() ? of(access, terms) : of("", access, terms);
    }

    private static String of(String scope, Access access, SearchTerms terms) {
        String columns = access.audience() == Audience.DESK ? "{public_words internal_words}" : "{public_words}";
        String wanted = "(" + scope + columns + " : " + all(terms.wanted(), " AND ") + ")";
        if (terms.unwanted().isEmpty()) return wanted;
        return wanted + " NOT " + columns + " : " + all(terms.unwanted(), " OR ");
    }

    private static String all(List<Term> terms, String operator) {
        return terms.stream().map(MatchExpression::quoted).collect(Collectors.joining(operator, "(", ")"));
    }

    private static String quoted(Term term) {
        return "\"" + String.join(" ", term.words()) + "\"" + (term.prefix() ? " *" : "");
    }
}
