/// Mappers that others wrote, judged as they are released.
@NullMarked
package org.pagetck.properties.thirdparty;

import org.jspecify.annotations.NullMarked;
