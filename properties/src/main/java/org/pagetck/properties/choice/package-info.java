/// Choices, the only source of randomness: random and replayed ones. Depends on nothing.
@NullMarked
package org.pagetck.properties.choice;

import org.jspecify.annotations.NullMarked;
