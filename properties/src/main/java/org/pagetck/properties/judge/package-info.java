/// The judges: one for each group of requirements, each looking at one step. Depends on the model
/// and on observation.
@NullMarked
package org.pagetck.properties.judge;

import org.jspecify.annotations.NullMarked;
