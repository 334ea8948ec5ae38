package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.machine.SlotSample;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// The contract's refusals as two tables: every operation on a page against every state of its slot
/// and of each slot above, at every size. A refusal changes no byte, takes no frame, flushes
/// nothing.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class RefusalTableTest {
  private static final String SLOT_ABOVE =
      """
      operation             EMPTY       RESERVED         LEAF              MALFORMED
      map                   -           PARENT_RESERVED  PARENT_HUGE_PAGE  PARENT_HUGE_PAGE
      map-with-table-flags  -           PARENT_RESERVED  PARENT_HUGE_PAGE  PARENT_HUGE_PAGE
      unmap                 NOT_MAPPED  NOT_MAPPED       PARENT_HUGE_PAGE  PARENT_HUGE_PAGE
      update-flags          NOT_MAPPED  NOT_MAPPED       PARENT_HUGE_PAGE  PARENT_HUGE_PAGE
      translate-page        NOT_MAPPED  NOT_MAPPED       PARENT_HUGE_PAGE  PARENT_HUGE_PAGE
      translate             NOT_MAPPED  NOT_MAPPED       -                 INVALID_FRAME_ADDRESS
      clear                 NOT_MAPPED  NOT_MAPPED       PARENT_HUGE_PAGE  PARENT_HUGE_PAGE
      """;

  private static final String LEAF_SLOT =
      """
      operation             EMPTY       RESERVED        LINK            LEAF            MALFORMED
      map                   -           ALREADY_MAPPED  ALREADY_MAPPED  ALREADY_MAPPED  ALREADY_MAPPED
      map-with-table-flags  -           ALREADY_MAPPED  ALREADY_MAPPED  ALREADY_MAPPED  ALREADY_MAPPED
      unmap                 NOT_MAPPED  NOT_MAPPED      TABLE_ENTRY     -               INVALID_FRAME_ADDRESS
      update-flags          NOT_MAPPED  -               TABLE_ENTRY     -               INVALID_FRAME_ADDRESS
      translate-page        NOT_MAPPED  NOT_MAPPED      TABLE_ENTRY     -               INVALID_FRAME_ADDRESS
      translate             NOT_MAPPED  NOT_MAPPED      -               -               INVALID_FRAME_ADDRESS
      clear                 NOT_MAPPED  -               TABLE_ENTRY     -               INVALID_FRAME_ADDRESS
      """;

  private static final long ADDRESS = 0xffff_8040_c000_0000L;
  private static final EntryFlags OPEN = new EntryFlags(0x7);

  private final int levels;

  RefusalTableTest(int levels) {
    this.levels = levels;
  }

  /// One field of a table.
  record Field(OperationKind kind, SlotState state, Refusal owed) {
    Operation on(PageSize size) {
      return switch (kind) {
        case MAP -> new Operation.Map(ADDRESS, size, 0x4000_0000L, OPEN);
        case MAP_WITH_TABLE_FLAGS ->
            new Operation.MapWithTableFlags(ADDRESS, size, 0x4000_0000L, OPEN, OPEN);
        case UNMAP -> new Operation.Unmap(ADDRESS, size);
        case UPDATE_FLAGS -> new Operation.UpdateFlags(ADDRESS, size, OPEN);
        case TRANSLATE_PAGE -> new Operation.TranslatePage(ADDRESS, size);
        case TRANSLATE -> new Operation.Translate(ADDRESS);
        case CLEAR -> new Operation.Clear(ADDRESS, size);
        case SET_TABLE_FLAGS, CLEAN_UP -> throw new IllegalArgumentException("not on a page");
      };
    }

    @Override
    public String toString() {
      return "%s at %s is %s".formatted(kind.key(), state, owed);
    }
  }

  static List<Field> fieldsAbove() {
    return fields(SLOT_ABOVE);
  }

  static List<Field> fieldsOfLeaf() {
    return fields(LEAF_SLOT);
  }

  private static List<Field> fields(String table) {
    var rows = table.lines().map(line -> line.split(" +")).toList();
    var fields = new ArrayList<Field>();
    for (var row : rows.subList(1, rows.size())) {
      for (var column = 1; column < row.length; column++) {
        if (!row[column].equals("-")) {
          var kind = OperationKind.byKey(row[0]).orElseThrow();
          var state = SlotState.valueOf(rows.getFirst()[column]);
          fields.add(new Field(kind, state, Refusal.valueOf(row[column])));
        }
      }
    }
    return fields;
  }

  @ParameterizedTest
  @MethodSource("fieldsAbove")
  @DisplayName("a slot above that is no link decides, whatever lies below")
  void slotAboveDecides(Field field) {
    for (var size : PageSize.all()) {
      for (var level = size.leafLevel() + 1; level <= levels; level++) {
        SlotSample.at(level).stream()
            .filter(sample -> sample.state() == field.state())
            .forEach(sample -> assertRefused(field, size, sample));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fieldsOfLeaf")
  @DisplayName("the leaf slot decides where all above are links")
  void leafSlotDecides(Field field) {
    for (var size : PageSize.all()) {
      SlotSample.at(size.leafLevel()).stream()
          .filter(sample -> sample.state() == field.state())
          .forEach(sample -> assertRefused(field, size, sample));
    }
  }

  private void assertRefused(Field field, PageSize size, SlotSample sample) {
    var machine = new Machine(levels);
    machine.plant(ADDRESS, sample.level(), sample.word());
    var mapper = new MappedMapperProvider().open(machine);
    var before = machine.snapshot();

    assertThat(mapper.apply(field.on(size)))
        .as("%s of %s over %s", field, size, sample)
        .isEqualTo(Outcome.refused(field.owed()));
    assertThat(machine.events()).as("%s of %s over %s", field, size, sample).isEmpty();
    assertThat(machine.snapshot()).isEqualTo(before);
  }
}
