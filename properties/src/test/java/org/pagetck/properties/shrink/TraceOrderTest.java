package org.pagetck.properties.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.properties.choice.RandomChoices;

class TraceOrderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '<',
      textBlock =
          """
          map 4K 0x0 0x0 PRESENT        < map 2M 0x0 0x0 PRESENT
          map 4K 0x0 0x0 PRESENT        < map 4K 0x1000 0x0 PRESENT
          map 4K 0x0 0x0 PRESENT        < map 4K 0x0 0x1000 PRESENT
          map 4K 0x0 0x0 PRESENT        < map 4K 0x0 0x0 -
          map 4K 0x0 0x0 PRESENT        < map 4K 0x0 0x0 PRESENT|WRITABLE
          map 4K 0x0 0x0 PRESENT        < map 4K 0x0 0x0 PRESENT table=PRESENT
          map 4K 0x0 0x0 PRESENT|BIT_62 < map 4K 0x0 0x0 PRESENT|WRITABLE|USER
          map 4K 0x1000 0x0 PRESENT     < map 4K 0x1 0x0 PRESENT
          map 4K 0x0 0x1000 PRESENT     < map 4K 0x0 0x1 PRESENT
          translate 0x1ff000            < translate 0x200000
          translate 0xffffffffffffffff  < translate 0x800000000000
          unmap 4K 0x0                  < clear 4K 0x0
          translate 0x0                 < translate-page 4K 0x0
          clean-up 0x0 0xffffffffffffffff < clean-up 0x0 0x0
          set-table-flags 0x0 level=2 PRESENT < set-table-flags 0x0 level=3 PRESENT
          set-table-flags 0x0 level=5 PRESENT < set-table-flags 0x0 level=1 PRESENT
          set-table-flags 0x0 level=0 PRESENT < set-table-flags 0x0 level=-1 PRESENT
          budget all                    < budget 0
          budget 0                      < budget 1
          flushes done                  < flushes delayed
          access 0x0 read supervisor    < access 0x0 read user
          access 0x0 read user          < access 0x0 write supervisor
          plant level=1 0x0 0x80        < plant level=2 0x0 0x80
          plant level=1 0x0 0x80        < plant level=1 0x0 0x81
          plant level=1 0x0 0x80        < plant level=1 0x0 0x1000
          plant level=1 0x0 0x1000      < plant level=1 0x0 0x81
          unmap 1G 0x1                  < plant level=1 0x0 0x0
          """)
  void the_plainer_line_is_the_smaller(String smaller, String larger) {
    assertThat(TraceOrder.ORDER.compare(trace(smaller), trace(larger))).isNegative();
    assertThat(TraceOrder.ORDER.compare(trace(larger), trace(smaller))).isPositive();
  }

  private static Trace trace(String... lines) {
    return new Trace(
        Setup.DEFAULT,
        List.of(lines).stream().map(line -> LineText.parse(line).orThrow()).toList());
  }

  @Test
  void fewer_lines_count_more_than_fewer_events_and_both_more_than_anything_else() {
    var line = trace("map 1G 0x123 0x456 USER|GLOBAL");
    var calls = trace("map 1G 0x123 0x456 USER|GLOBAL", "clear 1G 0x123");
    var withEvent = trace("budget all", "translate 0x0");

    assertThat(TraceOrder.ORDER.compare(line, withEvent)).isNegative();
    assertThat(TraceOrder.ORDER.compare(line, calls)).isNegative();
    assertThat(TraceOrder.ORDER.compare(calls, withEvent)).isNegative();
  }

  @Test
  void different_traces_are_never_alike_and_there_are_no_circles() {
    var traces = new ArrayList<Trace>();
    LongStream.range(0, 40)
        .mapToObj(seed -> new NoisyTraces(new RandomChoices(seed / 2), 4 + (int) (seed % 2)))
        .forEach(noise -> {
          traces.add(noise.around(List.of(), 1));
          traces.add(noise.around(List.of(noise.line()), 1));
        });
    for (var one : traces) {
      for (var other : traces) {
        var order = TraceOrder.ORDER.compare(one, other);
        assertThat(order == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(order))
            .isEqualTo(-Integer.signum(TraceOrder.ORDER.compare(other, one)));
      }
    }
    assertThat(traces.stream().sorted(TraceOrder.ORDER).toList())
        .isEqualTo(traces.reversed().stream().sorted(TraceOrder.ORDER).toList());
  }
}
