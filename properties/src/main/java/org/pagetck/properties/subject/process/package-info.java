/// The door for programs: a subject at the other end of a pipe, asked in lines and answering in
/// lines. Depends on the model, memory, subject, foreign and nativelib.
@NullMarked
package org.pagetck.properties.subject.process;

import org.jspecify.annotations.NullMarked;
