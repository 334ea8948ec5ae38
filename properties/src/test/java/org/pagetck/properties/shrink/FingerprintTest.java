package org.pagetck.properties.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceText;

class FingerprintTest {
  private static final Trace TRACE = trace("map 4K 0x0 0x0 PRESENT\nunmap 4K 0x0\n");

  private static Trace trace(String lines) {
    return TraceText.parse("pagetck-trace 1\n" + lines).orThrow();
  }

  private static String of(Trace trace) {
    return Fingerprint.of("UNM-01", "answer", trace);
  }

  @Test
  void a_finding_keeps_its_name_while_the_version_stays() {
    assertThat(Fingerprint.VERSION).isEqualTo(2);
    assertThat(of(TRACE)).isEqualTo("e254bf66");
  }

  @Test
  void header_lines_that_say_the_default_say_nothing() {
    var explicit =
        trace(
            """
            contract strict
            levels 4
            memory 0x100000000 64M
            frames ascending 0x0 dirty
            map 4K 0x0 0x0 PRESENT
            unmap 4K 0x0
            """);

    assertThat(of(explicit)).isEqualTo(of(TRACE));
  }

  @Test
  void whatever_else_differs_gives_another_name() {
    assertThat(of(TRACE))
        .isNotEqualTo(of(trace("levels 5\nmap 4K 0x0 0x0 PRESENT\nunmap 4K 0x0\n")))
        .isNotEqualTo(of(trace("map 4K 0x0 0x0 PRESENT\nunmap 4K 0x1000\n")))
        .isNotEqualTo(Fingerprint.of("UNM-02", "answer", TRACE))
        .isNotEqualTo(Fingerprint.of("UNM-01", "memory", TRACE));
  }
}
