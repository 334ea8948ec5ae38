/// Page-table mappers for whoever emulates, simulates or inspects x86-64 memory in Java, with the
/// operations of the Rust crate `x86_64` in Java form. Depends on the core, on tables and on the
/// model.
///
/// Tables lie in a [org.pagetck.model.mapper.PhysMemory], for example over a memory segment. A
/// mapper takes frames for them from an allocator, hands back what must be flushed, and answers
/// with a sealed type; nothing that a caller may pass throws.
///
/// ```java
/// try (var arena = Arena.ofConfined()) {
///   var memory = SegmentMemory.allocate(arena, 0x1_0000_0000L, 64 << 20);
///   var frames = FramePool.over(memory, FrameOrder.ASCENDING);
///   var mapper =
///       MappedPageTable.create(memory, frames, PagingMode.FOUR_LEVELS, new NoTlb()).orElseThrow();
///
///   var page = new Page(new VirtAddr(0xffff_8000_0020_0000L), PageSize.SIZE_2M);
///   var frame = new PhysFrame(new PhysAddr(0x4000_0000L), PageSize.SIZE_2M);
///   var flags = new EntryFlags(EntryFlags.PRESENT | EntryFlags.WRITABLE);
///
///   switch (mapper.mapTo(page, frame, flags, frames)) {
///     case Answer.Done<MapperFlush>(var flush) -> flush.flush();
///     case Answer.Refused<MapperFlush> refused -> System.err.println(refused);
///   }
///   mapper.translateAddr(new VirtAddr(0xffff_8000_0020_1234L)); // 0x40001234
/// }
/// ```
@NullMarked
package org.pagetck.impl.mapper;

import org.jspecify.annotations.NullMarked;
