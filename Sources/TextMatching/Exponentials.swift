import Glibc

/// The natural logarithm, from the platform's C library; Foundation would cost a cold start more
/// than the rest of the analysis.
public func logarithm(_ value: Double) -> Double { log(value) }

/// e to the power of `value`.
public func exponential(_ value: Double) -> Double { exp(value) }
