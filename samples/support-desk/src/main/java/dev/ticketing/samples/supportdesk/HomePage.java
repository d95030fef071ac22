package dev.ticketing.samples.supportdesk;

import dev.ticketing.Agent;
import dev.ticketing.Caller;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** A plain page that says what is mounted. */
final class HomePage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(page());
    }

    private static String page() {
        StringBuilder callers = new StringBuilder();
        for (Map.Entry<String, Caller> entry : DemoCallers.all().entrySet()) {
            Caller caller = entry.getValue();
            callers.append("<tr><td><code>")
                    .append(entry.getKey())
                    .append("</code></td><td>")
                    .append(caller instanceof Agent ? "agent " : "requester ")
                    .append(caller.author().name().orElse(""))
                    .append("</td><td>")
                    .append(String.join(
                            " ",
                            caller.scopes().stream()
                                    .map(scope -> scope.value())
                                    .sorted()
                                    .toList()))
                    .append("</td></tr>\n");
        }
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>ticketing support desk</title>
                <style>
                body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:3rem auto;padding:0 1rem;color:#222}
                table{border-collapse:collapse;width:100%%}td,th{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #ddd}
                code{font-size:.95em}
                </style></head>
                <body>
                <h1>ticketing support desk</h1>
                <p>One process, one SQLite file, three REST surfaces over the same tickets.</p>
                <table>
                <tr><th>Mounted at</th><th>For</th><th>OpenAPI 3.1</th></tr>
                <tr><td><code>/v2/support-tickets</code></td><td>requesters and staff</td><td><a href="/openapi/support-tickets.json">support-tickets.json</a></td></tr>
                <tr><td><code>/api/v2/support</code></td><td>requesters</td><td><a href="/openapi/support.json">support.json</a></td></tr>
                <tr><td><code>/api/v2/desk</code></td><td>staff and automation</td><td><a href="/openapi/desk.json">desk.json</a></td></tr>
                </table>
                <h2>Demo callers</h2>
                <p>Send <code>Authorization: Bearer TOKEN</code>.</p>
                <table>
                <tr><th>Token</th><th>Who</th><th>Scopes</th></tr>
                %s</table>
                </body></html>
                """.formatted(callers);
    }
}
