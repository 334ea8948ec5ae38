/// A session: one subject beside the model, step by step, over frames that refuse and dirty memory.
/// Depends on the model, memory, observation, subject and judge.
@NullMarked
package org.pagetck.properties.session;

import org.jspecify.annotations.NullMarked;
