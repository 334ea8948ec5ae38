/// What the judges say of mappers that are right but for one thing.
@NullMarked
package org.pagetck.properties.judge;

import org.jspecify.annotations.NullMarked;
