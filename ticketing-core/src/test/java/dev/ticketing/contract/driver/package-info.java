/**
 * A model-based driver: programs of random steps from a seed, run by several storages side by side and by a small model of the
 * rules, with every answer compared; what differs is shrunk to a short program and printed.
 */
package dev.ticketing.contract.driver;
