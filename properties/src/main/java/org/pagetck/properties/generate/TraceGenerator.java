package org.pagetck.properties.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.Choices;

/// Draws one trace, line by line, within what a contract lets be passed.
public final class TraceGenerator {
  private static final int POKES_MAX = 12;

  private final Choices choices;
  private final Contract contract;
  private final Profile profile;
  private final Setup setup;
  private final Addresses addresses;
  private final Frames frames;
  private final FlagSets flags;
  private final Plants plants;
  private final List<PageSize> sizes;
  private final int[] weights;
  private final int[] hostEvents;
  private final int length;
  private final RecentMaps recent;
  private int pokesLeft;
  private boolean budgeted;
  private boolean delayed;

  /// Draws profile and setup.
  public TraceGenerator(Choices choices, Contract contract) {
    this.choices = choices;
    this.contract = contract;
    var bytesSeen = contract.effects() != Effects.NONE;
    var drawn = Profile.draw(choices);
    var mayPoke =
        bytesSeen && contract.recursiveSlot().isEmpty() && contract.sharedEntries().isEmpty();
    this.profile = drawn.arbitraryBytes() && !mayPoke ? Profile.all().getFirst() : drawn;
    this.setup = Setups.draw(choices, contract);
    this.addresses = new Addresses(choices, setup.levels(), contract);
    this.frames = new Frames(choices, contract.physicalWidth(), setup);
    this.flags = new FlagSets(choices, contract);
    this.plants = new Plants(choices, addresses, setup, contract);
    this.recent = new RecentMaps(choices);
    this.sizes = new ArrayList<>(contract.sizes());
    this.weights = weights(contract, profile);
    this.hostEvents = profile.hostEvents().stream().mapToInt(Integer::intValue).toArray();
    if (!bytesSeen || !plants.isPossible()) {
      hostEvents[1] = 0;
    }
    if (!bytesSeen) {
      hostEvents[2] = 0;
      hostEvents[4] = 0;
    }
    this.pokesLeft = profile.arbitraryBytes() ? 2 + choices.below(POKES_MAX) : 0;
    this.length = 1 + choices.below(profile.lengthMax()) + pokesLeft;
  }

  private static int[] weights(Contract contract, Profile profile) {
    var weights = new int[OperationKind.all().size()];
    for (var kind : OperationKind.all()) {
      weights[kind.ordinal()] = contract.offers(kind) ? profile.weights().get(kind.ordinal()) : 0;
    }
    return weights;
  }

  /// Returns the setup.
  public Setup setup() {
    return setup;
  }

  /// Returns the profile.
  public Profile profile() {
    return profile;
  }

  /// Returns how many lines the trace has.
  public int length() {
    return length;
  }

  /// Draws the next line.
  public TraceLine next() {
    if (pokesLeft > 0) {
      pokesLeft--;
      return plants.poke();
    }
    return switch (choices.weighted(hostEvents)) {
      case 0 -> new TraceLine.Call(operation());
      case 1 -> plants.plant();
      case 2 -> access();
      case 3 -> budget();
      default -> flushPolicy();
    };
  }

  private TraceLine flushPolicy() {
    delayed = !delayed;
    return delayed ? TraceLine.FlushPolicy.DELAYED : TraceLine.FlushPolicy.DONE;
  }

  /// Draws an access, mostly to a page that was mapped.
  private TraceLine access() {
    var address =
        recent
            .draw()
            .map(map -> map.page() + choices.bits(map.size().shift()))
            .orElseGet(addresses::address);
    return new TraceLine.Access(
        address, choices.pick(AccessKind.all()), choices.pick(Privilege.all()));
  }

  private TraceLine budget() {
    if (budgeted && choices.oneIn(2)) {
      budgeted = false;
      return TraceLine.Budget.ALL;
    }
    budgeted = true;
    return new TraceLine.Budget(choices.below(profile.frames() + 1));
  }

  private Operation operation() {
    var kind = OperationKind.all().get(choices.weighted(weights));
    var bad = profile.badArguments() > 0 && choices.oneIn(profile.badArguments());
    return bad ? bad(kind) : good(kind);
  }

  private Operation good(OperationKind kind) {
    var map = map(kind);
    var size = map.size();
    var page = map.page();
    return switch (kind) {
      case MAP -> map;
      case MAP_WITH_TABLE_FLAGS ->
          new Operation.MapWithTableFlags(page, size, map.frame(), map.flags(), flags.link());
      case UNMAP -> new Operation.Unmap(page, size);
      case UPDATE_FLAGS ->
          new Operation.UpdateFlags(page, size, choices.oneIn(6) ? map.flags() : flags.leaf());
      case TRANSLATE_PAGE -> new Operation.TranslatePage(page, size);
      case TRANSLATE -> new Operation.Translate(translated());
      case CLEAR -> new Operation.Clear(page, size);
      case SET_TABLE_FLAGS -> {
        var level = 2 + choices.below(setup.levels() - 1);
        var address = addresses.address();
        var top = addresses.isShared(address) ? setup.levels() - 1 : setup.levels();
        yield new Operation.SetTableFlags(address, Math.min(level, top), flags.link());
      }
      case CLEAN_UP -> cleanUp();
    };
  }

  /// Draws an address to translate, mostly in or beside a page that was mapped.
  private long translated() {
    return recent
        .draw()
        .map(map -> addresses.around(map.page(), map.size()))
        .orElseGet(addresses::address);
  }

  /// Draws a map: a new one, or one of the last, in which an operation of `kind` finds its page.
  /// One map in eight comes again as it was.
  private Operation.Map map(OperationKind kind) {
    var again =
        kind == OperationKind.MAP && !choices.oneIn(8)
            ? Optional.<Operation.Map>empty()
            : recent.draw();
    if (again.isPresent()) {
      return again.get();
    }
    var size = choices.pick(sizes);
    var map = new Operation.Map(addresses.page(size), size, frames.frame(size), flags.leaf());
    return kind == OperationKind.MAP ? recent.keep(map) : map;
  }

  private Operation cleanUp() {
    return switch (choices.below(4)) {
      case 0 -> new Operation.CleanUp(lowest(), highest());
      case 1 -> new Operation.CleanUp(addresses.address(), addresses.address());
      default -> {
        var level = 1 + choices.below(setup.levels());
        var first = addresses.slot(level);
        var last = first + (1L << Math.min(62, 12 + 9 * (level - 1))) - 1;
        yield new Operation.CleanUp(first, last);
      }
    };
  }

  private long lowest() {
    return switch (contract.virtualRange()) {
      case ALL, LOWER -> 0;
      case UPPER -> -1L << (11 + 9 * setup.levels());
    };
  }

  private long highest() {
    return switch (contract.virtualRange()) {
      case ALL, UPPER -> -1;
      case LOWER -> (1L << (11 + 9 * setup.levels())) - 1;
    };
  }

  private Operation bad(OperationKind kind) {
    return contract.arguments() == Arguments.CHECKED && !choices.oneIn(4)
        ? new BadArguments(choices, addresses, frames, flags, setup.levels()).spoil(good(kind))
        : badFlags(good(kind));
  }

  private Operation badFlags(Operation operation) {
    return switch (operation) {
      case Operation.Map map when choices.oneIn(3) ->
          new Operation.Map(map.page(), map.size(), 0, EntryFlags.NONE);
      case Operation.Map map ->
          new Operation.Map(map.page(), map.size(), map.frame(), flags.badLeaf());
      case Operation.MapWithTableFlags map when choices.oneIn(2) ->
          new Operation.MapWithTableFlags(
              map.page(), map.size(), map.frame(), flags.badLeaf(), map.tableFlags());
      case Operation.MapWithTableFlags map ->
          new Operation.MapWithTableFlags(
              map.page(), map.size(), map.frame(), map.flags(), flags.badLink());
      case Operation.UpdateFlags update when choices.oneIn(3) ->
          new Operation.UpdateFlags(update.page(), update.size(), EntryFlags.NONE);
      case Operation.UpdateFlags update ->
          new Operation.UpdateFlags(update.page(), update.size(), flags.badLeaf());
      case Operation.SetTableFlags set ->
          new Operation.SetTableFlags(set.address(), set.level(), flags.badLink());
      case Operation.Unmap _,
          Operation.TranslatePage _,
          Operation.Translate _,
          Operation.Clear _,
          Operation.CleanUp _ ->
          operation;
    };
  }
}
