package org.pagetck.properties.judge;

import java.util.Arrays;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.StepObservation;

/// The table entries over the time of one step. Time counts stores: at time t the first t of them
/// are done.
///
/// Where stores are not recorded, each word that differs counts as one store, in no order.
final class Timeline {
  private final TableBytes bytes;
  private final SpaceRules rules;
  private boolean ordered;
  private int count;
  private int[] events = new int[8];
  private long[] addresses = new long[8];
  private long[] before = new long[8];
  private long[] after = new long[8];
  private int[] visible = new int[8];
  private int[] levels = new int[8];
  private long[] bases = new long[8];
  private int visibleCount;
  private final StoresByWord byWord = new StoresByWord();

  Timeline(SpaceRules rules, TableBytes bytes) {
    this.rules = rules;
    this.bytes = bytes;
  }

  /// Reads what the step did.
  void read(StepObservation seen) {
    ordered = seen.effects() == Effects.STORES;
    count = 0;
    visibleCount = 0;
    if (ordered) {
      var stores = seen.stores();
      for (var i = 0; i < stores.count(); i++) {
        add(stores.event(i), stores.address(i), stores.before(i), stores.after(i));
      }
    } else {
      var changes = seen.changes();
      for (var i = 0; i < changes.count(); i++) {
        var address = changes.address(i);
        add(-1, address, changes.before(i), bytes.load(address));
      }
    }
    byWord.reset(addresses, count);
    for (var i = 0; i < count; i++) {
      if (before[i] != after[i]) {
        see(seen, i);
      }
    }
  }

  private void add(int event, long address, long old, long word) {
    if (count == events.length) {
      var capacity = count * 2;
      events = Arrays.copyOf(events, capacity);
      addresses = Arrays.copyOf(addresses, capacity);
      before = Arrays.copyOf(before, capacity);
      after = Arrays.copyOf(after, capacity);
      visible = Arrays.copyOf(visible, capacity);
      levels = Arrays.copyOf(levels, capacity);
      bases = Arrays.copyOf(bases, capacity);
    }
    events[count] = event;
    addresses[count] = address;
    before[count] = old;
    after[count] = word;
    count++;
  }

  /// Notes store `index` if its entry lies in a table that can be reached then.
  private void see(StepObservation seen, int index) {
    var address = addresses[index];
    var made = seen.newTables().indexOf(address);
    var level = 0;
    var base = 0L;
    if (made >= 0 && seen.newTables().store(made) < index) {
      level = seen.newTables().level(made);
      base = seen.newTables().virtualOf(made, address);
    } else if (made < 0 && !seen.taken().contains(address & -Levels.TABLE_BYTES)) {
      level = seen.tables().levelAt(address);
      base = level == 0 ? 0 : seen.tables().virtualOf(address);
    }
    if (level > 0) {
      visible[visibleCount] = index;
      levels[visibleCount] = level;
      bases[visibleCount] = Levels.signExtend(base, rules.levels());
      visibleCount++;
    }
  }

  /// Tells whether the order of the stores is known.
  boolean isOrdered() {
    return ordered;
  }

  /// Returns the number of stores: the time at the end of the step.
  int end() {
    return count;
  }

  /// Returns how many stores changed an entry that could be reached.
  int visibleCount() {
    return visibleCount;
  }

  /// Returns the time before visible store `index`.
  int time(int index) {
    return visible[index];
  }

  /// Returns the number of the event that made visible store `index`.
  int event(int index) {
    return events[visible[index]];
  }

  /// Returns the address of the entry that visible store `index` changed.
  long address(int index) {
    return addresses[visible[index]];
  }

  /// Returns the level of that entry.
  int level(int index) {
    return levels[index];
  }

  /// Returns the first virtual address that it covers.
  long base(int index) {
    return bases[index];
  }

  /// Returns the entry before visible store `index`.
  long before(int index) {
    return before[visible[index]];
  }

  /// Returns the entry after visible store `index`.
  long after(int index) {
    return after[visible[index]];
  }

  SlotState stateBefore(int index) {
    return format().stateOf(levels[index], before(index));
  }

  SlotState stateAfter(int index) {
    return format().stateOf(levels[index], after(index));
  }

  /// Tells whether an earlier visible store changed the same entry.
  boolean isRepeated(int index) {
    for (var store = byWord.before(address(index), visible[index]);
        store >= 0;
        store = byWord.before(address(index), store)) {
      if (Arrays.binarySearch(visible, 0, index, store) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Tells whether the entry of visible store `index` covers `address`.
  boolean covers(int index, long address) {
    return (Levels.significant(address, rules.levels())
                ^ Levels.significant(bases[index], rules.levels()))
            >>> Levels.shift(levels[index])
        == 0;
  }

  /// Returns the first store at `time` or later to the word at `address`, or -1.
  int nextStore(long address, int time) {
    return byWord.next(address, time);
  }

  /// Returns the word that store `store` left.
  long wordAfter(int store) {
    return after[store];
  }

  /// Returns the word at `address` at `time`.
  long wordAt(long address, int time) {
    var last = byWord.before(address, time);
    if (last >= 0) {
      return after[last];
    }
    var next = byWord.next(address, time);
    return next < 0 ? bytes.load(address) : before[next];
  }

  /// Makes the bytes what they were at `time`.
  ///
  /// @return the words that stood there, for [#restore]
  long[] rewind(int time) {
    var words = new long[count];
    for (var i = 0; i < count; i++) {
      words[i] = bytes.load(addresses[i]);
    }
    for (var i = count - 1; i >= time; i--) {
      bytes.storeBelowShadow(addresses[i], before[i]);
    }
    return words;
  }

  /// Takes a [#rewind] back.
  void restore(long[] words) {
    for (var i = 0; i < count; i++) {
      bytes.storeBelowShadow(addresses[i], words[i]);
    }
  }

  /// Returns how many stores come before event `event` of the log.
  int timeOf(int event) {
    var time = 0;
    while (time < count && events[time] < event) {
      time++;
    }
    return time;
  }

  /// Tells whether the visible store `index` was an exchange, which fails where the processor has
  /// set ACCESSED in between.
  boolean isExchange(StepObservation seen, int index) {
    return ordered && seen.log().kind(event(index)) == EventLog.EXCHANGE;
  }

  EntryFormat format() {
    return rules.format();
  }

  int rootLevel() {
    return rules.levels();
  }
}
