package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The threads of a search, each with its explorer.
final class Crew implements AutoCloseable {
  private final List<Explorer> explorers = new ArrayList<>();
  private final ExecutorService executor;
  private final BooleanSupplier isOver;

  /// States whose numbers are in a row, `last` not included.
  record Chunk(int first, int last) {}

  /// Starts `jobs` threads with an explorer of `start` each; they end early where `isOver`.
  Crew(int jobs, Supplier<Explorer> start, BooleanSupplier isOver) {
    this.isOver = isOver;
    this.executor = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().daemon().factory());
    try {
      for (var i = 0; i < jobs; i++) {
        explorers.add(start.get());
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  Explorer first() {
    return explorers.getFirst();
  }

  /// Makes all moves from the states of `chunks`; returns what came of each, in order.
  List<Expansion> expand(List<Chunk> chunks, BitSet avoided) {
    var next = new AtomicInteger();
    var results = new Expansion[chunks.size()];
    var running = new ArrayList<Future<?>>();
    for (var explorer : explorers) {
      running.add(
          executor.submit(() -> {
            for (var i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
              var chunk = chunks.get(i);
              results[i] = explorer.expand(chunk.first(), chunk.last(), avoided, isOver);
            }
          }));
    }
    running.forEach(Crew::await);
    return List.of(results);
  }

  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    explorers.forEach(Explorer::close);
  }
}
