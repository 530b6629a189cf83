import Glibc

/// The natural logarithm, from the platform's C library; Foundation would cost a cold start more
/// than the rest of the analysis.
func logarithm(_ value: Double) -> Double { log(value) }
