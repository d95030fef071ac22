package dev.ticketing.http;

/** The families of routes that share conventions: error bodies, code spelling, languages. */
enum Surface {
    /** {@code /v2/support-tickets}. */
    SUPPORT_TICKETS("/v2/support-tickets"),
    /** {@code /api/v2/support}. */
    SUPPORT("/api/v2/support"),
    /** {@code /api/v2/desk}. */
    DESK("/api/v2/desk"),
    /** Pages for people beside the surfaces; their errors look like those of {@link #SUPPORT}. */
    PAGES("");

    private final String root;

    Surface(String root) {
        this.root = root;
    }

    String root() {
        return root;
    }

    /** Finds the family of a path, known or not. */
    static Surface of(String path) {
        for (Surface surface : values())
            if (surface != PAGES && (path.equals(surface.root) || path.startsWith(surface.root + "/"))) return surface;
        return PAGES;
    }

    /** Says whether the portal's versions count for every caller. */
    boolean showsPortalTruth() {
        return this != DESK;
    }
}
