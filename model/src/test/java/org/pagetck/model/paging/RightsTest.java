package org.pagetck.model.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.model.entry.EntryFlags.NO_EXECUTE;
import static org.pagetck.model.entry.EntryFlags.PRESENT;
import static org.pagetck.model.entry.EntryFlags.USER;
import static org.pagetck.model.entry.EntryFlags.WRITABLE;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.entry.EntryFlags;

class RightsTest {
  /// Each letter is one access: user read, write, fetch, then supervisor read, write, fetch.
  @ParameterizedTest
  @CsvSource({
    // flags                      -       WP      SMEP    WP+SMEP SMAP    WP+SMAP
    "PRESENT,                     ---rwx, ---r-x, ---rwx, ---r-x, ---rwx, ---r-x",
    "PRESENT|WRITABLE,            ---rwx, ---rwx, ---rwx, ---rwx, ---rwx, ---rwx",
    "PRESENT|NO_EXECUTE,          ---rw-, ---r--, ---rw-, ---r--, ---rw-, ---r--",
    "PRESENT|USER,                r-xrwx, r-xr-x, r-xrw-, r-xr--, r-x--x, r-x--x",
    "PRESENT|WRITABLE|USER,       rwxrwx, rwxrwx, rwxrw-, rwxrw-, rwx--x, rwx--x",
    "PRESENT|USER|NO_EXECUTE,     r--rw-, r--r--, r--rw-, r--r--, r-----, r-----",
    "WRITABLE|USER,               ------, ------, ------, ------, ------, ------",
  })
  void each_setting_of_flags_and_protection_allows_what_the_manual_says(
      String flags, String none, String wp, String smep, String both, String smap, String wpSmap) {
    var rights = Rights.of(EntryFlags.byText(flags).orElseThrow());

    assertThat(text(rights, new Protection(false, false, false, false))).isEqualTo(none);
    assertThat(text(rights, new Protection(true, false, false, false))).isEqualTo(wp);
    assertThat(text(rights, new Protection(false, true, false, false))).isEqualTo(smep);
    assertThat(text(rights, new Protection(true, true, false, false))).isEqualTo(both);
    assertThat(text(rights, new Protection(false, false, true, false))).isEqualTo(smap);
    assertThat(text(rights, new Protection(true, false, true, false))).isEqualTo(wpSmap);
    assertThat(text(rights, new Protection(true, false, true, true))).isEqualTo(wp);
  }

  private static String text(Rights rights, Protection protection) {
    return Access.all().stream()
        .map(a -> rights.allows(a, protection) ? letter(a.kind()) : "-")
        .collect(Collectors.joining());
  }

  private static String letter(AccessKind kind) {
    return switch (kind) {
      case READ -> "r";
      case WRITE -> "w";
      case FETCH -> "x";
    };
  }

  @Test
  void the_difference_of_rights_names_the_accesses() {
    var more = Rights.of(new EntryFlags(PRESENT | WRITABLE | NO_EXECUTE));
    var less = Rights.of(new EntryFlags(PRESENT | NO_EXECUTE));

    assertThat(more.minus(less).allows(Access.SUPERVISOR_WRITE, Protection.WRITE_PROTECT)).isTrue();
    assertThat(more.minus(less).toString())
        .isEqualTo(
            "WP: supervisor write; WP+SMEP: supervisor write; WP+SMAP: supervisor write;"
                + " WP+SMEP+SMAP: supervisor write");
    assertThat(less.minus(more).isEmpty()).isTrue();
    assertThat(less.minus(more)).hasToString("none");
  }

  @Test
  void raising_user_takes_rights_from_the_supervisor() {
    var before = Rights.of(new EntryFlags(PRESENT));
    var after = Rights.of(new EntryFlags(PRESENT | USER));

    var lost = before.minus(after);

    assertThat(lost.allows(Access.SUPERVISOR_FETCH, new Protection(true, true, false, false)))
        .isTrue();
    assertThat(lost.allows(Access.SUPERVISOR_READ, Protection.WRITE_PROTECT)).isFalse();
  }

  @Test
  void settings_that_allow_the_same_have_the_same_index() {
    assertThat(Protection.distinct()).extracting(Protection::index).doesNotHaveDuplicates();
    assertThat(new Protection(true, true, true, true).index())
        .isEqualTo(new Protection(true, true, false, true).index());
  }
}
