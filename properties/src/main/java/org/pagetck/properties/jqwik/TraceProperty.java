package org.pagetck.properties.jqwik;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/// A property of the built-in mapper that holds for every trace. Its tags are the ids of the
/// requirements that it is judged by; a parameter [Judgement] judges. The seed is fixed, so that a
/// build says the same each time.
@Property(
    tries = TraceProperty.TRIES,
    seed = TraceProperty.SEED,
    shrinking = ShrinkingMode.OFF,
    edgeCases = EdgeCasesMode.FIRST,
    generation = GenerationMode.RANDOMIZED)
@AddLifecycleHook(JudgementHook.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TraceProperty {
  /// How many traces a property runs, those that were written down among them.
  int TRIES = 1_000;

  /// Where jqwik begins, in decimal.
  String SEED = "24301";
}
