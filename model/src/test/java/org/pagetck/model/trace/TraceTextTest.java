package org.pagetck.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The spelling of traces.
class TraceTextTest {
  private static final String EVERYTHING =
      """
      pagetck-trace 1
      contract x86_64-2019
      levels 5
      memory 0x200000000 1028K
      frames scattered 0x5eed ones
      budget 2
      map 4K 0xffff800000200000 0x1000 PRESENT|WRITABLE
      map 1G 0xffff800000200000 0x1000 - table=PRESENT|WRITABLE|USER
      unmap 4K 0xffff800000200000
      update-flags 2M 0xffff800000200000 PRESENT|NO_EXECUTE
      translate-page 1G 0xffff800000000000
      translate 0xffff800000200123
      clear 4K 0xffff800000200000
      set-table-flags 0xffff800000200000 level=3 PRESENT|WRITABLE
      clean-up 0x0 0xffffffffffffffff
      plant level=2 0xffff800000200000 0x80
      poke 0x100000008 0xdeadbeef
      access 0xffff800000200123 write user
      access 0x0 fetch supervisor
      flushes delayed
      flushes done
      budget all
      """;

  @Test
  void a_trace_with_every_kind_of_line_is_printed_as_it_was_written() {
    assertThat(TraceText.print(read(EVERYTHING))).isEqualTo(EVERYTHING);
  }

  @Test
  void given_only_the_first_line_the_defaults_hold() {
    var setup = read("pagetck-trace 1").setup();

    assertThat(setup).isEqualTo(Setup.DEFAULT);
    assertThat(setup.contract()).isEqualTo("strict");
    assertThat(setup.levels()).isEqualTo(4);
    assertThat(setup.memoryStart()).isEqualTo(0x1_0000_0000L);
    assertThat(setup.memoryBytes()).isEqualTo(64 * 1024 * 1024);
  }

  @Test
  void a_key_that_is_not_given_is_not_printed_since_the_subject_may_declare_it() {
    assertThat(TraceText.print(read("pagetck-trace 1")))
        .isEqualTo(
            """
            pagetck-trace 1
            memory 0x100000000 64M
            frames ascending 0x0 dirty
            """);
  }

  @Test
  void declaration_keys_of_the_header_are_kept_in_order_as_they_stand() {
    var setup = read("pagetck-trace 1\nmerge  A>B\tC>D # why\nsizes 4K,2M\n").setup();

    assertThat(setup.overrides())
        .containsExactly(Map.entry("merge", "A>B C>D"), Map.entry("sizes", "4K,2M"));
  }

  @Test
  void comments_blank_lines_tabs_and_line_ends_of_other_systems_say_nothing() {
    var text = "# first\r\n\r\npagetck-trace 1 # one\r\n\t unmap\t4K  0x1000 #2\r\n";

    assertThat(read(text)).isEqualTo(read("pagetck-trace 1\nunmap 4K 0x1000\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ''                         ; 1; ''             ; the first line pagetck-trace 1
          pagetck-trace 2            ; 1; pagetck-trace 2; the first line pagetck-trace 1
          +flushes done+mpa 4K 0x0  ; 3; mpa            ; one of access, budget, clean-up
          +levels 6                  ; 2; levels 6       ; levels 4 or levels 5
          +contract                  ; 2; contract       ; a key with its value
          +memory 0x0 64M            ; 2; memory 0x0 64M ; not 0
          +memory 0x1000 63          ; 2; 63             ; a size such as 64M
          +memory 0x1000 64K         ; 2; memory 0x1000 64K ; from 1M to 4G
          +memory 0x1000 1M+memory 0x1000 1M; 3; memory 0x1000 1M; one such line
          +frames up 0x0 dirty       ; 2; up             ; descending, scattered or aligned-2m
          +frames ascending 0 dirty  ; 2; 0              ; 0x and 1 to 16 hexadecimal digits
          +frames ascending 0x0 mud  ; 2; mud            ; zeroed, ones or dirty
          +levels 4+levels 4         ; 3; levels 4       ; one line for each key
          +budget 1+levels 4         ; 3; levels         ; one of access, budget, clean-up
          +budget -1                 ; 2; -1             ; 0 or more, or all
          +budget 9999999999         ; 2; 9999999999     ; fits 32 bits
          +flushes later             ; 2; later          ; delayed or done
          +access 0x0 read root      ; 2; root           ; user or supervisor
          +access 0x0 look user      ; 2; look           ; read, write or fetch
          +plant level=6 0x0 0x0     ; 2; level=6        ; level=1 to level=5
          +plant 3 0x0 0x0           ; 2; 3              ; level= and a decimal number
          +unmap 4M 0x0              ; 2; 4M             ; 4K, 2M or 1G
          +unmap 4K                  ; 2; unmap 4K       ; one word more: a hexadecimal number
          +unmap 4K 0x               ; 2; 0x             ; 1 to 16 hexadecimal digits
          +unmap 4K 0x00000000000000001; 2; 0x00000000000000001; 1 to 16 hexadecimal digits
          +unmap 4K 0x0 0x0          ; 2; 0x0            ; the end of the line
          +map 4K 0x0 0x0 PRESNT     ; 2; PRESNT         ; PRESENT WRITABLE USER
          +map 4K 0x0 0x0 -|PRESENT  ; 2; -|PRESENT      ; - for none
          +map 4K 0x0 0x0 - USER     ; 2; USER           ; table=FLAGS
          +flushes done+map-with-table-flags 4K 0x0 0x0 - table=-; 3; map-with-table-flags; one of access
          """)
  void what_cannot_be_read_is_told_with_its_line_its_words_and_what_is_allowed(
      String text, int line, String words, String allowed) {
    var whole = text.startsWith("+") ? "pagetck-trace 1" + text.replace('+', '\n') : text;

    assertThat(TraceText.parse(whole))
        .isInstanceOfSatisfying(
            Parsed.Malformed.class,
            malformed -> {
              assertThat(malformed.line()).isEqualTo(line);
              assertThat(malformed.text()).isEqualTo(words);
              assertThat(malformed.allowed()).contains(allowed);
            });
  }

  @Test
  void a_key_that_the_caller_does_not_know_is_told_with_its_line() {
    TraceText.HeaderCheck check =
        (key, _) -> key.equals("sizes") ? Optional.empty() : Optional.of("the key sizes");

    var parsed = TraceText.parse("pagetck-trace 1\nsizes 4K\nszes 2M\n", check);

    assertThat(parsed).isEqualTo(new Parsed.Malformed<>(3, "szes 2M", "the key sizes"));
  }

  @Test
  void generated_traces_are_read_as_they_were_printed() {
    var traces = new RandomTraces(new SplittableRandom(1));
    for (var i = 0; i < 5_000; i++) {
      var trace = traces.trace();

      assertThat(TraceText.parse(TraceText.print(trace))).isEqualTo(new Parsed.Read<>(trace));
    }
  }

  private static Trace read(String text) {
    return TraceText.parse(text).orThrow();
  }
}
