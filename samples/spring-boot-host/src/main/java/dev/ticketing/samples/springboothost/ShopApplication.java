package dev.ticketing.samples.springboothost;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The host: a shop with orders of its own, in whose database and transactions tickets live. */
@SpringBootApplication(proxyBeanMethods = false)
public class ShopApplication {

    /**
     * Runs the shop.
     *
     * @param arguments settings, as Spring Boot reads them
     */
    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }
}
