package org.tablee.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which core a process is held to, so that two do not disturb each other, nor others them.
 *
 * @param isPinned where the machine has two cores and {@code taskset}
 * @param isRealtime scheduled before everything else that runs: as root, where there is {@code
 *     chrt}
 */
record Pinning(boolean isPinned, boolean isRealtime) {
  static final Pinning NONE = new Pinning(false, false);

  private static final String SERVER_CORE = "0";
  private static final String LOAD_CORE = "1";

  static Pinning atHand(boolean withRealtime) {
    var canPin =
        Runtime.getRuntime().availableProcessors() > 1 && succeeds("taskset", "-c", "0,1", "true");
    return new Pinning(canPin, canPin && withRealtime && succeeds("chrt", "-r", "1", "true"));
  }

  /** What stands before a server's command line. */
  List<String> prefix() {
    var prefix = new ArrayList<String>();
    if (isRealtime) {
      prefix.addAll(List.of("chrt", "-r", "1"));
    }
    if (isPinned) {
      prefix.addAll(List.of("taskset", "-c", SERVER_CORE));
    }
    return prefix;
  }

  /** Holds this program, which puts the load on, to the other core. */
  void holdThisProgram() throws IOException {
    var pid = Long.toString(ProcessHandle.current().pid());
    var isHeld =
        (!isPinned || succeeds("taskset", "-a", "-c", "-p", LOAD_CORE, pid))
            && (!isRealtime || succeeds("chrt", "-a", "-r", "-p", "1", pid));
    if (!isHeld) {
      throw new IOException("cannot hold this program to core " + LOAD_CORE);
    }
  }

  String described() {
    return (isPinned
            ? "Server on one core, load on another, loopback"
            : "Server and load on whatever core, loopback")
        + (isRealtime ? ", both with real-time priority." : ".");
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
