package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.subject.JavaSubject;

/// A declared recursive entry is made by the host, is no fault of the tree's shape, and is left
/// alone by everybody.
final class RecursiveSlotTest {
  private static final int SLOT = 509;
  private static final long TRACE_COUNT = 200;

  private static MapperProvider recursive(int slot) {
    RecursiveSlotTest.class.getModule().addUses(MapperProvider.class);
    var type =
        ServiceLoader.load(MapperProvider.class).stream()
            .filter(provider -> provider.get().name().equals("recursive"))
            .findFirst()
            .orElseThrow()
            .type();
    try {
      return type.getConstructor(int.class).newInstance(slot);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static TraceCheck check(MapperProvider provider) {
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    return new TraceCheck(
        new JavaSubject("java:recursive", provider), new Contracts(declaration, Optional.empty()));
  }

  private static List<Requirement> blamed(MapperProvider provider, String lines) {
    try (var check = check(provider)) {
      return check.check(TraceText.parse("pagetck-trace 1\n" + lines).orThrow()).stream()
          .flatMap(RecursiveSlotTest::requirements)
          .toList();
    }
  }

  private static Stream<Requirement> requirements(Finding finding) {
    return Stream.concat(Stream.of(finding.requirement()), finding.also().stream());
  }

  @ParameterizedTest(name = "index {0}")
  @ValueSource(ints = {0, 255, 256, 511})
  void noTraceAccusesTheRecursiveMapperWhereverItsEntryIs(int slot) {
    try (var check = check(recursive(slot))) {
      for (var trace = 0L; trace < TRACE_COUNT; trace++) {
        assertThat(check.check(Seeds.mix(slot, trace))).as("trace %d", trace).isEmpty();
      }
    }
  }

  @Test
  void nothingIsSentThatNamesTheTablesThemselves() {
    var inside = "0x%x".formatted(Levels.signExtend((long) SLOT << Levels.shift(4), 4));
    assertThat(
            blamed(
                new Wrapped(Misdeed.THROWS_EVERYWHERE),
                """
                map 4K %1$s 0x1000 PRESENT
                translate %1$s
                set-table-flags %1$s level=4 PRESENT
                plant level=4 %1$s 0x2
                access %1$s write supervisor
                poke 0x100000000 0x3
                """
                    .formatted(inside)))
        .isEmpty();
    assertThat(blamed(new Wrapped(Misdeed.THROWS_EVERYWHERE), "translate 0x0\n"))
        .contains(Requirement.TRN_01);
  }

  @Test
  void aCleanUpThatRemovesTheEntryIsAccused() {
    assertThat(blamed(new Wrapped(Misdeed.CLEARS_ENTRY), "clean-up 0x0 0xffffffffffffffff\n"))
        .contains(Requirement.CLN_01, Requirement.FRM_02);
  }

  @Test
  void marksThatTheProcessorSetsInTheEntryAreNoneOfTheMappersDoing() {
    var lines = "translate 0x0\nmap 4K 0x0 0x1000 PRESENT\n";
    assertThat(blamed(new Wrapped(Misdeed.NONE), lines)).isEmpty();
    assertThat(blamed(new Wrapped(Misdeed.MARKS_ENTRY), "map 4K 0x0 0x1000 PRESENT\n")).isEmpty();
    assertThat(blamed(new Wrapped(Misdeed.NARROWS_ENTRY), "map 4K 0x0 0x1000 PRESENT\n"))
        .contains(Requirement.FRM_02);
  }

  private enum Misdeed {
    NONE,
    THROWS_EVERYWHERE,
    CLEARS_ENTRY,
    MARKS_ENTRY,
    NARROWS_ENTRY
  }

  /// The recursive mapper with something done beside its calls.
  private record Wrapped(Misdeed misdeed) implements MapperProvider {
    @Override
    public String name() {
      return "wrapped";
    }

    @Override
    public String describe() {
      var adds = misdeed == Misdeed.MARKS_ENTRY ? "link-adds = ACCESSED\n" : "";
      return recursive(SLOT).describe() + adds;
    }

    @Override
    public Mapper open(Host host) {
      var mapper = recursive(SLOT).open(host);
      var entry = host.root() + (long) SLOT * Levels.ENTRY_BYTES;
      return new Mapper() {
        @Override
        public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
          misbehave();
          var outcome = mapper.map(page, size, frame, flags);
          var word = host.memory().load(entry);
          switch (misdeed) {
            case MARKS_ENTRY -> host.memory().store(entry, word | EntryFlags.ACCESSED);
            case NARROWS_ENTRY -> host.memory().store(entry, word & ~EntryFlags.WRITABLE);
            case NONE, THROWS_EVERYWHERE, CLEARS_ENTRY -> {}
          }
          return outcome;
        }

        private void misbehave() {
          if (misdeed == Misdeed.THROWS_EVERYWHERE) {
            throw new IllegalStateException("asked");
          }
        }

        @Override
        public Outcome unmap(long page, PageSize size) {
          misbehave();
          return mapper.unmap(page, size);
        }

        @Override
        public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
          misbehave();
          return mapper.updateFlags(page, size, flags);
        }

        @Override
        public Outcome translatePage(long page, PageSize size) {
          misbehave();
          return mapper.translatePage(page, size);
        }

        @Override
        public Outcome translate(long address) {
          misbehave();
          return mapper.translate(address);
        }

        @Override
        public Outcome setTableFlags(long address, int level, EntryFlags flags) {
          misbehave();
          return mapper.setTableFlags(address, level, flags);
        }

        @Override
        public Outcome cleanUp(long first, long last) {
          var outcome = mapper.cleanUp(first, last);
          if (misdeed == Misdeed.CLEARS_ENTRY) {
            host.memory().store(entry, 0);
          }
          return outcome;
        }
      };
    }
  }
}
