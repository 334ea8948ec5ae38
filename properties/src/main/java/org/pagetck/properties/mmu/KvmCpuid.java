package org.pagetck.properties.mmu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.pagetck.model.paging.MmuFailedException;

/// The table of `struct kvm_cpuid_entry2` that says what processor a guest sees.
///
/// Source: Linux, "The Definitive KVM API Documentation", KVM_GET_SUPPORTED_CPUID; Intel SDM vol.
/// 2, "CPUID".
final class KvmCpuid {
  private static final int ENTRY_COUNT_MAX = 256;
  private static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 40;

  // Places in an entry.
  private static final int FUNCTION = 0;
  private static final int INDEX = 4;
  private static final int EAX = 12;
  private static final int EBX = 16;
  private static final int ECX = 20;
  private static final int EDX = 24;

  // Functions.
  private static final int VENDOR = 0;
  private static final int FEATURES = 7;
  private static final int EXTENDED_FEATURES = 0x8000_0001;
  private static final int ADDRESS_SIZES = 0x8000_0008;

  // "GenuineIntel".
  private static final int INTEL_EBX = 0x756e_6547;
  private static final int INTEL_EDX = 0x4965_6e69;
  private static final int INTEL_ECX = 0x6c65_746e;

  private final MemorySegment table;

  /// Creates a table with room for the system to fill in.
  KvmCpuid(Arena arena) {
    table = arena.allocate(HEADER_BYTES + (long) ENTRY_COUNT_MAX * ENTRY_BYTES, HEADER_BYTES);
    table.set(ValueLayout.JAVA_INT, 0, ENTRY_COUNT_MAX);
  }

  /// Returns where the table lies.
  long address() {
    return table.address();
  }

  private long entry(int function) {
    var count = table.get(ValueLayout.JAVA_INT, 0);
    for (var i = 0; i < count; i++) {
      var at = HEADER_BYTES + (long) ENTRY_BYTES * i;
      if (table.get(ValueLayout.JAVA_INT, at + FUNCTION) == function
          && table.get(ValueLayout.JAVA_INT, at + INDEX) == 0) {
        return at;
      }
    }
    throw new MmuFailedException("the processor lacks CPUID function 0x%x".formatted(function));
  }

  private int get(int function, int register) {
    return table.get(ValueLayout.JAVA_INT, entry(function) + register);
  }

  private boolean has(int function, int register, int bit) {
    return (get(function, register) >>> bit & 1) != 0;
  }

  /// Returns what the filled table says.
  KvmFeatures features() {
    return new KvmFeatures(
        get(VENDOR, EBX) == INTEL_EBX,
        get(ADDRESS_SIZES, EAX) & 0xff,
        has(FEATURES, EBX, 7),
        has(FEATURES, EBX, 20),
        has(EXTENDED_FEATURES, EDX, 26),
        has(FEATURES, ECX, 16),
        has(EXTENDED_FEATURES, EDX, 20));
  }

  /// Makes the guest an Intel processor: the rules for GLOBAL in links are the vendor's.
  void setVendorIntel() {
    var at = entry(VENDOR);
    table.set(ValueLayout.JAVA_INT, at + EBX, INTEL_EBX);
    table.set(ValueLayout.JAVA_INT, at + EDX, INTEL_EDX);
    table.set(ValueLayout.JAVA_INT, at + ECX, INTEL_ECX);
  }
}
