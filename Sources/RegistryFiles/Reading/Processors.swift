import Glibc

/// The processors of this machine.
public enum Processors {
  /// How many are at work, at least 1.
  public static var active: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
