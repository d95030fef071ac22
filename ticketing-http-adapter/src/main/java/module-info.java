/** REST surfaces and pages, as a servlet that the host mounts. */
@SuppressWarnings("requires-automatic") // bucket4j names its module in the manifest only
module dev.ticketing.http {
    exports dev.ticketing.http;

    requires static transitive org.jspecify;
    requires transitive dev.ticketing;
    requires transitive jakarta.servlet;
    requires io.github.bucket4j.core;
    requires tools.jackson.databind;
}
