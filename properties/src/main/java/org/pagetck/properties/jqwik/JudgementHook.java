package org.pagetck.properties.jqwik;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.Store;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;

/// Gives each [TraceProperty] its [Judgement], and fails a property that held but exercised its
/// requirements too seldom to say so.
public final class JudgementHook implements AroundPropertyHook, ResolveParameterHook {
  private static final String SUBJECT = "mapped";
  private static final Path DIRECTORY = Path.of("target");

  /// Creates it; what jqwik calls.
  public JudgementHook() {}

  @Override
  public Optional<ParameterSupplier> resolve(
      ParameterResolutionContext parameter, LifecycleContext context) {
    return parameter.typeUsage().isOfType(Judgement.class)
        ? parameter.optionalMethod().map(method -> _ -> judgement(method).get())
        : Optional.empty();
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    try (var judgement = judgement(context.targetMethod()).get()) {
      var result = property.execute();
      return result.status() == PropertyExecutionResult.Status.SUCCESSFUL
          ? judgement.shortfall(result.countTries()).map(result::mapToFailed).orElse(result)
          : result;
    }
  }

  private static Store<Judgement> judgement(Method property) {
    return Store.getOrCreate(
        Judgement.class,
        Lifespan.PROPERTY,
        () -> new Judgement(property.getName(), subject(), requirements(property), DIRECTORY));
  }

  private static MapperProvider subject() {
    return ServiceLoader.load(MapperProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(SUBJECT))
        .findFirst()
        .orElseThrow();
  }

  /// Returns the requirements that `property` is tagged with.
  ///
  /// @throws IllegalArgumentException if it is not tagged, or with anything else
  static Set<Requirement> requirements(Method property) {
    var tags = property.getAnnotationsByType(Tag.class);
    if (tags.length == 0) {
      throw new IllegalArgumentException(property.getName() + " names no requirement");
    }
    return Stream.of(tags).map(Tag::value).map(JudgementHook::byId).collect(Collectors.toSet());
  }

  private static Requirement byId(String id) {
    return Requirement.byId(id)
        .orElseThrow(() -> new IllegalArgumentException("no requirement is called " + id));
  }
}
