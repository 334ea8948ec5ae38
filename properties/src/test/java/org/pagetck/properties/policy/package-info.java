/// The suite on right mappers of every policy, none of which may be accused.
@NullMarked
package org.pagetck.properties.policy;

import org.jspecify.annotations.NullMarked;
