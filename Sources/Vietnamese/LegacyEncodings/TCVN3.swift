/// TCVN 5712-3, each byte seen as the Latin-1 character of the same number.
enum TCVN3 {
    /// Byte → letter; 0 where the code page has none.
    static let table: [UInt32] = {
        var table = [UInt32](repeating: 0, count: 256)
        let rows: [(UInt8, String)] = [
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"),
            (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
        ]
        for (start, row) in rows {
            for (offset, letter) in row.unicodeScalars.enumerated() { table[Int(start) + offset] = letter.value }
        }
        return table
    }()

    static func decode(_ token: ArraySlice<UInt32>) -> [UInt32] {
        token.map { scalar in
            let code = scalar == 0x3BC ? 0xB5 : scalar  // the Greek mu that compatibility forms make of the micro sign
            guard code < 256 else { return scalar }
            let letter = table[Int(code)]
            return letter == 0 ? scalar : letter
        }
    }
}
