package dev.ticketing.http;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the world outside. Everything else answers from inside: this machine, its network, a cloud's
 * metadata, or another form of such an address. The lists follow the registries of special-purpose addresses.
 */
final class PublicAddresses {

    private static final List<AddressRange> NOT_PUBLIC_4 = ranges(
            "0.0.0.0/8", // this network; many systems take 0.0.0.0 for the loopback
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by carriers
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // a cloud's platform, seen from its machines only
            "169.254.0.0/16", // link-local, clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays to IPv6
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /** Nothing outside of this is public: not loopback, local, multicast, nor what maps or translates to IPv4. */
    private static final AddressRange GLOBAL_6 = AddressRange.of("2000::/3");

    private static final List<AddressRange> NOT_PUBLIC_6 = ranges(
            "2001::/23", // protocol assignments: tunnels (Teredo), benchmarks, identifiers
            "2001:db8::/32", // documentation
            "2002::/16", // tunnels that carry an IPv4 address (6to4)
            "3fff::/20"); // documentation

    /** How networks that speak IPv6 only reach IPv4: the last four bytes are the address that is meant. */
    private static final AddressRange TRANSLATED = AddressRange.of("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        InetAddress meant = meant(address);
        return (meant.getAddress().length == 4 ? isPublic4(meant) : isPublic6(meant)) && !isOwn(address);
    }

    private static boolean isPublic4(InetAddress address) {
        return NOT_PUBLIC_4.stream().noneMatch(range -> range.contains(address));
    }

    private static boolean isPublic6(InetAddress address) {
        return GLOBAL_6.contains(address) && NOT_PUBLIC_6.stream().noneMatch(range -> range.contains(address));
    }

    private static InetAddress meant(InetAddress address) {
        if (!TRANSLATED.contains(address)) return address;
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** This machine's own public address reaches services that the firewall hides from others. */
    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
