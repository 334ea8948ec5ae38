import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.mapper.WildAccessException;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.trace.OutcomeText;

/// update-flags of a 2M page answers ok where TABLE_ENTRY is owed.
class ReproducerTest {
  private static final int LEVELS = 4;
  private static final long START = 0x100000000L;
  private static final long BYTES = 67108864L;
  private static final long ADDRESS = 0x000f_ffff_ffff_f000L;

  /// Frames for tables, in the order in which they are handed out.
  private static final long[] FRAMES = {
    0x100001000L,
    0x100002000L,
    0x100003000L,
    0x100004000L,
    0x100005000L,
    0x100006000L,
    0x100007000L,
    0x100008000L,
    0x100009000L,
    0x10000a000L,
    0x10000b000L,
    0x10000c000L,
  };

  @Test
  void theDefectIsGone() {
    var machine = new Machine();
    MapperProvider provider =
        ServiceLoader.load(FaultProvider.class).stream()
        .flatMap(found -> found.get().faults().stream())
        .filter(fault -> fault.id().equals("F02"))
        .findFirst()
        .orElseThrow()
        .provider();
    Outcome given;
    try (var mapper = provider.open(machine)) {

      // map 4K 0x0 0x1000 PRESENT|WRITABLE
      call(() -> mapper.map(0x0L, PageSize.SIZE_4K, 0x1000L, flags("PRESENT|WRITABLE")));

      // update-flags 2M 0x0 PRESENT
      given = call(() -> mapper.updateFlags(0x0L, PageSize.SIZE_2M, flags("PRESENT")));

      // owed: refused TABLE_ENTRY
      assertTrue(
          given instanceof Outcome.Refused(var reason) && Set.of(Refusal.PARENT_HUGE_PAGE, Refusal.PARENT_RESERVED, Refusal.TABLE_ENTRY).contains(reason),
          () -> "update-flags of a 2M page answers ok where TABLE_ENTRY is owed: " + given(given));
      assertEquals(hex(0x3L), hex(machine.word(2, 0x0L) & 0xfff0000000000fffL), "update-flags of a 2M page answers ok where TABLE_ENTRY is owed");
      assertEquals(hex(0x1003L), hex(machine.word(1, 0x0L) & 0xffffffffffffffffL), "update-flags of a 2M page answers ok where TABLE_ENTRY is owed");
    }
  }

  private static Outcome call(Callable<Outcome> call) {
    try {
      return call.call();
    } catch (WildAccessException e) {
      return new Outcome.Wild(String.valueOf(e.getMessage()));
    } catch (Exception | StackOverflowError e) {
      return new Outcome.Panicked(e.toString());
    }
  }

  private static EntryFlags flags(String text) {
    return EntryFlags.byText(text).orElseThrow();
  }

  private static String given(Outcome outcome) {
    return OutcomeText.print(outcome);
  }

  private static String bare(Outcome outcome) {
    return given(outcome).replaceAll(" flush=\\S+", "");
  }

  private static String hex(long word) {
    return "0x" + Long.toHexString(word);
  }

  /// Memory with an empty top table at its start, and a stock of frames full of old bytes.
  private static final class Machine implements Host, PhysMemory, FrameAllocator, FlushSink {
    private final Map<Long, Long> words = new HashMap<>();
    private final List<Long> stock = new ArrayList<>();
    private int left = Integer.MAX_VALUE;

    Machine() {
      for (var frame : FRAMES) {
        stock.addFirst(frame);
        for (var index = 0L; index < 512; index++) {
          words.put(frame + index * 8, 0x100000007L + index * 4096);
        }
      }
    }

    /// Returns where the entry at `level` on the way to `address` lies, -1 where the way ends above.
    private long place(int level, long address) {
      var table = START;
      for (var here = LEVELS; ; here--) {
        var at = table + (address >>> (12 + 9 * (here - 1)) & 511) * 8;
        if (here == level) {
          return at;
        }
        var word = load(at);
        table = word & ADDRESS;
        if ((word & 0x81) != 1 || table < START || table >= START + BYTES) {
          return -1;
        }
      }
    }

    long word(int level, long address) {
      var at = place(level, address);
      return at < 0 ? 0 : load(at);
    }

    void set(int level, long address, long keep, long word) {
      var at = place(level, address);
      assertTrue(at >= 0, "there is no entry at level " + level);
      store(at, load(at) & keep | word);
    }

    private static void check(long address, int width) {
      if (address < START || address > START + BYTES - width || address % width != 0) {
        throw new WildAccessException(address);
      }
    }

    @Override
    public PhysMemory memory() {
      return this;
    }

    @Override
    public long root() {
      return START;
    }

    @Override
    public int levels() {
      return LEVELS;
    }

    @Override
    public FrameAllocator frames() {
      return this;
    }

    @Override
    public FlushSink flushes() {
      return this;
    }

    @Override
    public long start() {
      return START;
    }

    @Override
    public long sizeBytes() {
      return BYTES;
    }

    @Override
    public long load(long address) {
      check(address, 8);
      return words.getOrDefault(address, 0L);
    }

    @Override
    public void store(long address, long value) {
      check(address, 8);
      words.put(address, value);
    }

    @Override
    public void store(long address, long value, int width) {
      check(address, width);
      var shift = (address & 7) * 8;
      var mask = (width == 8 ? -1L : (1L << width * 8) - 1) << shift;
      store(address & -8, load(address & -8) & ~mask | value << shift & mask);
    }

    @Override
    public long compareAndExchange(long address, long expected, long value) {
      var found = load(address);
      if (found == expected) {
        store(address, value);
      }
      return found;
    }

    @Override
    public void zero(long frame) {
      for (var index = 0L; index < 512; index++) {
        store(frame + index * 8, 0);
      }
    }

    @Override
    public long allocate() {
      if (left == 0 || stock.isEmpty()) {
        return NO_FRAME;
      }
      left--;
      return stock.removeLast();
    }

    @Override
    public void deallocate(long frame) {
      stock.addLast(frame);
    }

    @Override
    public void flush(long address, long bytes) {}

    @Override
    public void flushAll() {}
  }
}
