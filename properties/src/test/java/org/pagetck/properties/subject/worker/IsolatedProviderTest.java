package org.pagetck.properties.subject.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pagetck.properties.subject.Conversation.PAGE;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.subject.Conversation;
import org.pagetck.properties.subject.JavaSubject;
import org.pagetck.properties.subject.Subject;
import org.pagetck.properties.subject.SubjectFailedException;

/// Java mappers in workers.
class IsolatedProviderTest {
  private static final EntryFlags FLAGS = new EntryFlags(EntryFlags.PRESENT);

  /// A mapper each of whose answers is one that a native mapper could not give, or ends it.
  public static final class OddProvider implements MapperProvider {
    /// Creates it; what workers call.
    public OddProvider() {}

    @Override
    public String name() {
      return "odd";
    }

    @Override
    public String describe() {
      return "name = odd\n";
    }

    @Override
    public Mapper open(Host host) {
      return new Odd(host);
    }
  }

  private record Odd(Host host) implements Mapper {
    @Override
    public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
      var taken = host.frames().allocate();
      host.memory().store(host.root() + 4, 7, 4);
      host.flushes().flush(page, 4096);
      host.frames().deallocate(taken);
      return new Outcome.Done(new Flush.Range(page, 4096));
    }

    @Override
    public Outcome unmap(long page, PageSize size) {
      throw new IllegalStateException("entry should be mapped");
    }

    @Override
    public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
      host.memory().load(page);
      return Outcome.DONE;
    }

    @Override
    public Outcome translatePage(long page, PageSize size) {
      return new Outcome.Found(0, new EntryFlags(EntryFlags.PRESENT | EntryFlags.HUGE_PAGE));
    }

    @Override
    public Outcome translate(long address) {
      Runtime.getRuntime().halt(7);
      return Outcome.DONE;
    }

    @Override
    public void close() {
      throw new IllegalStateException("not closed");
    }
  }

  private static Subject odd() {
    return IsolatedSubject.ofProvider(
        "java:odd",
        OddProvider.class.getName(),
        List.of(WorkerCommand.location(OddProvider.class)));
  }

  private static List<String> talk(Subject subject) {
    try (subject;
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      return talk.transcript(Conversation.script());
    }
  }

  @Test
  void a_mapper_says_and_does_the_same_in_a_worker_as_in_this_process() {
    var provider =
        ServiceLoader.load(MapperProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(offered -> offered.name().equals("mapped"))
            .findFirst()
            .orElseThrow();
    var classPath = List.of(WorkerCommand.location(provider.getClass()));
    var here = talk(new JavaSubject("mapped", provider));
    var byClass = provider.getClass().getName();
    assertThat(talk(IsolatedSubject.ofProvider("java:x", byClass, classPath)))
        .isEqualTo(here)
        .anyMatch(line -> line.contains("ALREADY_MAPPED"));
    assertThat(talk(IsolatedSubject.ofProvider("java:x", "mapped", classPath))).isEqualTo(here);
  }

  @Test
  void outcomes_that_only_java_knows_come_through() {
    try (var subject = odd();
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      assertThat(subject.describe()).isEqualTo("name = odd\n");
      assertThat(subject.operations()).isEmpty();
      assertThat(talk.call(new Operation.Map(PAGE, PageSize.SIZE_4K, 0, FLAGS)))
          .isEqualTo(new Outcome.Done(new Flush.Range(PAGE, 4096)));
      assertThat(talk.events())
          .containsExactly(
              "1 0x100001000 0x0",
              "7 0x100000000 0x700000000",
              "4 0xffff800000000000 0x1000",
              "2 0x100001000 0x0");
      assertThat(talk.stock().givenBack()).containsExactly(0x100001000L);
      assertThat(talk.call(new Operation.Unmap(PAGE, PageSize.SIZE_4K)))
          .isEqualTo(new Outcome.Panicked("entry should be mapped"));
      assertThat(talk.call(new Operation.UpdateFlags(0x10, PageSize.SIZE_4K, FLAGS)))
          .isEqualTo(new Outcome.Wild("0x10"));
      assertThat(talk.call(new Operation.TranslatePage(PAGE, PageSize.SIZE_4K)))
          .isEqualTo(new Outcome.Found(0, FLAGS));
      assertThat(talk.end()).contains(new Outcome.Panicked("not closed"));
    }
  }

  @Test
  void a_mapper_that_ends_its_process_crashes() {
    try (var subject = odd();
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      assertThat(talk.call(new Operation.Translate(PAGE)))
          .isEqualTo(new Outcome.Crashed("exit status 7"));
    }
  }

  @Test
  void a_name_that_nothing_has_is_refused_in_one_sentence() {
    assertThatThrownBy(() -> IsolatedSubject.ofProvider("x", "no.Such", List.of(Path.of("."))))
        .isInstanceOf(SubjectFailedException.class)
        .hasMessage("there is neither a class nor a mapper called no.Such on the class path");
    assertThatThrownBy(
            () -> IsolatedSubject.ofProvider("x", "java.lang.String", List.of(Path.of("."))))
        .isInstanceOf(SubjectFailedException.class)
        .hasMessage("the class java.lang.String is no org.pagetck.model.mapper.MapperProvider");
  }
}
