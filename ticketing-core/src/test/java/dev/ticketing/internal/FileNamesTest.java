package dev.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    report.pdf,                     report.pdf
                    ../../etc/passwd,               passwd
                    C:\\Windows\\system.ini,        system.ini
                    .htaccess,                      htaccess
                    ...hidden,                      hidden
                    /,                              file
                    '   ',                          file
                    """)
    void makesNamesHarmless(String given, String kept) {
        assertThat(FileNames.safe(given)).isEqualTo(kept);
    }

    @Test
    void dropsCharactersThatNobodySees() {
        assertThat(FileNames.safe("\u200b.htaccess")).isEqualTo("htaccess");
        assertThat(FileNames.safe("invoice\u202efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.safe("a\r\nSet-Cookie: x\u0000.txt")).isEqualTo("aSet-Cookie: x.txt");
        assertThat(FileNames.safe("lone\ud800.txt")).isEqualTo("lone.txt");
        assertThat(FileNames.safe("\ud83d\ude00.png")).isEqualTo("\ud83d\ude00.png");
    }

    @Test
    void cutsLongNames() {
        assertThat(FileNames.safe("x".repeat(4_096)).codePointCount(0, 255)).isEqualTo(255);
        assertThat(FileNames.safe("x".repeat(4_096))).hasSize(255);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    a.TXT,      txt
                    a.tar.gz,   gz
                    I.PIC,      pic
                    """)
    void readsExtensionsInLowerCase(String name, String extension) {
        assertThat(FileNames.extension(name)).contains(extension);
    }

    @Test
    void findsNoExtensionWhereThereIsNone() {
        assertThat(FileNames.extension("README")).isEmpty();
        assertThat(FileNames.extension("a.")).isEmpty();
        assertThat(FileNames.extension(".profile")).isEmpty();
        assertThat(FileNames.extension("a.n\u00e4h")).isEmpty();
    }
}
