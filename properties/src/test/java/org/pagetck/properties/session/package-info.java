/// Sessions with the real MMUs of this machine, and with such as fail.
@NullMarked
package org.pagetck.properties.session;

import org.jspecify.annotations.NullMarked;
