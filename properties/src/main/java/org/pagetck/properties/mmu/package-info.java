/// Real MMUs as judges: KVM and Unicorn by foreign calls over the very bytes that a mapper writes,
/// and the fuzzer that compares the page walk with them. Depends on the model and choices only.
@NullMarked
package org.pagetck.properties.mmu;

import org.jspecify.annotations.NullMarked;
