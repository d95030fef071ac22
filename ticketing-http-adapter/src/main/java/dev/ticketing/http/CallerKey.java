package dev.ticketing.http;

import dev.ticketing.Caller;
import dev.ticketing.Requester;
import java.util.List;

/** A text that two callers share only if they are the same: what limits and cursors are bound to. */
final class CallerKey {

    private CallerKey() {}

    static String of(Caller caller) {
        String account =
                caller instanceof Requester requester ? requester.account().value() : "";
        return DistinctParts.joined(List.of(
                caller.tenant().value(),
                caller.author().kind().name(),
                caller.author().id(),
                account));
    }
}
