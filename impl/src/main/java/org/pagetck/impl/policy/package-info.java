/// Right mappers with other policies than the built-in one's: to test the suite on, and to build
/// faulty ones from that need a policy. Plain rather than fast. Depends on the core and on the
/// model.
@NullMarked
package org.pagetck.impl.policy;

import org.jspecify.annotations.NullMarked;
