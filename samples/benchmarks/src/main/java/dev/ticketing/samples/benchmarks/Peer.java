package dev.ticketing.samples.benchmarks;

import java.util.List;
import java.util.ServiceLoader;

/** A program of another kind on PostgreSQL, which another module brings along and which takes turns with the others then. */
interface Peer {

    /** Its name in results. */
    Programs program();

    /** Makes its tables beside the others and fills them with the same cases; those of the program by hand are there. */
    void fill(String url, int tickets);

    Program open(String url);

    /** Those on the class path. */
    static List<Peer> all() {
        return ServiceLoader.load(Peer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    static Program open(Programs program, String url) {
        return all().stream()
                .filter(peer -> peer.program() == program)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(program.label() + " is not on the class path"))
                .open(url);
    }
}
