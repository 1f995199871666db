/// Letters that only Vietnamese writes; a run with one of them is not in another language, whatever its mark says.
enum VietnameseLetters {
    static func occur(in text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x1EA0...0x1EF9, 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0: true
            default: false
            }
        }
    }
}
