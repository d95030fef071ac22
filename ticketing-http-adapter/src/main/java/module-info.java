/** REST surfaces and pages, as a servlet that the host mounts. */
@SuppressWarnings("requires-automatic") // bucket4j and the HTTP client name their modules in the manifest only
module dev.ticketing.http {
    exports dev.ticketing.http;

    requires static transitive org.jspecify;
    requires transitive dev.ticketing;
    requires transitive jakarta.servlet;
    requires io.github.bucket4j.core;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires tools.jackson.databind;
}
