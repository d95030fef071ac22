package dev.ticketing.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that the adapter refuses before, or instead of, core. {@link Problems} says what becomes of it. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /** Why the adapter refuses. */
    enum Reason {
        /** The host named no caller. */
        UNAUTHENTICATED,
        /** The credential lacks a scope, or the role may not do or change this. */
        NOT_ALLOWED,
        /** There is no such path. */
        UNKNOWN_PATH,
        /** The path does not have this method. */
        WRONG_METHOD,
        /** The body has a type that the route does not read. */
        WRONG_TYPE,
        /** The client takes nothing that the route could answer with. */
        NOTHING_ACCEPTABLE,
        /** The body is larger than allowed. */
        LARGE_BODY,
        /** The body is not the JSON object, or not the multipart body, that it has to be. */
        MALFORMED_BODY,
        /** Fields or headers break rules. */
        BROKEN_FIELDS,
        /** Query parameters break rules. */
        BROKEN_QUERY,
        /** There is no such file on that ticket. */
        NO_SUCH_FILE,
        /** The caller asked too often. */
        TOO_OFTEN
    }

    private Refused(Reason reason, String message, List<Fault> faults) {
        super(message, null, false, false);
        this.reason = reason;
        this.faults = faults;
    }

    static Refused because(Reason reason, String message) {
        return new Refused(reason, message, List.of());
    }

    /** Refuses fields of a body, or headers. */
    static Refused fields(List<Fault> faults) {
        return new Refused(Reason.BROKEN_FIELDS, "One or more fields are not valid.", faults);
    }

    /** Refuses parameters. */
    static Refused query(List<Fault> faults) {
        return new Refused(Reason.BROKEN_QUERY, "One or more parameters are not valid.", faults);
    }

    /** Refuses the parameters as a whole. */
    static Refused query(String detail) {
        Faults faults = new Faults();
        faults.invalid("", detail);
        return query(faults.list());
    }

    /** Refuses a body as a whole. */
    static Refused body(String detail) {
        Faults faults = new Faults();
        faults.invalid("", detail);
        return new Refused(Reason.MALFORMED_BODY, "The body " + detail + ".", faults.list());
    }

    Refused header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Reason reason() {
        return reason;
    }

    List<Fault> faults() {
        return faults;
    }

    Map<String, String> headers() {
        return headers;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
