package dev.ticketing.samples.springboothost;

/** A row of the shop's own table. */
record Order(String id, String customer, String item) {}
