import Testing

@testable import Reports

@Suite("Colours")
struct ColorTests {
  private static let palettes = [("light", Palette.light), ("dark", Palette.dark)]

  @Test("the contrast ratio is the one of WCAG 2.1")
  func contrast() {
    #expect(abs(Color(0x000000).contrast(with: Color(0xffffff)) - 21) < 0.001)
    #expect(abs(Color(0x777777).contrast(with: Color(0xffffff)) - 4.478) < 0.001)
    #expect(Color(0x123456).contrast(with: Color(0x123456)) == 1)
    #expect(Color(0x0a0b0c).hex == "#0a0b0c")
  }

  @Test("every text can be read on its ground (AA: 4.5 to 1)", arguments: [0, 1])
  func text(palette index: Int) {
    let (name, palette) = Self.palettes[index]
    for ground in [palette.background, palette.surface] {
      for ink in [
        palette.ink, palette.quietInk, palette.link, palette.error, palette.warning, palette.note,
      ] {
        #expect(ink.contrast(with: ground) >= 4.5, "\(name): \(ink.hex) on \(ground.hex)")
      }
      // Pictures, bars and outlines need 3 to 1.
      #expect(palette.accent.contrast(with: ground) >= 3, "\(name)")
      #expect(palette.line.contrast(with: ground) >= 3, "\(name): \(palette.line.hex)")
    }
    for shade in palette.heat {
      #expect(shade.ink.contrast(with: shade.background) >= 4.5, "\(name): \(shade)")
    }
  }

  @Test(
    "the heat map's steps differ in lightness alone by so much that hue is not needed",
    arguments: [0, 1])
  func steps(palette index: Int) {
    let (name, palette) = Self.palettes[index]
    let grounds = [palette.background] + palette.heat.map(\.background)
    let isDark = palette.background.luminance < 0.5
    for (lighter, heavier) in zip(grounds, grounds.dropFirst()) {
      #expect((heavier.luminance < lighter.luminance) != isDark, "\(name): \(heavier.hex)")
      #expect(lighter.contrast(with: heavier) >= 1.2, "\(name): \(lighter.hex), \(heavier.hex)")
    }
  }

  @Test("a step is the share of the largest number, and nothing has none")
  func scale() {
    let scale = HeatScale(largest: 8)
    #expect(scale.step(of: 0) == nil)
    #expect([1, 2, 3, 4, 6, 7, 8].map { scale.step(of: $0) } == [1, 2, 2, 3, 4, 4, 5])
    #expect(HeatScale(largest: 0).step(of: 0) == nil)
    #expect(HeatScale(largest: 1).step(of: 1) == 5)
  }
}
