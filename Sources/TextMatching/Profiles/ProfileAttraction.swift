/// Step 2 of `ProfileModel`: what the texts have in common that each profile attracts.
struct ProfileAttraction: Sendable {
  private let lanes: Int
  /// How much each text belongs to each target by the first guess.
  private let memberships: [Float]
  /// The features of all texts, summed up; those of each target's texts, by membership.
  private var totals: [Float]
  private var sums: [Float]
  private var masses: [Float]
  private let textCount: Float

  /// - Parameter cosines: of the texts with the profiles, a row of lanes for each text.
  init(_ features: ProfileFeatures, cosines: [Float], _ lanes: ProfileLanes) {
    self.lanes = lanes.count
    textCount = Float(features.count)
    memberships = Self.firstGuess(cosines, texts: features.count, lanes)
    totals = Array(repeating: 0, count: features.columnCount)
    sums = Array(repeating: 0, count: features.columnCount * lanes.count)
    masses = Array(repeating: 0, count: lanes.count)
    for text in 0..<features.count { add(text, features) }
  }

  private static func firstGuess(
    _ cosines: [Float], texts: Int, _ lanes: ProfileLanes
  ) -> [Float] {
    let range = ProfileWeights.firstGuess
    var guesses: [Float] = []
    guesses.reserveCapacity(cosines.count)
    for text in 0..<texts {
      var row = Array(cosines[(text * lanes.count)..<((text + 1) * lanes.count)])
      for lane in lanes.exclusive { row[lane] *= ProfileWeights.firstGuessSlope }
      ProfileLanes.softmax(&row, lanes.exclusive)
      for lane in lanes.independent {
        let share = (row[lane] - range.lowerBound) / (range.upperBound - range.lowerBound)
        row[lane] = min(max(share, 0), 1)
      }
      guesses += row
    }
    return guesses
  }

  private mutating func add(_ text: Int, _ features: ProfileFeatures) {
    let lanes = lanes
    memberships.withUnsafeBufferPointer { memberships in
      let own = UnsafeBufferPointer(rebasing: memberships[(text * lanes)..<((text + 1) * lanes)])
      for lane in 0..<lanes { masses[lane] += own[lane] }
      totals.withUnsafeMutableBufferPointer { totals in
        sums.withUnsafeMutableBufferPointer { sums in
          features.forEachRunAndOwner(text) { column, value in
            totals[column] += value
            Lanes.add(own, times: value, to: &sums, at: column * lanes)
          }
        }
      }
    }
  }

  /// Adds for each text how much nearer it is to a target's texts than to all others.
  func addScores(_ features: ProfileFeatures, to scores: inout [Float]) {
    var products = [Float](repeating: 0, count: lanes)
    for text in 0..<features.count {
      products.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
      var (total, squares): (Float, Float) = (0, 0)
      products.withUnsafeMutableBufferPointer { products in
        sums.withUnsafeBufferPointer { sums in
          totals.withUnsafeBufferPointer { totals in
            features.forEachRunAndOwner(text) { column, value in
              total += totals[column] * value
              squares += value * value
              Lanes.add(sums, from: column * lanes, times: value, to: &products)
            }
          }
        }
      }
      for lane in 0..<lanes {
        scores[text * lanes + lane] +=
          ProfileWeights.attraction
          * nearness(text, lane, own: products[lane], total: total, squares: squares)
      }
    }
  }

  /// The share of a feature with this value in a text's score for a target.
  func contribution(of text: Int, column: Int, value: Float, lane: Int) -> Float {
    ProfileWeights.attraction
      * nearness(
        text, lane, own: sums[column * lanes + lane] * value, total: totals[column] * value,
        squares: value * value)
  }

  /// The mean product with a target's texts less that with all others, the text itself left out.
  private func nearness(
    _ text: Int, _ lane: Int, own: Float, total: Float, squares: Float
  ) -> Float {
    let (share, mass) = (memberships[text * lanes + lane], masses[lane])
    let shrinkage = ProfileWeights.shrinkage
    return (own - share * squares) / (mass - share + shrinkage)
      - (total - own - (1 - share) * squares) / (textCount - mass - (1 - share) + shrinkage)
  }
}

/// Sums over all lanes at once. The innermost loops of the profiles: without bounds checks, as
/// every column has a place for every lane.
enum Lanes {
  @inline(__always)
  static func add(
    _ row: UnsafeBufferPointer<Float>, times factor: Float,
    to sums: inout UnsafeMutableBufferPointer<Float>, at start: Int
  ) {
    guard let source = row.baseAddress, let target = sums.baseAddress else { return }
    for lane in stride(from: 0, to: row.count, by: 4) {
      let place = UnsafeMutableRawPointer(target + start + lane)
      let old = place.loadUnaligned(as: SIMD4<Float>.self)
      let own = UnsafeRawPointer(source + lane).loadUnaligned(as: SIMD4<Float>.self)
      place.storeBytes(of: old + own * factor, as: SIMD4<Float>.self)
    }
  }

  @inline(__always)
  static func add(
    _ rows: UnsafeBufferPointer<Float>, from start: Int, times factor: Float,
    to sums: inout UnsafeMutableBufferPointer<Float>
  ) {
    let row = UnsafeBufferPointer(rebasing: rows[start..<(start + sums.count)])
    add(row, times: factor, to: &sums, at: 0)
  }
}
