package org.tablee.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much room there is on a disk, in bytes.
 *
 * @param free what this process may use
 */
public record DiskSpace(long free, long total) {
  /** Of a store on another machine, which watches over its own disk. */
  public static final DiskSpace ELSEWHERE = new DiskSpace(Long.MAX_VALUE, Long.MAX_VALUE);

  private static final Logger log = LoggerFactory.getLogger(DiskSpace.class);

  private static final long FREE_MIN = 1L << 30;
  private static final int SHARE_MIN = 10;

  /** The room on the disk that holds a folder, or will; none where that cannot be told. */
  public static DiskSpace at(Path folder) {
    try {
      var there = folder.toAbsolutePath();
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      var disk = Files.getFileStore(there);
      return new DiskSpace(disk.getUsableSpace(), disk.getTotalSpace());
    } catch (IOException e) {
      log.debug("the disk of {} does not tell its room", folder, e);
      return new DiskSpace(0, 0);
    }
  }

  /** More than a tenth, or more than 1 GiB: a large disk may be fuller, a small one has less. */
  boolean isEnough() {
    return free > FREE_MIN || free > total / SHARE_MIN;
  }
}
