internal import Glibc

/// A colour of the sRGB space.
struct Color: Sendable, Hashable {
  /// `0xRRGGBB`.
  let rgb: UInt32

  init(_ rgb: UInt32) {
    self.rgb = rgb
  }

  /// As CSS and SVG write it.
  var hex: String {
    let digits = String(rgb, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Relative luminance in 0…1 (WCAG 2.1, "relative luminance").
  var luminance: Double {
    let channels = [16, 8, 0].map { shift -> Double in
      let value = Double(rgb >> UInt32(shift) & 0xff) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// The contrast ratio between two colours, 1…21 (WCAG 2.1, "contrast ratio"); text needs 4.5.
  func contrast(with other: Color) -> Double {
    let (bright, dim) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (bright + 0.05) / (dim + 0.05)
  }
}
