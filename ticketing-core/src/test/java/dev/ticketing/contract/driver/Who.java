package dev.ticketing.contract.driver;

import dev.ticketing.Agent;
import dev.ticketing.Caller;
import dev.ticketing.Requester;
import dev.ticketing.contract.Crowd;
import dev.ticketing.contract.World;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The callers of a program: shared and own accounts, twins in case and spaces, departments, automation, two tenants. */
public enum Who {
    /** Of a shared account. */
    ADA(World.ADA),
    /** Of the same account. */
    CHARLES(World.CHARLES),
    /** Of an own account. */
    BOB(World.BOB),
    /** Bob's twin in upper case. */
    UPPER_BOB(Requester.of("BOB")),
    /** Bob's twin with a space behind. */
    PADDED_BOB(Requester.of("bob ")),
    /** Ada of another tenant. */
    FAR_ADA(World.ADA.tenant(Crowd.ELSEWHERE)),
    /** Sees all departments. */
    GRACE(World.GRACE),
    /** Sees billing only. */
    BEN(World.BEN),
    /** Sees two departments. */
    MANY(Agent.of("many").departments(Set.of("billing", "vps")).onBehalfOf("ada")),
    /** A program. */
    ROBOT(World.ROBOT),
    /** Sees all departments of another tenant. */
    FAR_GRACE(World.GRACE.tenant(Crowd.ELSEWHERE));

    /** Those who ask. */
    static final List<Who> REQUESTERS =
            Stream.of(values()).filter(who -> !who.isStaff()).toList();

    /** Those who work. */
    static final List<Who> STAFF = Stream.of(values()).filter(Who::isStaff).toList();

    private final Caller caller;

    Who(Caller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    boolean isStaff() {
        return caller instanceof Agent;
    }

    Agent agent() {
        return (Agent) caller;
    }

    Requester requester() {
        return (Requester) caller;
    }
}
