package dev.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a, image/png",
        "474946383961, image/gif",
        "ffd8ffe000104a4649460001, image/jpeg",
        "255044462d312e37, application/pdf",
        "504b0304140000, application/zip",
        "cafebabe00000034, application/octet-stream",
        "00010203, application/octet-stream",
    })
    void knowsAFileByItsFirstBytes(String hex, String type) throws IOException {
        assertThat(type(HexFormat.of().parseHex(hex))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"<html><script>alert(1)</script>", "<svg onload='alert(1)'/>", "<?xml version='1.0'?>", "plain words"})
    void callsEverythingWrittenPlainText(String words) throws IOException {
        assertThat(type(words.getBytes(StandardCharsets.UTF_8))).isEqualTo("text/plain");
    }

    @Test
    void forgivesACharacterThatItsSampleCuts() throws IOException {
        byte[] words = ("x".repeat(4_095) + "\u00e4".repeat(10)).getBytes(StandardCharsets.UTF_8);
        assertThat(type(words)).isEqualTo("text/plain");
    }

    @Test
    void leavesTheContentUnread() throws IOException {
        BufferedInputStream content = new BufferedInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        ContentTypes.of(content);
        assertThat(content.readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void saysNothingOfAnEmptyFile() throws IOException {
        assertThat(type(new byte[0])).isEqualTo("application/octet-stream");
    }

    private static String type(byte[] content) throws IOException {
        return ContentTypes.of(new BufferedInputStream(new ByteArrayInputStream(content)));
    }
}
