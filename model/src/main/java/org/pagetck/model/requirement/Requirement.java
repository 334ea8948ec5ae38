package org.pagetck.model.requirement;

import static org.pagetck.model.requirement.JudgeKind.HOST;
import static org.pagetck.model.requirement.JudgeKind.LAW;
import static org.pagetck.model.requirement.JudgeKind.MODEL;
import static org.pagetck.model.requirement.JudgeKind.STORES;
import static org.pagetck.model.requirement.JudgeKind.TLB;
import static org.pagetck.model.requirement.JudgeKind.WALK;
import static org.pagetck.model.requirement.RequirementGroup.ACCOUNTS;
import static org.pagetck.model.requirement.RequirementGroup.ANSWERS;
import static org.pagetck.model.requirement.RequirementGroup.CONCURRENCY;
import static org.pagetck.model.requirement.RequirementGroup.FLUSH;
import static org.pagetck.model.requirement.RequirementGroup.FRAME_CONDITIONS;
import static org.pagetck.model.requirement.RequirementGroup.LAWS;
import static org.pagetck.model.requirement.RequirementGroup.ORDER;
import static org.pagetck.model.requirement.RequirementGroup.RIGHTS;
import static org.pagetck.model.requirement.RequirementGroup.ROBUSTNESS;
import static org.pagetck.model.requirement.RequirementGroup.STRUCTURE;
import static org.pagetck.model.requirement.Strength.EXTENSION;
import static org.pagetck.model.requirement.Strength.MUST;
import static org.pagetck.model.requirement.Strength.POLICY;
import static org.pagetck.model.requirement.Strength.SHOULD;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The closed catalogue of what a page-table mapper owes. Ids are given once and never reused.
///
/// A constant holds the group, the strength, how many exercises are enough in the default check,
/// and who judges. Its texts stand in one resource per group and are read and checked as a whole
/// when the first of them is asked for.
public enum Requirement {
  MAP_01(ANSWERS, MUST, 10_000, MODEL),
  MAP_02(ANSWERS, MUST, 1_000, MODEL),
  MAP_03(ANSWERS, MUST, 1_000, MODEL),
  MAP_04(ANSWERS, POLICY, 1_000, MODEL),
  MAP_05(ANSWERS, POLICY, 100, MODEL, STORES),
  UNM_01(ANSWERS, MUST, 10_000, MODEL),
  UNM_02(ANSWERS, MUST, 1_000, MODEL, STORES),
  UNM_03(ANSWERS, MUST, 1_000, MODEL, STORES),
  UPD_01(ANSWERS, MUST, 10_000, MODEL, STORES),
  UPD_02(ANSWERS, MUST, 1_000, MODEL, STORES),
  UPD_03(ANSWERS, MUST, 1_000, MODEL),
  TRN_01(ANSWERS, MUST, 10_000, MODEL),
  TRN_02(ANSWERS, MUST, 1_000, WALK),
  TRN_03(ANSWERS, MUST, 1_000, MODEL),
  TRN_04(ANSWERS, MUST, 1_000, STORES, HOST),
  CLR_01(ANSWERS, EXTENSION, 1_000, MODEL),
  TFL_01(ANSWERS, EXTENSION, 1_000, MODEL, STORES),
  CLN_01(ANSWERS, EXTENSION, 1_000, MODEL, HOST),
  RNG_01(ANSWERS, EXTENSION, 100, LAW),
  SPL_01(ANSWERS, EXTENSION, 100, MODEL, WALK),

  FRM_01(FRAME_CONDITIONS, MUST, 1_000, STORES),
  FRM_02(FRAME_CONDITIONS, MUST, 1_000, STORES),
  FRM_03(FRAME_CONDITIONS, MUST, 1_000, STORES),
  FRM_04(FRAME_CONDITIONS, EXTENSION, 100, STORES),
  FRM_05(FRAME_CONDITIONS, POLICY, 1_000, STORES),

  STR_01(STRUCTURE, MUST, 1_000, STORES),
  STR_02(STRUCTURE, MUST, 1_000, STORES, HOST),
  STR_03(STRUCTURE, SHOULD, 1_000, STORES),
  STR_04(STRUCTURE, MUST, 1_000, STORES),
  STR_05(STRUCTURE, MUST, 1_000, STORES),
  STR_06(STRUCTURE, MUST, 1_000, STORES),
  STR_07(STRUCTURE, POLICY, 1_000, STORES),
  STR_10(STRUCTURE, MUST, 1_000, STORES),

  ALC_01(ACCOUNTS, MUST, 1_000, HOST),
  ALC_02(ACCOUNTS, MUST, 1_000, HOST, STORES),
  ALC_03(ACCOUNTS, EXTENSION, 100, HOST),
  ALC_05(ACCOUNTS, MUST, 1_000, STORES, WALK),
  FAL_01(ACCOUNTS, MUST, 1_000, MODEL, STORES),
  FAL_02(ACCOUNTS, POLICY, 1_000, STORES),
  FAL_03(ACCOUNTS, MUST, 1_000, MODEL, HOST),
  FAL_04(ACCOUNTS, MUST, 1_000, HOST, STORES),
  FAL_05(ACCOUNTS, MUST, 1_000, STORES, HOST),
  FAL_06(ACCOUNTS, EXTENSION, 100, LAW),

  PRM_01(RIGHTS, MUST, 10_000, WALK),
  PRM_02(RIGHTS, MUST, 10_000, WALK),
  PRM_03(RIGHTS, MUST, 10_000, WALK),
  PRM_04(RIGHTS, SHOULD, 10_000, WALK),
  PRM_06(RIGHTS, MUST, 10_000, WALK, MODEL),

  ORD_01(ORDER, MUST, 10_000, STORES),
  ORD_02(ORDER, MUST, 10_000, WALK),
  ORD_03(ORDER, MUST, 10_000, STORES),
  ORD_04(ORDER, MUST, 10_000, STORES, HOST),
  ORD_05(ORDER, MUST, 10_000, STORES),
  ORD_06(ORDER, SHOULD, 10_000, STORES),
  ORD_07(ORDER, SHOULD, 10_000, STORES),

  TLB_01(FLUSH, MUST, 10_000, TLB),
  TLB_02(FLUSH, SHOULD, 10_000, HOST),
  TLB_03(FLUSH, SHOULD, 10_000, TLB),
  TLB_04(FLUSH, MUST, 10_000, TLB),
  TLB_05(FLUSH, MUST, 10_000, TLB),
  TLB_08(FLUSH, MUST, 10_000, TLB),

  ALG_01(LAWS, MUST, 100, LAW),
  ALG_02(LAWS, MUST, 100, LAW),
  ALG_03(LAWS, MUST, 100, LAW),
  ALG_04(LAWS, MUST, 100, LAW),
  ALG_05(LAWS, MUST, 100, LAW),
  ALG_06(LAWS, MUST, 10, LAW),
  ALG_07(LAWS, MUST, 100, LAW),
  ALG_08(LAWS, MUST, 1_000, LAW),
  ALG_09(LAWS, MUST, 100, LAW),
  LOG_01(LAWS, MUST, 1_000, STORES),

  ROB_01(ROBUSTNESS, MUST, 1_000, MODEL),
  ROB_02(ROBUSTNESS, MUST, 1_000, MODEL),
  ROB_03(ROBUSTNESS, MUST, 1_000, MODEL),
  ROB_04(ROBUSTNESS, MUST, 1_000, MODEL),
  ROB_05(ROBUSTNESS, MUST, 1_000, MODEL),
  ROB_06(ROBUSTNESS, MUST, 1_000, WALK, HOST),
  ROB_07(ROBUSTNESS, EXTENSION, 1_000, MODEL),

  CON_02(CONCURRENCY, MUST, 1_000, WALK),
  CON_03(CONCURRENCY, SHOULD, 1_000, STORES);

  private static final List<Requirement> ALL = List.of(values());
  private static final Map<String, Requirement> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Requirement::id, Function.identity()));

  private final String id;
  private final RequirementGroup group;
  private final Strength strength;
  private final int enoughInDefaultCheck;
  private final Set<JudgeKind> judges;

  Requirement(RequirementGroup group, Strength strength, int enough, JudgeKind... judges) {
    this.id = name().replace('_', '-');
    this.group = group;
    this.strength = strength;
    this.enoughInDefaultCheck = enough;
    this.judges = Collections.unmodifiableSet(EnumSet.copyOf(List.of(judges)));
  }

  /// Returns all requirements, in the order of the catalogue.
  public static List<Requirement> all() {
    return ALL;
  }

  /// Returns the requirement with that id, `MAP-01`, or nothing.
  public static Optional<Requirement> byId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /// Returns the order that decides which of several requirements violated by one step is the
  /// primary one: the first is.
  ///
  /// Groups come in the order of [RequirementGroup#precedence]. A call that ended in a panic or
  /// outside its memory is charged to FAL-03 while frames were refused and to ROB-06 otherwise;
  /// these two come before the requirement that owned the answer, the other requirements on bad
  /// input before those on answers.
  public static Comparator<Requirement> primaryFirst() {
    return Comparator.comparingInt(Requirement::precedence)
        .thenComparing(Requirement::isCrash, Comparator.reverseOrder())
        .thenComparing(requirement -> requirement.group, Comparator.reverseOrder())
        .thenComparing(Comparator.naturalOrder());
  }

  private int precedence() {
    return isCrash() ? ANSWERS.precedence() : group.precedence();
  }

  private boolean isCrash() {
    return this == ROB_06 || this == FAL_03;
  }

  /// Returns the id: `MAP-01`.
  public String id() {
    return id;
  }

  /// Returns the group that it belongs to.
  public RequirementGroup group() {
    return group;
  }

  /// Returns how binding it is.
  public Strength strength() {
    return strength;
  }

  /// Returns who decides, never empty.
  public Set<JudgeKind> judges() {
    return judges;
  }

  /// Returns how often the default check has to exercise it before it may count as held.
  public int enoughInDefaultCheck() {
    return enoughInDefaultCheck;
  }

  /// Returns the one sentence that can be shown to be false.
  public String sentence() {
    return RequirementText.of(this).sentence();
  }

  /// Returns where it comes from: a section of the contract, a chapter of the Intel SDM, an item of
  /// the `x86_64` crate.
  public String source() {
    return RequirementText.of(this).source();
  }

  /// Returns what to look at first in a mapper that violates it.
  public String checkFirst() {
    return RequirementText.of(this).checkFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
