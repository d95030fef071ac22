package dev.ticketing.http;

import static dev.ticketing.Scope.READ_ACCOUNT;
import static dev.ticketing.Scope.READ_SUPPORT;
import static dev.ticketing.Scope.WRITE_SUPPORT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The routing table. Dispatch, {@code Allow}, the documents and the tests all read this one. */
final class Routes {

    private final List<Route> lines;

    /** The paths by their number of segments, so that a request is compared with a few. */
    private final Map<Integer, List<Path>> paths = new HashMap<>();

    Routes(List<Route> lines) {
        this.lines = lines.stream()
                .sorted(Comparator.comparingLong(line -> line.path().variables()))
                .toList();
        for (PathTemplate path :
                new LinkedHashSet<>(this.lines.stream().map(Route::path).toList()))
            paths.computeIfAbsent(path.length(), length -> new ArrayList<>()).add(Path.of(path, this.lines));
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
        for (Path candidate : paths.getOrDefault(PathTemplate.length(path), List.of())) {
            Optional<Map<String, String>> variables = candidate.template().match(path);
            if (variables.isPresent()) return Optional.of(new Match(candidate, variables.get()));
        }
        return Optional.empty();
    }

    /**
     * All lines of one path.
     *
     * @param template how the path is written
     * @param byMethod its lines
     * @param isOpen whether no credential is needed
     */
    private record Path(PathTemplate template, Map<String, Route> byMethod, boolean isOpen) {

        static Path of(PathTemplate template, List<Route> lines) {
            Map<String, Route> byMethod = new HashMap<>();
            boolean open = false;
            for (Route line : lines) {
                if (!line.path().equals(template)) continue;
                byMethod.putIfAbsent(line.method(), line);
                open |= line.scope().isEmpty();
            }
            return new Path(template, byMethod, open);
        }
    }

    /** A path that exists, and the values of its variables. */
    static final class Match {

        private final Path path;
        private final Map<String, String> variables;

        private Match(Path path, Map<String, String> variables) {
            this.path = path;
            this.variables = variables;
        }

        Map<String, String> variables() {
            return variables;
        }

        Optional<Route> on(String method) {
            return Optional.ofNullable(path.byMethod().get(method.equals("HEAD") ? "GET" : method));
        }

        /** Says whether no credential is needed. */
        boolean isOpen() {
            return path.isOpen();
        }

        /** Gives the value of the {@code Allow} header. */
        String allow() {
            TreeSet<String> methods = new TreeSet<>(path.byMethod().keySet());
            if (methods.contains("GET")) methods.add("HEAD");
            return String.join(", ", methods);
        }
    }
}
