/** Ticketing inside a program, on a file, without a server or a framework. Start at {@link EmbeddedConsole}. */
package dev.ticketing.samples.embeddedconsole;
