package org.tablee.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy in front of a server on this machine, which passes what comes until it is told
 * otherwise: for good ({@link #hold}, {@link #dropAnswers}, {@link #delay}, {@link #cut}), or once,
 * for the next request that holds a certain text ({@link #next}).
 */
public final class CuttingProxy implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What becomes of one request. */
  public enum Fate {
    /** It never arrives, and its connection is reset. */
    CUT_BEFORE,
    /** It arrives and is answered; instead of the answer, its connection is reset. */
    CUT_AFTER,
    /** It arrives and is answered; the answer and all later ones get lost, the connection stays. */
    NO_ANSWER,
    /** It waits until it is released, even when its sender has gone. */
    HOLD
  }

  private enum Mode {
    PASS,
    HOLD,
    DROP_ANSWERS
  }

  private final int target;
  private final ServerSocket door;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Mode mode = Mode.PASS;
  private Duration delay = Duration.ZERO;
  private @Nullable Fault next;
  private boolean closed;

  private CuttingProxy(int target) throws IOException {
    this.target = target;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public static CuttingProxy to(int port) {
    try {
      return new CuttingProxy(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Everything goes through again; what was held as well, in order. */
  public void pass() {
    change(Mode.PASS, Duration.ZERO);
  }

  /** Requests wait, answers pass. */
  public void hold() {
    change(Mode.HOLD, Duration.ZERO);
  }

  /** Requests pass, answers get lost. */
  public void dropAnswers() {
    change(Mode.DROP_ANSWERS, Duration.ZERO);
  }

  /** Whatever comes, either way, comes so much later. */
  public void delay(Duration each) {
    change(Mode.PASS, each);
  }

  /** Resets the connections there are; new ones are made as before. */
  public void cut() {
    links.forEach(Link::reset);
  }

  /** Prepares a fate for the next request that holds this text. */
  public Fault next(String text, Fate fate) {
    lock.lock();
    try {
      next = new Fault(text, fate);
      return next;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    door.close();
    cut();
  }

  private void change(Mode to, Duration each) {
    lock.lock();
    try {
      mode = to;
      delay = each;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var link = new Link(door.accept(), target);
        links.add(link);
        Thread.ofVirtual().start(link::passRequests);
        Thread.ofVirtual().start(link::passAnswers);
      } catch (IOException _) {
        // The door was closed, or the target is down: the client finds out by itself.
      }
    }
  }

  private @Nullable Fault faultFor(byte[] request) {
    lock.lock();
    try {
      var fault = next;
      if (fault == null || !new String(request, ISO_8859_1).contains(fault.text)) {
        return null;
      }
      next = null;
      return fault;
    } finally {
      lock.unlock();
    }
  }

  private void waitWhileHeld() throws InterruptedException {
    lock.lock();
    try {
      while (mode == Mode.HOLD && !closed) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits its time, and no longer than the delay is asked for. */
  private void waitDelay() throws InterruptedException {
    lock.lock();
    try {
      long left = delay.toNanos();
      while (left > 0 && !delay.isZero() && !closed) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean dropsAnswers() {
    lock.lock();
    try {
      return mode == Mode.DROP_ANSWERS;
    } finally {
      lock.unlock();
    }
  }

  /** A fate that waits for its request. */
  public static final class Fault {
    private final String text;
    private final Fate fate;
    private final CountDownLatch met = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    private Fault(String text, Fate fate) {
      this.text = text;
      this.fate = fate;
    }

    /** Waits until the request has come. */
    public void awaitRequest() {
      await(met, "no request held " + text);
    }

    /** Lets a held request go on to the server. */
    public void release() {
      released.countDown();
    }

    /** Waits until the server has answered the request, whether or not anyone hears of it. */
    public void awaitAnswer() {
      await(answered, "the server did not answer " + text);
    }

    private static void await(CountDownLatch latch, String otherwise) {
      try {
        if (!latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new AssertionError(otherwise);
        }
      } catch (InterruptedException e) {
        throw new AssertionError(otherwise, e);
      }
    }
  }

  /** One client's connection and the one to the server that belongs to it. */
  private final class Link {
    private final Socket client;
    private final Socket server;
    private volatile @Nullable Fault fault;

    private Link(Socket client, int target) throws IOException {
      this.client = client;
      try {
        server = new Socket(InetAddress.getLoopbackAddress(), target);
      } catch (IOException e) {
        client.close();
        throw e;
      }
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    }

    private void passRequests() {
      try {
        var in = client.getInputStream();
        var out = server.getOutputStream();
        var buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          var request = Arrays.copyOf(buffer, count);
          waitWhileHeld();
          waitDelay();
          var met = faultFor(request);
          if (met != null) {
            fault = met;
            met.met.countDown();
            if (met.fate == Fate.CUT_BEFORE) {
              reset();
              return;
            }
            if (met.fate == Fate.HOLD) {
              Fault.await(met.released, "never released: " + met.text);
            }
          }
          out.write(request);
        }
        // The sender has gone; what it was told to expect may still come.
        server.shutdownOutput();
      } catch (IOException | InterruptedException _) {
        reset();
      }
    }

    private void passAnswers() {
      try {
        var in = server.getInputStream();
        var out = client.getOutputStream();
        var buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          var met = fault;
          if (met != null) {
            met.answered.countDown();
            if (met.fate == Fate.CUT_AFTER) {
              break;
            }
          }
          boolean isLost = dropsAnswers() || met != null && met.fate == Fate.NO_ANSWER;
          if (!isLost) {
            waitDelay();
            out.write(buffer, 0, count);
          }
        }
      } catch (IOException | InterruptedException _) {
        // Either side has gone.
      }
      reset();
    }

    private void reset() {
      links.remove(this);
      for (var socket : new Socket[] {client, server}) {
        try {
          socket.setSoLinger(true, 0);
          socket.close();
        } catch (IOException _) {
          // It was closed already.
        }
      }
    }
  }
}
