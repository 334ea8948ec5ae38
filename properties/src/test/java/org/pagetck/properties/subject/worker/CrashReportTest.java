package org.pagetck.properties.subject.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pagetck.model.operation.Outcome;

/// What can be told of a death.
class CrashReportTest {
  private final CrashReport report = new CrashReport();

  private void read(String text) {
    text.lines().forEach(report::read);
  }

  @Test
  void a_report_gives_signal_and_address() {
    read(
        """
        something that the mapper printed
        #
        # A fatal error has been detected by the Java Runtime Environment:
        #
        #  SIGBUS (0x7) at pc=0x00007f993f04e120, pid=11552, tid=11553
        siginfo: si_signo: 7 (SIGBUS), si_code: 2 (BUS_ADRERR), si_addr: 0xffff800012345678
        """);
    assertThat(report.isComplete()).isTrue();
    assertThat(report.how(137)).isEqualTo("SIGBUS");
    assertThat(report.faultAddress()).hasValue(0xffff800012345678L);
  }

  @Test
  void lines_of_a_mapper_that_look_like_a_report_count_for_nothing() {
    read("siginfo: si_signo: 11 (SIGSEGV), si_code: 1 (SEGV_MAPERR), si_addr: 0x0000000000000008");
    assertThat(report.isComplete()).isFalse();
    assertThat(report.faultAddress()).isEmpty();
    assertThat(report.how(0)).isEqualTo("exit status 0");
  }

  @Test
  void without_a_report_the_status_says_it() {
    assertThat(report.how(134)).isEqualTo("SIGABRT");
    assertThat(report.how(137)).isEqualTo("SIGKILL");
    assertThat(report.how(3)).isEqualTo("exit status 3");
    assertThat(report.how(250)).isEqualTo("exit status 250");
  }

  @Test
  void a_report_without_a_signal_says_that_the_worker_broke() {
    read(
        """
        # A fatal error has been detected by the Java Runtime Environment:
        #  Internal Error (sharedRuntime.cpp:553), pid=1, tid=2
        """);
    assertThat(report.how(1)).isEqualTo("an error inside the worker itself");
  }

  @Test
  void an_access_to_a_guard_is_wild_and_one_elsewhere_is_not() {
    var place = new MemoryPlace(0x7f0000000000L, 0x10000, 0x1000000, 0x100000000L);
    assertThat(place.wild(0x7f0000010000L)).contains(new Outcome.Wild("0x100010000"));
    assertThat(place.wild(0x7effffffffffL)).contains(new Outcome.Wild("0xffffffff"));
    assertThat(place.wild(0x7f0000001000L)).isEmpty();
    assertThat(place.wild(0x7f0001010000L)).isEmpty();
    assertThat(place.wild(8)).isEmpty();
  }
}
