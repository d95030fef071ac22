package dev.ticketing.http;

import dev.ticketing.Department;

/** {@code GET /api/v2/support/departments}. */
final class SupportDepartments {

    private SupportDepartments() {}

    static Reply handle(Exchange exchange) {
        return Reply.ok(new JsonObject()
                .put("departments", exchange.portalReads().departments(), SupportDepartments::department));
    }

    private static JsonObject department(Department department) {
        return new JsonObject()
                .put("slug", department.slug())
                .put("displayName", department.displayName())
                .put("description", department.description())
                .put("email", department.email());
    }
}
