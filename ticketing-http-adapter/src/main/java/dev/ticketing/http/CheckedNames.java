package dev.ticketing.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Finds the addresses of a receiver and lets only permitted ones through. The client connects to what is given here and asks
 * nobody, so that a name cannot mean one address to the check and another to the connection. A name with one forbidden address
 * is refused whole: its owner has no good reason for such a pair.
 *
 * @param source who knows names
 * @param allowed which hosts may have addresses that are not public
 */
record CheckedNames(Source source, AllowedHosts allowed) {

    /** No more addresses are tried, so that nobody holds a worker up with a long list of silent ones. */
    private static final int MOST = 4;

    /** Who knows names. */
    @FunctionalInterface
    interface Source {

        /** Gives all addresses of a name, or of an address in text form itself. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** An address that must not be connected to. */
    static final class RefusedAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        RefusedAddressException() {
            super("the receiver has an address that is not public");
        }
    }

    /**
     * Gives the addresses to connect to.
     *
     * @throws RefusedAddressException if one of them is not permitted
     * @throws UnknownHostException if there is none
     */
    InetAddress[] addresses(String host) throws UnknownHostException {
        InetAddress[] addresses = source.resolve(host);
        for (InetAddress address : addresses)
            if (!PublicAddresses.contains(address) && !allowed.contain(host, address))
                throw new RefusedAddressException();
        return addresses.length <= MOST ? addresses : Arrays.copyOf(addresses, MOST);
    }
}
