package dev.ticketing.samples.springboothost;

import dev.ticketing.http.TicketingServlet;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that embedding takes: the front door over the host's database, and the servlet beside the host's controllers. */
@Configuration(proxyBeanMethods = false)
class TicketingConfiguration {

    // embedding: ambient
    @Bean
    JdbcTicketing ticketing(DataSource database) {
        return JdbcTicketing.builder(database)
                .schema(Schema.MIGRATE)
                .ambient(() -> SpringTransaction.on(database))
                .build();
    }
    // embedding: end

    @Bean
    ServletRegistrationBean<TicketingServlet> ticketingServlet(JdbcTicketing ticketing) {
        // embedding: mount
        TicketingServlet servlet =
                TicketingServlet.builder(ticketing).caller(Callers::of).build();
        ServletRegistrationBean<TicketingServlet> mounted = new ServletRegistrationBean<>(servlet, "/support/*");
        mounted.setMultipartConfig(servlet.multipart());
        return mounted;
        // embedding: end
    }
}
