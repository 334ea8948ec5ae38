package org.pagetck.properties.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.Replayer;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.worker.IsolatedSubject;

/// What the `x86_64` crate of today asks to be flushed, seen through its bytes alone.
final class CrateFlushTest {
  @Test
  void cleanUpUnlinksTablesAndAsksForNoFlush() {
    var lines = "map 4K 0x0 0x0 PRESENT\nunmap 4K 0x0\nclean-up 0x0 0xffffffffffffffff\n";
    var trace = TraceText.parse("pagetck-trace 1\n" + lines).orThrow();
    var library = NativeParts.library("libx86_64_mapped.so").toAbsolutePath();
    try (var subject = IsolatedSubject.ofLibrary("native:x86_64", library)) {
      var declaration = DeclarationText.parseLines(subject.describe()).orThrow();
      try (var replayer = new Replayer(subject, new Contracts(declaration, Optional.empty()))) {
        var replay = replayer.replay(trace);

        assertThat(replay.requirement()).contains(Requirement.TLB_04);
        assertThat(replay.step()).isEqualTo(2);
      }
    }
  }
}
