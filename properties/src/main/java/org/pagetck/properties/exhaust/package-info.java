/// Exhaustion: all states that a mapper can be brought to by the moves of a small universe, each
/// move judged in each of them. Depends on the engine, sessions, judges and the model.
@NullMarked
package org.pagetck.properties.exhaust;

import org.jspecify.annotations.NullMarked;
