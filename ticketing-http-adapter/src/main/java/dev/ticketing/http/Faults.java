package dev.ticketing.http;

import dev.ticketing.error.Violation.Rule;
import java.util.ArrayList;
import java.util.List;

/** Collects every broken rule of a request, so that all are named at once. Not thread-safe. */
final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    void missing(String pointer, String detail) {
        add(new Fault(pointer, Rule.REQUIRED, detail));
    }

    void invalid(String pointer, String detail) {
        add(new Fault(pointer, Rule.INVALID, detail));
    }

    /** Adds a fault, unless one of that place is there: the first one names the cause, later ones its effects. */
    void add(Fault fault) {
        for (Fault present : faults)
            if (fault.pointer().equals(present.pointer()) || fault.pointer().startsWith(present.pointer() + "/"))
                return;
        faults.add(fault);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<Fault> list() {
        return List.copyOf(faults);
    }

    void refuseIfAny() {
        if (!isEmpty()) throw Refused.fields(list());
    }
}
