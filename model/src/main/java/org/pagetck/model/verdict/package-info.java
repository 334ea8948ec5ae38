/// What a run says: verdicts, findings with their evidence, the result of a whole run. Depends on
/// the model's values only.
@NullMarked
package org.pagetck.model.verdict;

import org.jspecify.annotations.NullMarked;
