/// Generators of setups, addresses, operations and traces, edge cases by name. Everything is drawn
/// from choices. Depends on the model and on choice.
@NullMarked
package org.pagetck.properties.generate;

import org.jspecify.annotations.NullMarked;
