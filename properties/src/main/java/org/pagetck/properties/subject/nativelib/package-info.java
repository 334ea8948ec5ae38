/// Shared libraries that implement `pagetck.h`: their functions, the block of memory that they
/// share with the suite, what their answers mean. Depends on the model, memory, subject and
/// foreign.
@NullMarked
package org.pagetck.properties.subject.nativelib;

import org.jspecify.annotations.NullMarked;
