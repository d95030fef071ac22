package dev.ticketing.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which receivers may answer from inside: by name, or by address. Immutable. */
final class AllowedHosts {

    private static final String NAME = "(?:[a-z0-9]|[a-z0-9][a-z0-9-]{0,61}[a-z0-9])";
    private static final String NAMES = NAME + "(?:\\." + NAME + ")*";

    private final List<String> names;
    private final List<AddressRange> ranges;

    private AllowedHosts(List<String> names, List<AddressRange> ranges) {
        this.names = List.copyOf(names);
        this.ranges = List.copyOf(ranges);
    }

    static AllowedHosts none() {
        return new AllowedHosts(List.of(), List.of());
    }

    /**
     * Adds one.
     *
     * @throws IllegalArgumentException if it is neither a host name nor an address or a range of addresses
     */
    AllowedHosts with(String host) {
        Optional<AddressRange> range = AddressRange.parse(host);
        List<AddressRange> moreRanges = new ArrayList<>(ranges);
        List<String> moreNames = new ArrayList<>(names);
        if (range.isPresent()) moreRanges.add(range.get());
        else moreNames.add(name(host));
        return new AllowedHosts(moreNames, moreRanges);
    }

    private static String name(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (name.length() > 253 || !name.matches(NAMES) || last.matches("[0-9]+"))
            throw new IllegalArgumentException(
                    "an allowed host must be a name like receiver.internal, an address, or a range like 10.1.0.0/16");
        return name;
    }

    boolean contain(String host, InetAddress address) {
        return names.contains(host.toLowerCase(Locale.ROOT))
                || ranges.stream().anyMatch(range -> range.contains(address));
    }
}
