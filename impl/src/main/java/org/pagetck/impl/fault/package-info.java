/// Faulty mappers, to test the suite on: each is the right mapper with one idea changed. Offered by
/// a service of their own, so that none is loaded by accident. Depends on the core and on the
/// model.
@NullMarked
package org.pagetck.impl.fault;

import org.jspecify.annotations.NullMarked;
