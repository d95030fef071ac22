package dev.ticketing.samples.benchmarks;

/** Where the servlet is mounted twice over the same tickets, with and without what it and the storage keep. */
enum HttpMount {
    /** As it comes: an answer's bytes are kept, and sent if the ticket's version is still theirs. */
    KEPT("", "kept, checked by version"),
    /** Every answer is made of what the database has. */
    UNCACHED("/uncached", "uncached");

    private final String path;
    private final String label;

    HttpMount(String path, String label) {
        this.path = path;
        this.label = label;
    }

    /** What stands before a surface's path. */
    String path() {
        return path;
    }

    String label() {
        return label;
    }
}
