package dev.ticketing.http;

import static dev.ticketing.Scope.READ_ACCOUNT;
import static dev.ticketing.Scope.READ_SUPPORT;
import static dev.ticketing.Scope.WRITE_SUPPORT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The routing table. Dispatch, {@code Allow}, the documents and the tests all read this one. */
final class Routes {

    private final List<Route> lines;

    Routes(List<Route> lines) {
        this.lines = lines.stream()
                .sorted(Comparator.comparingLong(line -> line.path().variables()))
                .toList();
    }

    static Routes standard() {
        List<Route> lines = new ArrayList<>();
        lines.add(Route.get("/v2/support-tickets", READ_SUPPORT, SupportTicketsList::handle));
        lines.add(Route.post("/v2/support-tickets", WRITE_SUPPORT, SupportTicketsCreate::handle));
        lines.add(Route.get("/v2/support-tickets/{id}", READ_SUPPORT, SupportTicketsGet::handle));
        lines.add(Route.put("/v2/support-tickets/{id}", WRITE_SUPPORT, SupportTicketsUpdate::handle));

        lines.add(Route.get("/api/v2/support/tickets", READ_SUPPORT, SupportList::handle));
        lines.add(Route.post("/api/v2/support/tickets", WRITE_SUPPORT, SupportOpen::handle));
        lines.add(Route.get("/api/v2/support/tickets/{id}", READ_SUPPORT, SupportGet::handle));
        lines.add(Route.post("/api/v2/support/tickets/{id}/messages", WRITE_SUPPORT, SupportReply::handle));
        lines.add(Route.post("/api/v2/support/tickets/{id}/actions/close", WRITE_SUPPORT, SupportAction::close));
        lines.add(Route.post("/api/v2/support/tickets/{id}/actions/reopen", WRITE_SUPPORT, SupportAction::reopen));
        lines.add(Route.get("/api/v2/support/departments", READ_ACCOUNT, SupportDepartments::handle));
        lines.add(Route.post("/api/v2/support/attachments", WRITE_SUPPORT, SupportUpload::handle));
        lines.add(Route.file("/api/v2/support/attachments/{id}", READ_SUPPORT, SupportDownload::handle));

        lines.addAll(DeskRoutes.lines());
        lines.addAll(OpenApiRoutes.lines());
        lines.add(Route.open("/errors/{code}", ErrorPages::handle));
        return new Routes(lines);
    }

    List<Route> lines() {
        return lines;
    }

    /** Finds the lines whose path fits, by method; of several templates the most literal one wins. */
    Optional<Match> find(String path) {
        for (Route line : lines) {
            Optional<Map<String, String>> variables = line.path().match(path);
            if (variables.isPresent()) return Optional.of(new Match(lines, line.path(), variables.get()));
        }
        return Optional.empty();
    }

    /**
     * A path that exists.
     *
     * @param lines the whole table
     * @param path the template that fits
     * @param variables the variables' values
     */
    record Match(List<Route> lines, PathTemplate path, Map<String, String> variables) {

        Optional<Route> on(String method) {
            String wanted = method.equals("HEAD") ? "GET" : method;
            return lines.stream()
                    .filter(line -> line.path().equals(path) && line.method().equals(wanted))
                    .findFirst();
        }

        /** Says whether no credential is needed. */
        boolean isOpen() {
            return lines.stream()
                    .anyMatch(line -> line.path().equals(path) && line.scope().isEmpty());
        }

        /** Gives the value of the {@code Allow} header. */
        String allow() {
            TreeSet<String> methods = new TreeSet<>();
            for (Route line : lines) if (line.path().equals(path)) methods.add(line.method());
            if (methods.contains("GET")) methods.add("HEAD");
            return String.join(", ", methods);
        }
    }
}
