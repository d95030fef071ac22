package dev.ticketing.internal;

import dev.ticketing.Work;

/** Counts what a run of the work did; belongs to one thread. */
final class Tally {

    long sequenced;
    long delivered;
    long failed;
    long parked;
    long swept;

    Work.Report report() {
        return new Work.Report(sequenced, delivered, failed, parked, swept);
    }
}
