package org.pagetck.impl.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.pagetck.model.requirement.Requirement;

/// Says what is wrong with a mapper.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Faulty {
  /// Returns its name in the catalogue of faults.
  String id();

  /// Returns what is wrong, in one sentence.
  String sentence();

  /// Returns where it was seen.
  String origin();

  /// Returns the requirements that it may be caught by.
  Requirement[] blame();

  /// Returns what it declares besides what the right mapper declares, as lines of a declaration.
  String declares() default "";
}
