package dev.ticketing.jdbc.faults;

/** One thing that a host can have done, as a host would write it. */
record UseCase(String name, Ends ends, boolean stages, Act act) {

    /** How it ends when nothing is wrong with the database. */
    enum Ends {
        /** With an effect; under a key, with that one effect however often it is tried. */
        WITH_EFFECT,
        /** With an effect, but it takes no key: once done, doing it again changes nothing. */
        WITHOUT_KEY,
        /** With a refusal, which must leave nothing. */
        REFUSED
    }

    /** Does it. */
    @FunctionalInterface
    interface Act {
        void on(Hands hands);
    }

    static UseCase of(String name, Act act) {
        return new UseCase(name, Ends.WITH_EFFECT, false, act);
    }

    static UseCase keyless(String name, Act act) {
        return new UseCase(name, Ends.WITHOUT_KEY, false, act);
    }

    static UseCase refused(String name, Act act) {
        return new UseCase(name, Ends.REFUSED, false, act);
    }

    /** Says that it writes contents in transactions of their own first: what is left of those a sweep removes. */
    UseCase staging() {
        return new UseCase(name, ends, true, act);
    }

    @Override
    public String toString() {
        return name;
    }
}
