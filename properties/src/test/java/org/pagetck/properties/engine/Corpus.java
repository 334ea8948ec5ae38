package org.pagetck.properties.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.trace.Parsed;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.generate.TraceGenerator;

/// Traces that were drawn once and stand in `corpus.txt`, so that what the judges say of them does
/// not change with the generators.
final class Corpus {
  private static final String RESOURCE = "corpus.txt";
  private static final String RARE =
      """
      pagetck-trace 1
      map 4K 0x0 0x0 -
      map 4K 0x0 0x0 PRESENT|HUGE_PAGE
      map 4K 0x0 0x0 PRESENT|USER
      access 0x0 read user
      access 0x8 write user
      update-flags 4K 0x0 -
      update-flags 4K 0x0 PRESENT
      unmap 4K 0x0
      map 2M 0x200000 0x1000 PRESENT
      """;
  private static final int TRACE_COUNT = 30;

  private Corpus() {}

  /// Draws the traces anew; what is drawn too seldom follows.
  static String draw(Contract contract) {
    var text = new StringBuilder();
    for (var number = 0; number < TRACE_COUNT; number++) {
      var generator = new TraceGenerator(new RandomChoices(Seeds.mix(0xc0, number)), contract);
      var lines = new ArrayList<TraceLine>();
      for (var i = 0; i < generator.length(); i++) {
        lines.add(generator.next());
      }
      text.append(TraceText.print(new Trace(generator.setup(), lines)));
    }
    return text.append(RARE).toString();
  }

  static List<Trace> traces() {
    try (InputStream stream =
        Objects.requireNonNull(Corpus.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^(?=pagetck-trace)")).map(Corpus::trace).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Trace trace(String text) {
    return switch (TraceText.parse(text)) {
      case Parsed.Read<Trace>(Trace trace) -> trace;
      case Parsed.Malformed<Trace> malformed ->
          throw new IllegalStateException(malformed.sentence());
    };
  }
}
