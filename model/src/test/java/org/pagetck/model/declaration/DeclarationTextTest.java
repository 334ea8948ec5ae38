package org.pagetck.model.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.trace.Parsed;

class DeclarationTextTest {
  private static final String ACME =
      """
      # what our mapper promises
      name = acme  mapper
      version=0.3

      url = https://acme.example/mapper?a=b#top
      contract = x86_64-0.15
      sizes = 2M, 4K
      parent-flags = fixed
      known 9f2c1a7e = https://acme.example/issues/7 until 2027-01-31
      known 00ff00ff = #8
      """;

  private static String sentence(Parsed<Declaration> parsed) {
    return switch (parsed) {
      case Parsed.Malformed<Declaration> malformed -> malformed.sentence();
      case Parsed.Read<Declaration>(var declaration) -> "read: " + declaration;
    };
  }

  @Test
  void lines_say_name_contract_overrides_and_known_findings() {
    var acme = DeclarationText.parseLines(ACME).orThrow();

    assertThat(acme.name()).contains("acme mapper");
    assertThat(acme.version()).contains("0.3");
    assertThat(acme.url()).contains("https://acme.example/mapper?a=b#top");
    assertThat(acme.named()).isEqualTo(NamedContract.X86_64_0_15);
    assertThat(acme.contract().sizes()).containsExactly(PageSize.SIZE_4K, PageSize.SIZE_2M);
    assertThat(acme.contract().parentFlags()).isEqualTo(ParentFlags.FIXED);
    assertThat(acme.known())
        .containsExactly(
            new KnownFinding("00ff00ff", "#8", Optional.empty()),
            new KnownFinding(
                "9f2c1a7e",
                "https://acme.example/issues/7",
                Optional.of(LocalDate.of(2027, 1, 31))));
  }

  @Test
  void lines_are_printed_in_one_order_and_one_spelling() {
    assertThat(DeclarationText.printLines(DeclarationText.parseLines(ACME).orThrow()))
        .isEqualTo(
            """
            name = acme mapper
            version = 0.3
            url = https://acme.example/mapper?a=b#top
            contract = x86_64-0.15
            sizes = 4K 2M
            parent-flags = fixed
            known 00ff00ff = #8
            known 9f2c1a7e = https://acme.example/issues/7 until 2027-01-31
            """);
  }

  @Test
  void words_hold_lists_with_commas_and_blanks_as_percent_twenty() {
    var acme = DeclarationText.parseLines(ACME).orThrow();

    assertThat(DeclarationText.printWords(acme))
        .isEqualTo(
            "name=acme%20mapper version=0.3 url=https://acme.example/mapper?a=b#top"
                + " contract=x86_64-0.15 sizes=4K,2M parent-flags=fixed known%2000ff00ff=#8"
                + " known%209f2c1a7e=https://acme.example/issues/7%20until%202027-01-31");
    assertThat(DeclarationText.parseWords(DeclarationText.printWords(acme)).orThrow())
        .isEqualTo(acme)
        .hasSameHashCodeAs(acme);
  }

  @Test
  void a_percent_sign_in_a_text_survives_the_handshake_line() {
    var odd = DeclarationText.parseLines("name = 100%20 sure %25").orThrow();

    assertThat(DeclarationText.parseWords(odd.toString()).orThrow().name())
        .contains("100%20 sure %25");
  }

  @Test
  void the_header_of_a_trace_says_keys_with_values() {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("contract", "x86_64-2019");
    header.put("levels", "5");
    header.put("known", "9f2c1a7e #8");

    var declaration = DeclarationText.parseHeader(header).orThrow();

    assertThat(declaration.named()).isEqualTo(NamedContract.X86_64_2019);
    assertThat(declaration.contract().levels()).containsExactly(5);
    assertThat(declaration.known()).hasSize(1);
  }

  @Test
  void overrides_can_stand_in_the_header_of_a_trace() {
    var acme = DeclarationText.parseLines(ACME).orThrow();

    assertThat(acme.overrides())
        .containsExactly(
            Map.entry("contract", "x86_64-0.15"),
            Map.entry("sizes", "4K 2M"),
            Map.entry("parent-flags", "fixed"));
    assertThat(DeclarationText.parseHeader(acme.overrides()).orThrow().contract())
        .isEqualTo(acme.contract());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing", "\ufeff", "  \t\r\n#x"})
  void a_text_without_keys_says_nothing(String text) {
    assertThat(DeclarationText.parseLines(text).orThrow()).isEqualTo(Declaration.EMPTY);
    assertThat(Declaration.EMPTY.contract()).isEqualTo(NamedContract.STRICT.contract());
    assertThat(DeclarationText.printLines(Declaration.EMPTY)).isEmpty();
  }

  @Test
  void lines_may_end_as_on_any_system_and_begin_with_a_byte_order_mark() {
    assertThat(DeclarationText.parseLines("\ufeffname = a\r\nteardown = yes\r\n").orThrow())
        .isEqualTo(DeclarationText.parseLines("name = a\nteardown = yes").orThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "parent-flags = fxed; line 1: 'parent-flags = fxed' cannot be read, allowed is from-leaf,"
            + " fixed, permissive or explicit",
        "sizes = 4K 3M; line 1: 'sizes = 3M' cannot be read, allowed is some of 4K 2M 1G",
        "sizes = ; line 1: 'sizes = ' cannot be read, allowed is some of 4K 2M 1G",
        "levels = 6; line 1: 'levels = 6' cannot be read, allowed is 4, 5 or 4 5",
        "physical-width = 53; line 1: 'physical-width = 53' cannot be read, allowed is a number"
            + " from 32 to 52",
        "no-execute = true; line 1: 'no-execute = true' cannot be read, allowed is yes or no",
        "contract = lax; line 1: 'contract = lax' cannot be read, allowed is strict, x86_64-2019"
            + " or x86_64-0.15",
        "planted = all LINK; line 1: 'planted = all LINK' cannot be read, allowed is all, none or"
            + " some of RESERVED LINK MALFORMED PAT",
        "returns-flags = map; line 1: 'returns-flags = map' cannot be read, allowed is none or"
            + " some of unmap translate-page translate",
        "name = ; line 1: 'name = ' cannot be read, allowed is visible characters",
        "name; line 1: 'name' cannot be read, allowed is key = value",
        "recursive-slot = 512; line 1: 'recursive-slot = 512' cannot be read, allowed is none or a"
            + " number from 0 to 511",
        "known 9f2c = x; line 1: 'known = 9f2c x' cannot be read, allowed is a fingerprint of 8"
            + " to 64 hexadecimal digits, an issue link, and perhaps until YYYY-MM-DD"
      })
  void an_error_names_the_line_the_value_and_what_is_allowed(String text, String owed) {
    assertThat(sentence(DeclarationText.parseLines(text))).isEqualTo(owed);
  }

  @Test
  void an_error_names_the_line_at_fault() {
    assertThat(sentence(DeclarationText.parseLines("# ours\nname = a\n\nlevels = 3\n")))
        .startsWith("line 4: 'levels = 3' cannot be read");
    assertThat(sentence(DeclarationText.parseLines("levels = 4\nname = a\nlevels = 4\n")))
        .isEqualTo(
            "line 3: 'levels = 4' cannot be read, allowed is each key and each fingerprint once");
    assertThat(sentence(DeclarationText.parseHeader(Map.of("arguments", "maybe"))))
        .isEqualTo("line 1: 'arguments = maybe' cannot be read, allowed is checked or unchecked");
  }

  @Test
  void an_unknown_key_is_answered_with_all_that_are_known() {
    var sentence = sentence(DeclarationText.parseWords("name=a parent-flag=fixed"));

    assertThat(sentence)
        .startsWith(
            "line 1: 'parent-flag' cannot be read, allowed is one of the keys name, version")
        .contains(", parent-flags,")
        .endsWith(", known");
  }

  @Test
  void a_fingerprint_may_be_known_once() {
    var twice = "known 9f2c1a7e = #1\nknown 9f2c1a7e = #2\n";

    assertThat(sentence(DeclarationText.parseLines(twice)))
        .startsWith("line 2: 'known = 9f2c1a7e #2' cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=a\u0007b", "name=a\u00a0b", "name=a\u2028b", "name=\ud800"})
  void a_name_is_made_of_visible_characters(String word) {
    assertThat(sentence(DeclarationText.parseWords(word)))
        .endsWith("cannot be read, allowed is visible characters")
        .matches("[ -~…]*");
  }

  @Test
  void a_name_may_be_written_in_any_script() {
    assertThat(DeclarationText.parseWords("name=Größe%20頁").orThrow().name()).contains("Größe 頁");
  }

  @ParameterizedTest
  @CsvSource({
    "all, all",
    "all -PAT, all -PAT",
    "all -USER -PAT -PAT, all -USER -PAT",
    "PRESENT WRITABLE USER, PRESENT WRITABLE USER",
    "none, none"
  })
  void flags_are_all_or_all_but_some_or_names(String text, String owed) {
    var declaration = DeclarationText.parseLines("flags = " + text).orThrow();

    assertThat(declaration.overrides()).containsEntry("flags", owed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all PAT",
        "-PAT",
        "none PRESENT",
        "all none",
        "PRESENT -PAT",
        "all -",
        "all all",
        "all -none",
        "present",
        "BIT_8",
        "BIT_63",
        ","
      })
  void flags_that_contradict_themselves_are_not_read(String text) {
    assertThat(sentence(DeclarationText.parseLines("flags = " + text)))
        .contains("allowed is all, all followed by names with a minus sign such as -PAT, none, or")
        .contains("NO_EXECUTE");
  }

  @Test
  void flags_taken_away_from_all_cannot_be_passed() {
    var flags = DeclarationText.parseLines("flags = all -USER,-PAT").orThrow().contract().flags();

    assertThat(flags.bits()).isEqualTo(EntryFlags.ALL & ~EntryFlags.USER & ~EntryFlags.PAT);
  }

  @ParameterizedTest
  @CsvSource({
    "merge = TABLE_ENTRY>NOT_MAPPED NOT_MAPPED>TABLE_ENTRY, TABLE_ENTRY>NOT_MAPPED NOT_MAPPED>",
    "merge = TABLE_ENTRY>NOTHING, merge = TABLE_ENTRY>NOTHING",
    "shared-entries = 256-512, shared-entries = 256-512",
    "shared-entries = none 3, shared-entries = none 3",
    "link-adds = GLOBAL, link-adds = GLOBAL",
    "adds-flags = none DIRTY, adds-flags = none DIRTY"
  })
  void a_list_whose_words_do_not_fit_names_what_is_wrong(String text, String named) {
    assertThat(sentence(DeclarationText.parseLines(text)))
        .contains(named)
        .contains("allowed is none");
  }

  @Test
  void a_trace_can_ask_whether_a_key_of_its_header_is_right() {
    assertThat(DeclarationText.complaint("levels", "5")).isEmpty();
    assertThat(DeclarationText.complaint("levels", "6")).contains("4, 5 or 4 5");
    assertThat(DeclarationText.complaint("level", "5").orElseThrow())
        .startsWith("one of the keys name");
    assertThat(List.of(DeclarationText.complaint("known", "9f2c1a7e #1")))
        .containsExactly(Optional.empty());
  }
}
