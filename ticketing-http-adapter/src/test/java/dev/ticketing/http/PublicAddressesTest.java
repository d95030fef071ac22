package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where inside ends and outside begins, on both sides of every border. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.0",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "::ffff:0:8.8.8.8",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "100::1",
                "2001::1",
                "2001:2::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2002:808:808::1",
                "3fff::1",
                "3fff:fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void staysInside(String address) {
        assertThat(PublicAddresses.contains(literal(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255",
                        "172.32.0.0",
                "191.255.255.255", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
                        "198.20.0.0",
                "198.51.99.255", "203.0.114.0", "223.255.255.255", "64:ff9b::808:808", "2000::1", "2001:200::1",
                        "2001:db7::1",
                "2001:db9::1", "2003::1", "2a00::1", "3ffe::1", "3fff:1000::1"
            })
    void goesOutside(String address) {
        assertThat(PublicAddresses.contains(literal(address))).isTrue();
    }

    /** Java turns a mapped address into the one that it maps. */
    @Test
    void unwrapsMappedAddresses() {
        assertThat(PublicAddresses.contains(literal("::ffff:10.0.0.1"))).isFalse();
        assertThat(PublicAddresses.contains(literal("::ffff:8.8.8.8"))).isTrue();
    }

    private static InetAddress literal(String address) {
        return AddressRange.address(address).orElseThrow();
    }
}
