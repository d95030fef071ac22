package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which spellings of an address are taken. */
class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.org, shop.example.org",
        "https://shop.example.org:8443/a/b?c=d&e=%2F, shop.example.org",
        "HTTPS://Shop.Example.ORG/, Shop.Example.ORG",
        "https://xn--bcher-kva.example/, xn--bcher-kva.example",
        "https://receiver/, receiver",
        "https://8.8.8.8/, 8.8.8.8",
        "https://[2001:db8::1]:8443/, 2001:db8::1",
        "http://shop.example.org/, shop.example.org"
    })
    void takesPlainAddresses(String url, String host) {
        assertThat(WebhookUrl.of(url).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//shop.example.org/",
                "shop.example.org",
                "https:",
                "https://",
                "https:///a",
                "https:shop.example.org",
                "ftp://shop.example.org/",
                "file:///etc/passwd",
                "gopher://shop.example.org/",
                "jar:https://shop.example.org/!/",
                "javascript:alert(1)",
                "https://shop.example.org/#a",
                "https://user@shop.example.org/",
                "https://user:pass@shop.example.org/",
                "https://shop.example.org:0/",
                "https://shop.example.org:65536/",
                "https://shop.example.org:99999999999/",
                "https://shop.example.org:x/",
                "https://shop.example.org./",
                "https://shop..example.org/",
                "https://-shop.example.org/",
                "https://sh_op.example.org/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://127.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.01/",
                "https://256.0.0.1/",
                "https://1.2.3.4.5/",
                "https://[::1%25lo]/",
                "https://[::1%lo]/",
                "https://[v1.a]/",
                "https://[127.0.0.1]/",
                "https://bücher.example/",
                "https://shop%2eexample.org/",
                "https://shop.example.org\\@inside/",
                "https://shop.example.org/a b",
                "https://shop.example.org/\r\nX: y"
            })
    void refusesOthersWithoutRepeatingThem(String url) {
        assertThatThrownBy(() -> WebhookUrl.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("example")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(ints = {2049, 100_000})
    void refusesWhatIsTooLong(int length) {
        String url = "https://shop.example.org/" + "a".repeat(length);
        assertThatThrownBy(() -> WebhookUrl.of(url)).isInstanceOf(IllegalArgumentException.class);
        String labels = "https://" + "a.".repeat(900) + "org/";
        assertThatThrownBy(() -> WebhookUrl.of(labels)).isInstanceOf(IllegalArgumentException.class);
    }
}
