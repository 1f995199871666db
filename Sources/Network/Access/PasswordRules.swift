import Vietnamese

/// What a password must be (domain notes 1.7): at least eight characters beside a second factor, which everybody here has; none that everybody knows, none that
/// says who one is, none of ten before. No rule asks for signs and figures: such rules make passwords that are written down.
public enum PasswordRules {
    public static let minimum = 8
    public static let limit = 128

    /// - Throws: the first thing that is wrong with it.
    public static func check(_ password: String, of person: Person) throws(AccessRefusal) {
        let password = nfc(password)
        guard password.count >= minimum else { throw .passwordTooShort(minimum: minimum) }
        guard password.count <= limit, password.utf8.count <= 4 * limit else { throw .passwordTooLong(limit: limit) }
        let plain = Self.plain(password)
        guard Set(password).count >= 4, !isRun(plain) else { throw .passwordMonotone }
        guard !isCommon(plain) else { throw .passwordCommon }
        let words = [person.handle, person.email?.split(separator: "@").first.map(String.init) ?? "", person.name].map(Self.plain)
        guard !words.contains(where: { $0.count >= 4 && plain.contains($0) }) else { throw .passwordPersonal }
    }

    /// Letters without marks, figures, nothing else: `Mật khẩu 1` and `matkhau1` are one.
    private static func plain(_ text: String) -> String { fold(text).filter { $0.isLetter || $0.isNumber } }

    /// `12345678`, `abcdefgh`, `87654321`.
    private static func isRun(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 4 else { return false }
        let steps = Set(zip(bytes, bytes.dropFirst()).map { Int($1) - Int($0) })
        return steps.count == 1 && abs(steps.first ?? 9) <= 1
    }

    /// One of the well-known ones, alone or with figures before or after.
    private static func isCommon(_ text: String) -> Bool {
        if known.contains(text) { return true }
        let core = text.drop { $0.isNumber }.reversed().drop { $0.isNumber }.reversed()
        return known.contains(String(core)) || core.isEmpty && text.count < 12
    }

    private static let known = Set(
        """
        password passw0rd pass1234 qwerty qwertyui qwertyuiop asdfgh asdfghjk asdfghjkl zxcvbnm 1q2w3e4r 1qaz2wsx q1w2e3r4 qazwsx qazwsxedc abc abcd
        abcabc abcd1234 letmein welcome admin administrator admin123 root toor user username login master dragon monkey shadow sunshine princess football
        baseball superman batman iloveyou trustno1 starwars whatever freedom secret changeme default hello computer internet samsung google facebook
        matkhau matkhaumoi matkhaucu doimatkhau khongbiet khongco anhyeuem emyeuanh yeuem yeuanh toiyeuviet toiyeuvietnam vietnam vietnamvodich hanoi
        saigon hochiminh danang haiphong quangngai quangninh quangnam cantho hue conggthongtin congthongtin congthongtindientu thongtin tintuc chinhphu
        ubnd uyban ubndtinh vanphong bientap bientapvien phongvien quantri quantrivien quanly nguoidung taikhoan dangnhap xinchao camon gia dinh giadinh
        hanhphuc tinhyeu banbe thanhcong maiyeu contrai congai bome nhatrang dalat zxcvbnmasdf
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
    )
}
