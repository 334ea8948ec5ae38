package org.pagetck.properties.subject.process;

import java.util.List;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.Subject;

/// A mapper in a program that answers lines on its standard output.
public final class ProcessSubject implements Subject {
  private final String spelling;
  private final ProgramSource source;
  private final String declaration;

  /// Starts the program that the command `words` name, and shakes hands.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if it cannot be started or does
  ///   not answer
  public ProcessSubject(String spelling, List<String> words) {
    this.spelling = spelling;
    this.source = new ProgramSource(words);
    this.declaration = Handshake.declaration(source.describe());
  }

  @Override
  public String spelling() {
    return spelling;
  }

  /// Returns the words of the handshake as lines. Where they do not say what is seen besides the
  /// answers, nothing is.
  @Override
  public String describe() {
    return declaration;
  }

  @Override
  public Instance start() {
    return new ProcessInstance(source);
  }

  @Override
  public void close() {
    source.close();
  }
}
