/** A small host application. */
package dev.ticketing.samples.joinedtransaction;
