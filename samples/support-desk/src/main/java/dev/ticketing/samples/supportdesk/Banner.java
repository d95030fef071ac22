package dev.ticketing.samples.supportdesk;

/** What the demo says when it is ready. */
final class Banner {

    private Banner() {}

    static String text(String address) {
        return """
                ticketing support desk: %1$s   (Ctrl-C stops it)

                  demo-ada       requester Ada Lovelace          demo-agent    agent Grace Hopper
                  demo-bob       requester Bob Noyce             demo-agent2   agent Radia Perlman
                  demo-readonly  Ada, may only read              demo-admin    administrator

                curl -s -H 'Authorization: Bearer demo-ada' '%1$s/v2/support-tickets?countByStatus=true'
                curl -s -H 'Authorization: Bearer demo-ada' -H 'Content-Type: application/json' -d '{"departmentSlug":"general","subject":"Mail is slow","message":"Sending takes minutes."}' '%1$s/api/v2/support/tickets'
                curl -s -H 'Authorization: Bearer demo-agent' '%1$s/api/v2/desk/tickets?limit=5'
                """.formatted(address);
    }
}
