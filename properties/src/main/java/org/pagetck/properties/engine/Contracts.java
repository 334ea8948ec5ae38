package org.pagetck.properties.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.trace.Parsed;
import org.pagetck.model.trace.Setup;

/// The contract that counts: what was given on the command line, key by key, then the trace's
/// header, then what the subject says of itself.
public final class Contracts {
  private final Declaration subject;
  private final Optional<Declaration> given;
  private final Declaration declared;
  private final Map<Map<String, String>, Contract> byHeader = new HashMap<>();

  /// Creates it for what the `subject` says of itself and what was `given` besides.
  public Contracts(Declaration subject, Optional<Declaration> given) {
    this.subject = subject;
    this.given = given;
    this.declared = withGiven(subject);
  }

  private Declaration withGiven(Declaration below) {
    return given.map(below::withGiven).orElse(below);
  }

  /// Returns the declaration that counts where no trace says otherwise.
  public Declaration declaration() {
    return declared;
  }

  /// Returns the contract that counts where no trace says otherwise.
  public Contract declared() {
    return declared.contract();
  }

  /// Returns the contract that counts for a trace with `setup`.
  ///
  /// @throws IllegalArgumentException if its header is no declaration
  public synchronized Contract of(Setup setup) {
    return setup.overrides().isEmpty()
        ? declared()
        : byHeader.computeIfAbsent(setup.overrides(), this::under);
  }

  private Contract under(Map<String, String> header) {
    return switch (DeclarationText.parseHeader(header)) {
      case Parsed.Read<Declaration>(Declaration said) ->
          withGiven(subject.withHeader(said)).contract();
      case Parsed.Malformed<Declaration>(int line, String text, String allowed) ->
          throw new IllegalArgumentException(
              "header line %d, %s: allowed is %s".formatted(line, text, allowed));
    };
  }
}
