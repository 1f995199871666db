/// The hour and weather a picture is painted in: every colour of a scene is drawn from here, so that scenes harmonise.
struct Light: Sendable {
    let sky: [Colour]
    let sun: Colour
    /// Height of the sun, as a share of the picture from the top; nil hides it.
    let sunHeight: Double?
    /// What the distance fades into.
    let haze: Colour
    let green: Colour
    let gold: Colour
    let rock: Colour
    let water: Colour
    let waterDeep: Colour
    let accent: Colour
    let wall: Colour

    static let all: [Light] = [dawn, noon, dusk, clear, autumn]

    static let dawn = Light(
        sky: [Colour(0x8FA8D8), Colour(0xF3C6B4), Colour(0xFFE6C2), Colour(0xFFF3DC)],
        sun: Colour(0xFFF1C9),
        sunHeight: 0.42,
        haze: Colour(0xF3D3C2),
        green: Colour(0x3F6F58),
        gold: Colour(0xD9A441),
        rock: Colour(0x5C6B8A),
        water: Colour(0xE7C3B0),
        waterDeep: Colour(0x7E93B4),
        accent: Colour(0xC8503C),
        wall: Colour(0xF3E3C8)
    )
    static let noon = Light(
        sky: [Colour(0x4FA3D9), Colour(0x9FD0EC), Colour(0xDDF0F7), Colour(0xF2FAFB)],
        sun: Colour(0xFFFDF0),
        sunHeight: 0.16,
        haze: Colour(0xCFE6EE),
        green: Colour(0x3C8C4A),
        gold: Colour(0xE6B93C),
        rock: Colour(0x4E7A8C),
        water: Colour(0x8CCBDD),
        waterDeep: Colour(0x1F6F9C),
        accent: Colour(0xD4442E),
        wall: Colour(0xFBF1DA)
    )
    static let dusk = Light(
        sky: [Colour(0x34306B), Colour(0x8C4A7E), Colour(0xE8805E), Colour(0xFCC580)],
        sun: Colour(0xFFD48A),
        sunHeight: 0.5,
        haze: Colour(0xD98A72),
        green: Colour(0x2D4B4C),
        gold: Colour(0xC98A3A),
        rock: Colour(0x4A3C68),
        water: Colour(0xEFA06E),
        waterDeep: Colour(0x4B3A70),
        accent: Colour(0xB8323A),
        wall: Colour(0xE9CBA2)
    )
    static let clear = Light(
        sky: [Colour(0x2E7FB8), Colour(0x7DBBDD), Colour(0xC9E6EE), Colour(0xF6F3E2)],
        sun: Colour(0xFFF7D6),
        sunHeight: 0.24,
        haze: Colour(0xBFDCE2),
        green: Colour(0x2F7A55),
        gold: Colour(0xDDB247),
        rock: Colour(0x3F6480),
        water: Colour(0x7FC3C8),
        waterDeep: Colour(0x17607F),
        accent: Colour(0xC7402F),
        wall: Colour(0xF7ECD6)
    )
    static let autumn = Light(
        sky: [Colour(0x7FB0C4), Colour(0xBFD6CF), Colour(0xF1E7C9), Colour(0xF8EFD8)],
        sun: Colour(0xFFF3CF),
        sunHeight: 0.3,
        haze: Colour(0xE2DFC6),
        green: Colour(0x6B8A3A),
        gold: Colour(0xE0A030),
        rock: Colour(0x6A7A7C),
        water: Colour(0xB9D3CB),
        waterDeep: Colour(0x4F8490),
        accent: Colour(0xB5482A),
        wall: Colour(0xF6E8CC)
    )
    static let gloom = Light(
        sky: [Colour(0x2B3745), Colour(0x4A5B69), Colour(0x74858E), Colour(0x9AA7A8)],
        sun: Colour(0xC8D2D2),
        sunHeight: nil,
        haze: Colour(0x7F8F96),
        green: Colour(0x31493F),
        gold: Colour(0x8D8350),
        rock: Colour(0x364651),
        water: Colour(0x6C8088),
        waterDeep: Colour(0x24404E),
        accent: Colour(0xB5482A),
        wall: Colour(0xCFC9B6)
    )
}
