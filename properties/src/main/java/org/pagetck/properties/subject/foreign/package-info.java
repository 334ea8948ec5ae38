/// C functions, shared libraries and the kernel of Linux, each behind one typed class. Depends on
/// the exception for failed subjects only.
@NullMarked
package org.pagetck.properties.subject.foreign;

import org.jspecify.annotations.NullMarked;
