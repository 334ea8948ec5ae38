package org.pagetck.properties.mmu;

import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.paging.Protection;
import org.pagetck.model.paging.WalkStep;

/// The engines of one memory and mode, each started when it is first needed.
final class UnicornEngines implements BareMmu {
  private static final int STATUS_WRITE_PROTECTED = 12;
  private static final int STATUS_FETCH_PROTECTED = 14;

  /// What an engine is fixed to.
  private record Setting(Privilege privilege, Protection protection) {
    static Setting of(MmuQuestion question) {
      var asked = question.protection();
      var fixed = new Protection(asked.writeProtect(), asked.smep(), asked.smap(), false);
      return new Setting(question.access().privilege(), fixed);
    }
  }

  private final UnicornLibrary library;
  private final long errorCodeOffset;
  private final MmuMemory memory;
  private final PagingMode mode;
  private final Map<Setting, UnicornEngine> engines = new HashMap<>();

  UnicornEngines(UnicornLibrary library, long errorCodeOffset, MmuMemory memory, PagingMode mode) {
    this.library = library;
    this.errorCodeOffset = errorCodeOffset;
    this.memory = memory;
    this.mode = mode;
  }

  @Override
  public Optional<String> unanswerable(MmuQuestion question, List<WalkStep> path, long target) {
    return Optional.empty();
  }

  @Override
  public MmuAnswer ask(MmuQuestion question, long target) {
    var engine = engine(question);
    engine.clearLanding();
    return ask(engine, question, true);
  }

  @Override
  public boolean keepsWalks() {
    return true;
  }

  /// Walks that lead to no memory are not kept, so that there must be some.
  @Override
  public MmuAnswer askAndKeep(MmuQuestion question, long target) {
    var engine = engine(question);
    engine.clearLanding();
    if (target != NO_TARGET && !memory.contains(target, 1)) {
      engine.setLanding(target & -Levels.TABLE_BYTES);
    }
    return ask(engine, question, true);
  }

  @Override
  public MmuAnswer askAgain(MmuQuestion question, boolean reload) {
    return ask(engine(question), question, reload);
  }

  private UnicornEngine engine(MmuQuestion question) {
    return engines.computeIfAbsent(Setting.of(question), this::start);
  }

  private MmuAnswer ask(UnicornEngine engine, MmuQuestion question, boolean reload) {
    var address = question.address();
    var kind = question.access().kind();
    var alignmentCheck = question.protection().alignmentCheck();
    var status =
        reload
            ? engine.translate(question.root(), address, kind, alignmentCheck)
            : engine.translate(address, kind, alignmentCheck);
    return answer(engine, address, status);
  }

  private MmuAnswer answer(UnicornEngine engine, long address, int status) {
    if (status == 0) {
      return new MmuAnswer.Allowed(engine.physicalAddress(), List.of());
    }
    if (status < STATUS_WRITE_PROTECTED || status > STATUS_FETCH_PROTECTED) {
      return new MmuAnswer.Unexpected("uc_vmem_translate answers " + status);
    }
    var faultAddress = engine.faultAddress();
    if (faultAddress == ~address) {
      return new MmuAnswer.NotCanonical();
    }
    if (faultAddress != address) {
      return new MmuAnswer.Unexpected("CR2 holds 0x%x".formatted(faultAddress));
    }
    return new MmuAnswer.PageFault(engine.state().get(ValueLayout.JAVA_INT, errorCodeOffset));
  }

  private UnicornEngine start(Setting setting) {
    return new UnicornEngine(library, memory, mode, setting.privilege(), setting.protection());
  }

  @Override
  public void close() {
    engines.values().forEach(UnicornEngine::close);
    engines.clear();
  }
}
