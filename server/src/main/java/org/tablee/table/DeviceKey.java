package org.tablee.table;

/**
 * A secret of a member's device, by which an anonymous box knows again who may change a content. It
 * is stored nowhere; a box keeps a digest of it.
 */
public record DeviceKey(String value) {
  /** Characters at least: as many as 128 random bits need. */
  static final int LENGTH_MIN = 22;

  public DeviceKey {
    Id.require(value, LENGTH_MIN, Id.LENGTH_MAX);
  }

  @Override
  public String toString() {
    return "DeviceKey";
  }
}
