/// Subjects in processes of their own: a worker runs one mapper over memory that it shares with the
/// suite, so that a crash, a hang or a wild access is an answer like any other. Depends on the
/// model, memory, subject, foreign and nativelib.
@NullMarked
package org.pagetck.properties.subject.worker;

import org.jspecify.annotations.NullMarked;
