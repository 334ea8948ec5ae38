package org.pagetck.properties.mmu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.pagetck.model.paging.MmuFailedException;

/// A virtual machine with one processor. For one thread.
///
/// Source: Linux, "The Definitive KVM API Documentation"; `struct kvm_run` and `struct
/// kvm_userspace_memory_region` of `linux/kvm.h`, the registers' layout of `asm/kvm.h` for x86.
final class KvmMachine implements AutoCloseable {
  /// The processor executed HLT.
  static final int EXIT_HALT = 5;

  /// The processor touched an address without memory.
  static final int EXIT_MMIO = 6;

  /// Bytes of `struct kvm_sregs`.
  static final int SYSTEM_REGISTER_BYTES = 0x138;

  /// Bytes of `struct kvm_regs`.
  static final int REGISTER_BYTES = 0x90;

  private static final String DEVICE = "/dev/kvm";
  private static final int API_VERSION = 12;
  private static final long GET_API_VERSION = 0xae00;
  private static final long CREATE_VM = 0xae01;
  private static final long CHECK_EXTENSION = 0xae03;
  private static final long GET_VCPU_MMAP_SIZE = 0xae04;
  private static final long GET_SUPPORTED_CPUID = 0xc008_ae05L;
  private static final long CREATE_VCPU = 0xae41;
  private static final long SET_USER_MEMORY_REGION = 0x4020_ae46L;
  private static final long SET_TSS_ADDR = 0xae47;
  private static final long RUN = 0xae80;
  private static final long GET_SREGS = 0x8138_ae83L;
  private static final long TRANSLATE = 0xc018_ae85L;
  private static final long SET_CPUID2 = 0x4008_ae90L;
  private static final int CAP_SYNC_REGS = 74;

  // Three frames that old processors need for real mode, and the page table before them.
  private static final long TASK_STATE_ADDRESS = 0xfffb_d000L;
  private static final long TASK_STATE_START = 0xfffb_c000L;
  private static final long TASK_STATE_END = 0xfffc_0000L;

  private static final long RUN_EXIT_REASON = 8;
  private static final long RUN_MMIO_ADDRESS = 0x20;
  private static final long RUN_VALID_REGISTERS = 0x120;
  private static final long RUN_DIRTY_REGISTERS = 0x128;
  private static final long RUN_REGISTERS = 0x130;
  private static final long RUN_SYSTEM_REGISTERS = 0x1c0;
  private static final long BOTH_REGISTER_SETS = 3;
  private static final int RUN_COUNT_MAX = 1_000;

  private final LinuxCalls linux = new LinuxCalls();
  private final Arena arena = Arena.ofShared();
  private final MemorySegment region = arena.allocate(0x20, 8);
  private final MemorySegment translation = arena.allocate(0x18, 8);
  private final MemorySegment initialSystemRegisters = arena.allocate(SYSTEM_REGISTER_BYTES, 8);
  private final KvmFeatures features;
  private final MemorySegment run;
  private final int device;
  private final int machine;
  private final int processor;

  /// Creates it with what KVM offers, as an Intel processor.
  ///
  /// @throws MmuFailedException if KVM cannot be used, with the reason
  KvmMachine() {
    device = linux.open(DEVICE);
    var version = linux.control(device, GET_API_VERSION, 0, "KVM_GET_API_VERSION");
    if (version != API_VERSION) {
      throw new MmuFailedException(DEVICE + " speaks version " + version);
    }
    var synchronous = linux.control(device, CHECK_EXTENSION, CAP_SYNC_REGS, "KVM_CHECK_EXTENSION");
    if ((synchronous & BOTH_REGISTER_SETS) != BOTH_REGISTER_SETS) {
      throw new MmuFailedException(DEVICE + " lacks KVM_CAP_SYNC_REGS");
    }
    machine = linux.control(device, CREATE_VM, 0, "KVM_CREATE_VM");
    linux.control(machine, SET_TSS_ADDR, TASK_STATE_ADDRESS, "KVM_SET_TSS_ADDR");
    processor = linux.control(machine, CREATE_VCPU, 0, "KVM_CREATE_VCPU");
    run =
        linux.map(
            processor, linux.control(device, GET_VCPU_MMAP_SIZE, 0, "KVM_GET_VCPU_MMAP_SIZE"));
    features = offerFeatures();
    linux.control(processor, GET_SREGS, initialSystemRegisters.address(), "KVM_GET_SREGS");
  }

  private KvmFeatures offerFeatures() {
    var table = new KvmCpuid(arena);
    linux.control(device, GET_SUPPORTED_CPUID, table.address(), "KVM_GET_SUPPORTED_CPUID");
    var offered = table.features();
    table.setVendorIntel();
    linux.control(processor, SET_CPUID2, table.address(), "KVM_SET_CPUID2");
    return offered;
  }

  /// Tells whether KVM keeps something of its own at the physical address `address`.
  static boolean needs(long address) {
    return address >= TASK_STATE_START && address < TASK_STATE_END;
  }

  KvmFeatures features() {
    return features;
  }

  /// Returns the system registers as they were at reset.
  MemorySegment initialSystemRegisters() {
    return initialSystemRegisters;
  }

  /// Lets the guest see `bytes` at the physical address `address`.
  void setMemory(int slot, long address, MemorySegment bytes) {
    setRegion(slot, address, bytes.byteSize(), bytes.address());
  }

  /// Takes a slot away, and with it all that KVM or the processor derived from what lay there.
  void removeMemory(int slot, long address) {
    setRegion(slot, address, 0, 0);
  }

  private void setRegion(int slot, long address, long sizeBytes, long host) {
    region.set(ValueLayout.JAVA_INT, 0, slot);
    region.set(ValueLayout.JAVA_LONG, 8, address);
    region.set(ValueLayout.JAVA_LONG, 16, sizeBytes);
    region.set(ValueLayout.JAVA_LONG, 24, host);
    linux.control(machine, SET_USER_MEMORY_REGION, region.address(), "KVM_SET_USER_MEMORY_REGION");
  }

  /// Returns the general registers, read after [#run] and taken over before [#start].
  MemorySegment registers() {
    return run.asSlice(RUN_REGISTERS, REGISTER_BYTES);
  }

  /// Returns the system registers, likewise.
  MemorySegment systemRegisters() {
    return run.asSlice(RUN_SYSTEM_REGISTERS, SYSTEM_REGISTER_BYTES);
  }

  /// Takes the registers over and runs until the next exit, whose reason it returns.
  int start() {
    run.set(ValueLayout.JAVA_LONG, RUN_VALID_REGISTERS, BOTH_REGISTER_SETS);
    run.set(ValueLayout.JAVA_LONG, RUN_DIRTY_REGISTERS, BOTH_REGISTER_SETS);
    return run();
  }

  /// Runs on until the next exit, whose reason it returns.
  int run() {
    for (var count = 0; count < RUN_COUNT_MAX; count++) {
      var result = linux.tryControl(processor, RUN, 0);
      if (result >= 0) {
        return run.get(ValueLayout.JAVA_INT, RUN_EXIT_REASON);
      }
      if (result != -LinuxCalls.EINTR) {
        throw new MmuFailedException("KVM_RUN: " + LinuxCalls.text(-result));
      }
    }
    throw new MmuFailedException("KVM_RUN is interrupted all the time");
  }

  /// Returns the physical address that was touched; only after [#EXIT_MMIO].
  long touchedAddress() {
    return run.get(ValueLayout.JAVA_LONG, RUN_MMIO_ADDRESS);
  }

  /// Returns the physical address of `address` by the page walk of KVM itself, or -1 where it finds
  /// none.
  long translate(long address) {
    translation.set(ValueLayout.JAVA_LONG, 0, address);
    linux.control(processor, TRANSLATE, translation.address(), "KVM_TRANSLATE");
    var valid = translation.get(ValueLayout.JAVA_BYTE, 16) != 0;
    return valid ? translation.get(ValueLayout.JAVA_LONG, 8) : -1;
  }

  @Override
  public void close() {
    linux.unmap(run);
    linux.close(processor);
    linux.close(machine);
    linux.close(device);
    linux.close();
    arena.close();
  }
}
