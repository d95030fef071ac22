package dev.ticketing.http;

import java.util.List;

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

    private static final List<Surface> FAMILIES = List.of(SUPPORT_TICKETS, SUPPORT, DESK);

    private final String root;
    private final String below;

    Surface(String root) {
        this.root = root;
        this.below = root + "/";
    }

    String root() {
        return root;
    }

    /** Finds the family of a path, known or not. */
    static Surface of(String path) {
        for (Surface surface : FAMILIES)
            if (path.startsWith(surface.below) || path.equals(surface.root)) return surface;
        return PAGES;
    }

    /** Says whether the portal's versions count for every caller. */
    boolean showsPortalTruth() {
        return this != DESK;
    }
}
