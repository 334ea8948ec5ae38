package org.pagetck.properties.jqwik;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pagetck.model.trace.Parsed;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceText;

/// The traces that every property runs before any other: each end of the address space, each way to
/// be refused, each state that the host can bring about. They stand in `edge-traces.txt`, each
/// below a line `== ` and its name.
final class EdgeTraces {
  private static final String RESOURCE = "edge-traces.txt";
  private static final String MARK = "== ";
  private static final List<Draw.Written> ALL = read();

  private EdgeTraces() {}

  static List<Draw.Written> all() {
    return ALL;
  }

  private static List<Draw.Written> read() {
    try (InputStream stream =
        Objects.requireNonNull(EdgeTraces.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^" + MARK, -1)).skip(1).map(EdgeTraces::written).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Draw.Written written(String text) {
    var end = text.indexOf('\n');
    var name = text.substring(0, end);
    return switch (TraceText.parse("pagetck-trace 1\n" + text.substring(end + 1))) {
      case Parsed.Read<Trace>(Trace trace) -> new Draw.Written(name, trace);
      case Parsed.Malformed<Trace> malformed ->
          throw new IllegalStateException("'%s', %s".formatted(name, malformed.sentence()));
    };
  }
}
