package dev.ticketing.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Addresses that no webhook may reach, in every spelling that some parser or resolver has been known to understand. */
final class ForbiddenHosts {

    private static final List<int[]> IPV4 = List.of(
            new int[] {127, 0, 0, 1},
            new int[] {127, 8, 9, 10},
            new int[] {169, 254, 169, 254},
            new int[] {10, 0, 0, 1},
            new int[] {192, 168, 0, 1},
            new int[] {172, 31, 255, 254},
            new int[] {100, 64, 0, 1},
            new int[] {0, 0, 0, 0});

    private static final List<String> OTHERS = List.of(
            "[::]",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[0000:0000:0000:0000:0000:0000:0000:0001]",
            "[::0001]",
            "[0::1]",
            "[fe80::1]",
            "[fe80::1%25lo]",
            "[fe80::1%25eth0]",
            "[fe80::1%lo]",
            "[::1%25lo]",
            "[fc00::1]",
            "[fd00:ec2::254]",
            "[fec0::1]",
            "[ff02::1]",
            "[ff0e::1]",
            "[2001:db8::1]",
            "[3fff::1]",
            "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
            "[2001:2::1]",
            "[2001:10::1]",
            "[2001:20::1]",
            "[100::1]",
            "[5f00::1]",
            "[64:ff9b:1::a00:1]",
            "[64:ff9b:1::7f00:1]",
            "[::ffff:0:127.0.0.1]",
            "[v1.fe80::a]",
            "[127.0.0.1]",
            "[::1",
            "::1",
            "[]",
            "localhost",
            "LOCALHOST",
            "localhost.",
            "localhost.localdomain",
            "ip6-localhost",
            "foo.localhost",
            "metadata",
            "metadata.internal",
            "127.0.0.1.example.org",
            "a.example.org",
            "example.org:80:80",
            "0",
            "1",
            "0x0",
            "00",
            "0.0",
            "0.0.0",
            "127.1",
            "127.0.1",
            "127.0.0.1.",
            "127.0.0.1..",
            ".127.0.0.1",
            "127..0.0.1",
            "127.0.0.1%00",
            "127.0.0.01",
            "127.0.0.001",
            "0127.0.0.1",
            "127.0.0.256",
            "127.0.0.1.1",
            "user@127.0.0.1",
            "user:pass@127.0.0.1",
            "example.org@127.0.0.1",
            "127.0.0.1@localhost",
            "example.org#@127.0.0.1",
            "example.org%40127.0.0.1",
            "example.org\\@127.0.0.1",
            "127.0.0.1\\@example.org",
            "example.org?@127.0.0.1",
            "127.0.0.1#",
            "127.0.0.1?",
            "loc%61lhost",
            "%6c%6f%63%61%6c%68%6f%73%74",
            "%31%32%37.0.0.1",
            "127%2e0%2e0%2e1",
            "127。0。0。1",
            "127．0．0．1",
            "①②⑦.⓪.⓪.①",
            "１２７.０.０.１",
            "١٢٧.٠.٠.١",
            "ⓛocalhost",
            "ｌｏｃａｌｈｏｓｔ",
            "lоcalhost",
            "localhoſt",
            "xn--lcalhost-57g",
            "local\u00adhost",
            "local\u200bhost",
            "localhost\t",
            " localhost",
            "local host",
            "localhost\n",
            "localhost\r\nX: y",
            "localhost\0",
            "localhost\\",
            "//localhost",
            "localhost,example.org",
            "localhost;",
            "localhost&",
            "localhost|",
            "localhost^",
            "localhost`",
            "lo_calhost",
            "-localhost",
            "localhost-",
            "local..host",
            "255.255.255.255",
            "224.0.0.1",
            "239.1.1.1",
            "192.0.2.1",
            "198.51.100.1",
            "203.0.113.1",
            "198.18.0.1",
            "198.19.255.255",
            "192.0.0.192",
            "192.88.99.1",
            "240.0.0.1",
            "168.63.129.16",
            "100.100.100.200",
            "100.127.255.255",
            "172.16.0.1");

    private ForbiddenHosts() {}

    static List<String> spellings() {
        Set<String> spellings = new LinkedHashSet<>(OTHERS);
        for (int[] octets : IPV4) spellings.addAll(spellings(octets));
        return new ArrayList<>(spellings);
    }

    private static List<String> spellings(int[] octets) {
        int a = octets[0];
        int b = octets[1];
        int c = octets[2];
        int d = octets[3];
        long whole = (long) a << 24 | b << 16 | c << 8 | d;
        String plain = text("%d.%d.%d.%d", a, b, c, d);
        String groups = text("%x:%x", a << 8 | b, c << 8 | d);
        return List.of(
                plain,
                plain + ".",
                text("%d", whole),
                text("0x%x", whole),
                text("0X%X", whole),
                text("0%o", whole),
                text("0x%x.0x%x.0x%x.0x%x", a, b, c, d),
                text("0%o.0%o.0%o.0%o", a, b, c, d),
                text("000%o.000%o.000%o.000%o", a, b, c, d),
                text("%d.%d.%d", a, b, c << 8 | d),
                text("%d.%d", a, b << 16 | c << 8 | d),
                text("0x%x.%d.0%o.%d", a, b, c, d),
                text("%03d.%03d.%03d.%03d", a, b, c, d),
                text("%d", whole + (1L << 32)),
                text("%d.%d.%d.%d", a + 256, b, c, d),
                "[::ffff:" + plain + "]",
                "[::ffff:" + groups + "]",
                "[0:0:0:0:0:ffff:" + groups + "]",
                "[::" + plain + "]",
                "[::" + groups + "]",
                "[64:ff9b::" + plain + "]",
                "[64:ff9b::" + groups + "]",
                "[2002:" + groups + "::1]",
                "[2002:" + groups + "::]");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
