/// Invented persons and numbers. Nobody real: the parts are drawn by lot, and lists here are other than the redactor's own.
struct SecretMaker {
    var random: Lot

    /// How many syllables' names there are that the redactor's lists do not have: one in twelve.
    private static let surnames = [
        "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
        "Dương", "Lý",
        "Đinh", "Đào", "Trịnh", "Mai", "Trương", "Hà", "Cao", "Lương", "Tạ", "Phùng", "Triệu", "Nông", "Lò", "Giàng", "Vàng", "Khúc", "Thân", "Ninh",
        "Chíu", "Tằng",
        "Phồng", "Sái",
    ]
    private static let men = [
        "Văn", "Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Đình", "Xuân", "Công", "Mạnh", "Tuấn", "Bá", "Trọng", "Ngọc", "Thế", "Khắc", "Sỹ",
        "Hồng", "Tất",
    ]
    private static let women = [
        "Thị", "Thị", "Thị", "Thị Thu", "Thị Thanh", "Thị Kim", "Ngọc", "Thị Hồng", "Thanh", "Thu", "Thị Minh", "Phương", "Thị Bích", "Mai", "Thùy",
        "Thị Ngọc",
    ]
    private static let givens = [
        "An", "Anh", "Bình", "Cường", "Chiến", "Dũng", "Dung", "Đạt", "Điệp", "Giang", "Hà", "Hải", "Hạnh", "Hằng", "Hiền", "Hiếu", "Hòa", "Hoa",
        "Hùng", "Hưng", "Hương",
        "Huyền", "Khánh", "Kiên", "Lan", "Linh", "Loan", "Long", "Mai", "Mạnh", "Minh", "Nam", "Nga", "Ngân", "Nghĩa", "Nhung", "Oanh", "Phong",
        "Phúc", "Phương", "Quân",
        "Quang", "Quỳnh", "Sơn", "Tâm", "Thảo", "Thắng", "Thủy", "Toàn", "Trang", "Trung", "Tuấn", "Tùng", "Tuyết", "Vân", "Việt", "Vinh", "Xuân",
        "Yến", "Đông", "Lý",
        "Quý", "Tươi", "Thoả", "Nhớ", "Ngoãn", "Khuể", "Dịu", "Chắt", "Sín", "Mằn",
    ]

    mutating func name() -> [String] {
        let middle = random.pick(random.chance(50) ? Self.men : Self.women)
        let given = random.pick(Self.givens)
        let surname = random.pick(Self.surnames)
        // One in eight has no middle name.
        return random.chance(12) ? [surname, given] : [surname] + middle.split(separator: " ").map(String.init) + [given]
    }

    private mutating func digits(_ count: Int) -> String { String((0..<count).map { _ in Character(String(random.number(10))) }) }

    /// Splits a number where people do.
    private func parted(_ number: String, _ sizes: [Int], _ sign: String) -> String {
        var rest = number[...]
        var parts: [String] = []
        for size in sizes {
            parts.append(String(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        if !rest.isEmpty { parts.append(String(rest)) }
        return parts.joined(separator: sign)
    }

    mutating func phone() -> String {
        if random.chance(10) {
            let number = "0203" + String(3 + random.number(4)) + digits(6)
            return random.pick([number, parted(number, [4, 4], "."), parted(number, [4], " ")])
        }
        let number = "0" + random.pick(["3", "5", "7", "8", "9", "9"]) + digits(8)
        switch random.number(11) {
        case 0, 1, 2, 3: return number
        case 4: return parted(number, [4, 3], ".")
        case 5: return parted(number, [4, 3], " ")
        case 6: return parted(number, [3, 3], " ")
        case 7: return parted(number, [4, 2, 2], "-")
        case 8: return "+84" + number.dropFirst()
        case 9: return "+84 " + parted(String(number.dropFirst()), [3, 3], " ")
        default: return number.replacing("0", with: "o").replacing("1", with: "l")
        }
    }

    mutating func mail() -> String {
        let name = random.pick(["hoa", "tuan", "minhanh", "ngoc.linh", "trang_ha", "ducthang", "quanghuy", "thuyduong"]) + digits(random.number(4))
        let host = random.pick(["gmail.com", "gmail.com", "yahoo.com", "yahoo.com.vn", "hotmail.com", "outlook.com", "vnn.vn"])
        switch random.number(8) {
        case 0: return name + " (at) " + host.replacing(".", with: " ")
        case 1: return name + " a còng " + host.replacing(".", with: " chấm ")
        case 2: return name + "[at]" + host
        case 3: return name + " @ " + host
        default: return name + "@" + host
        }
    }

    mutating func secret(_ slot: String) -> (text: String, kind: String) {
        switch slot {
        case "phone": return (phone(), "phone")
        case "mail": return (mail(), "email")
        case "cccd":
            let number = "0" + String(format2(1 + random.number(96))) + String(random.number(4)) + digits(8)
            return (random.pick([number, number, parted(number, [3, 3, 3], " "), parted(number, [4, 4], ".")]), "identity")
        case "cmnd": return ("1" + digits(8), "identity")
        case "passport": return (random.pick(["B", "C", "N", "P"]) + digits(7), "identity")
        case "mst": return (random.pick(["57", "01", "03", "80"]) + digits(8) + random.pick(["", "", "-001"]), "tax-code")
        case "bhxh": return (random.pick(["22", "01", "79"]) + digits(8), "insurance")
        case "bhyt": return (random.pick(["DN4", "GD4", "TE1", "HN2", "CN3"]) + "22" + digits(10), "insurance")
        case "stk":
            let number = random.pick(["19", "10", "21", "80", "05"]) + digits(8 + random.number(5))
            return (random.pick([number, number, parted(number, [4, 4, 4], " ")]), "bank-account")
        case "plate":
            let (area, series) = (random.pick(["14", "29", "30", "15", "51", "34"]), random.pick(["A", "C", "F", "K1", "X1", "B2", "H"]))
            let tail = digits(5)
            return (
                random.pick([
                    "\(area)\(series)-\(tail.prefix(3)).\(tail.suffix(2))", "\(area)\(series) \(tail)", "\(area)\(series)-\(tail)",
                    "\(area)-\(series) \(tail.prefix(3)).\(tail.suffix(2))",
                    "\(area)\(series)\(tail)",
                ]), "licence-plate"
            )
        case "house":
            let number = String(1 + random.number(300)) + random.pick(["", "", "A", "/5", "/12/3"])
            return (
                random.pick([
                    "số nhà \(number)", "số \(number) ngõ \(1 + random.number(90))",
                    "số nhà \(number), ngõ \(1 + random.number(90)), tổ \(1 + random.number(12))",
                    "số \(number), tổ \(1 + random.number(12)), khu \(1 + random.number(9))", "nhà số \(number) hẻm \(1 + random.number(90))",
                ]), "address"
            )
        case "hamlet":
            return (
                random.pick([
                    "thôn " + random.pick(["Đông", "Đồng Tâm", "Khe Sím", "Trại Me", "3"]), "tổ \(1 + random.number(12))",
                    "xóm " + random.pick(["Chùa", "Mới", "2"]),
                    "tổ \(1 + random.number(12)), khu \(1 + random.number(9))", "ấp " + random.pick(["Bình Hòa", "4"]),
                ]), "address"
            )
        case "plot": return (String(1 + random.number(900)) + random.pick(["", "", "a", "-1"]), "land")
        case "sheet": return (String(1 + random.number(90)), "land")
        case "serial": return (random.pick(["BK ", "CS ", "AĐ ", "BM", "DB "]) + digits(6), "land")
        case "dob":
            let (day, month, year) = (1 + random.number(28), 1 + random.number(12), 1940 + random.number(75))
            return (
                random.pick([
                    "\(format2(day))/\(format2(month))/\(year)", "\(day)-\(month)-\(year)", "\(day).\(month).\(year)",
                    "\(day) tháng \(month) năm \(year)",
                ]), "birth"
            )
        case "yob", "year": return (String(1940 + random.number(75)), "birth")
        case "dossier":
            return (
                random.pick([
                    "000.\(digits(2)).\(digits(2)).H49-2\(digits(1))0\(1 + random.number(9))1\(random.number(9))-\(digits(4))",
                    "QN-2026-\(digits(6))", "HS\(digits(7))",
                ]), "dossier"
            )
        case "fb":
            return (
                random.pick(["facebook.com/", "https://www.facebook.com/", "fb.com/"]) + random.pick(["nguyenhoa", "tuan.le", "linhxinh"])
                    + digits(2), "profile"
            )
        case "gps": return ("21.\(1 + random.number(8))\(digits(5)), 10\(5 + random.number(3)).\(1 + random.number(8))\(digits(5))", "coordinates")
        default: return (slot, "unknown")
        }
    }

    private func format2(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}

/// Numbers that are the same in every run.
struct Lot: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func number(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
    mutating func chance(_ percent: Int) -> Bool { number(100) < percent }
    mutating func pick<T>(_ list: [T]) -> T { list[number(list.count)] }
}
