/** The support-ticket engine: words, decisions and ports. Needs nothing but {@code java.base}. */
module dev.ticketing {
    requires static transitive org.jspecify;

    exports dev.ticketing;
    exports dev.ticketing.error;
    exports dev.ticketing.memory;
    exports dev.ticketing.spi;
}
