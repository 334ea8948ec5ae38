/// Subjects: mappers under test, whatever they are written in, behind one interface; the doors to
/// native libraries and other processes. Depends on the model and on memory.
@NullMarked
package org.pagetck.properties.subject;

import org.jspecify.annotations.NullMarked;
