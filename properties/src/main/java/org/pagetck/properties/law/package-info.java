/// Laws: what must hold between several runs of a mapper, whatever a model says of each. Depends on
/// sessions, for running calls and looking at memory, and on the model's operations and contract.
@NullMarked
package org.pagetck.properties.law;

import org.jspecify.annotations.NullMarked;
