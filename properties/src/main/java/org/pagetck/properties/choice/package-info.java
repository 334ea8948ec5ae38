/// Choices, the only source of randomness: drawn from a seed, recorded, replayed, or taken from
/// bytes. Depends on nothing.
@NullMarked
package org.pagetck.properties.choice;

import org.jspecify.annotations.NullMarked;
