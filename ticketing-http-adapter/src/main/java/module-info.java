/** REST surfaces and pages, as a servlet that the host mounts. */
module dev.ticketing.http {
    requires dev.ticketing;
    requires static jakarta.servlet;
    requires static org.jspecify;
    requires tools.jackson.databind;
}
