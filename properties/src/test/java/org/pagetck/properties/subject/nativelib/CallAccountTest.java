package org.pagetck.properties.subject.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.subject.ListStock;

/// How a call is booked. The test plays the mapper.
class CallAccountTest {
  private final HostBlock host = new HostBlock(Arena.ofAuto().allocate(HostBlock.SIZE_BYTES, 4096));
  private final CallAccount account = new CallAccount(host);
  private final ListStock stock = new ListStock(0x1000, 100);
  private final EventLog log = new EventLog();

  private List<String> events() {
    var lines = new ArrayList<String>();
    for (var index = 0; index < log.count(); index++) {
      lines.add("%d 0x%x".formatted(log.kind(index), log.a(index)));
    }
    return lines;
  }

  private void take() {
    host.setFramesLeft(host.framesLeft() - 1);
  }

  private void log(long kind, long a) {
    var count = (int) host.eventCount();
    host.setEvent(count, kind, a, 0);
    host.setEventCount(count + 1);
  }

  @Test
  void a_window_of_frames_is_offered_next_one_last() {
    account.offer(stock);
    assertThat(host.framesLeft()).isEqualTo(64);
    assertThat(host.frame(63)).isEqualTo(0x1000);
    assertThat(host.frame(0)).isEqualTo(0x40000);
  }

  @Test
  void a_call_that_does_nothing_books_nothing() {
    account.offer(stock);
    assertThat(account.settle(stock, log)).isEmpty();
    assertThat(stock.taken()).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void events_come_in_their_order_and_frames_leave_the_stock() {
    account.offer(stock);
    take();
    log(EventLog.TAKE, 0x1000);
    log(EventLog.STORE, 0x8000);
    take();
    log(EventLog.TAKE, 0x2000);
    assertThat(account.settle(stock, log)).isEmpty();
    assertThat(events()).containsExactly("1 0x1000", "3 0x8000", "1 0x2000");
    assertThat(stock.taken()).containsExactly(0x1000L, 0x2000L);
  }

  @Test
  void a_frame_taken_without_a_word_is_logged_before_all_else() {
    account.offer(stock);
    take();
    take();
    log(EventLog.STORE, 0x8000);
    log(EventLog.TAKE, 0x2000);
    assertThat(account.settle(stock, log)).isEmpty();
    assertThat(events()).containsExactly("1 0x1000", "3 0x8000", "1 0x2000");
  }

  @Test
  void frames_given_back_return_to_the_stock_after_those_taken_have_left_it() {
    account.offer(stock);
    take();
    log(EventLog.TAKE, 0x1000);
    log(EventLog.GIVE_BACK, 0x1000);
    assertThat(account.settle(stock, log)).isEmpty();
    assertThat(stock.givenBack()).containsExactly(0x1000L);
    assertThat(stock.peek(0)).isEqualTo(0x1000);
  }

  @Test
  void a_take_that_the_count_of_frames_does_not_show_is_told() {
    account.offer(stock);
    log(EventLog.TAKE, 0x1000);
    assertThat(account.settle(stock, log))
        .contains("a take of 0x1000 is logged that frames_left does not show");
    assertThat(stock.taken()).isEmpty();
  }

  @Test
  void frames_that_come_from_nowhere_are_told() {
    account.offer(stock);
    host.setFramesLeft(65);
    assertThat(account.settle(stock, log)).contains("frames_left went from 64 to 65");
    host.setFramesLeft(-1);
    assertThat(account.settle(stock, log))
        .contains("frames_left went from 64 to 18446744073709551615");
  }

  @Test
  void an_event_of_no_kind_is_told_and_those_before_it_are_booked() {
    account.offer(stock);
    log(EventLog.STORE, 0x8000);
    log(8, 0x9000);
    assertThat(account.settle(stock, log)).contains("event of kind 8");
    assertThat(events()).containsExactly("3 0x8000");
  }

  @Test
  void more_events_than_fit_are_marked() {
    account.offer(stock);
    for (var index = 0; index < EventLog.EVENT_COUNT_MAX; index++) {
      host.setEvent(index, EventLog.STORE, index, 0);
    }
    host.setEventCount(EventLog.EVENT_COUNT_MAX);
    assertThat(account.settle(stock, log)).isEmpty();
    assertThat(log.hasOverflowed()).isFalse();
    assertThat(log.count()).isEqualTo(EventLog.EVENT_COUNT_MAX);

    log.clear();
    host.setEventCount(EventLog.EVENT_COUNT_MAX + 1);
    assertThat(account.settle(stock, log)).isEmpty();
    assertThat(log.hasOverflowed()).isTrue();
    assertThat(log.count()).isEqualTo(EventLog.EVENT_COUNT_MAX);
  }
}
