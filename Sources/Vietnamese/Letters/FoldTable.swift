/// What every scalar below U+2000 becomes when marks and case are dropped.
///
/// Generated from the canonical decompositions of Unicode 15 for every letter whose marks lie in U+0300–036F, plus the letters
/// with a stroke that have no decomposition (đ is one of them).
enum FoldTable {
    /// In `scalars`: the scalar is dropped.
    static let dropped: UInt16 = 0
    /// In `scalars`: the scalar becomes the two letters of `pairs`.
    static let pair: UInt16 = 0xFFFF

    /// Scalar → folded scalar.
    static let scalars: [UInt16] = {
        var table = (0..<0x2000).map { UInt16($0) }
        for scalar in 0x41...0x5A { table[scalar] += 32 }
        // Capitals without marks: Greek, Cyrillic, Armenian and the rest, by Unicode's own simple mapping.
        for scalar in 0xC0..<0x2000 {
            guard let value = Unicode.Scalar(UInt32(scalar)), value.properties.isUppercase else { continue }
            let lower = value.properties.lowercaseMapping.unicodeScalars
            if let first = lower.first, first.value < 0x2000, lower.count == 1 { table[scalar] = UInt16(first.value) }
        }
        for (base, letters) in rows {
            for letter in letters.unicodeScalars { table[Int(letter.value)] = UInt16(base.value) }
        }
        // A capital whose small letter folds on (Ƀ → ƀ → b) goes all the way.
        for scalar in 0xC0..<0x2000 where table[scalar] < 0x2000 { table[scalar] = table[Int(table[scalar])] }
        for scalar in 0x300...0x36F { table[scalar] = dropped }
        table[0xAD] = dropped
        for (letter, _) in pairs { table[Int(letter)] = pair }
        return table
    }()

    static let pairs: [UInt32: (UInt8, UInt8)] = [
        0x00DF: (0x73, 0x73),  // ß ss
        0x1E9E: (0x73, 0x73),  // ẞ ss
        0x00E6: (0x61, 0x65),  // æ ae
        0x00C6: (0x61, 0x65),  // Æ ae
        0x0153: (0x6F, 0x65),  // œ oe
        0x0152: (0x6F, 0x65),  // Œ oe
        0x00FE: (0x74, 0x68),  // þ th
        0x00DE: (0x74, 0x68),  // Þ th
        0x0133: (0x69, 0x6A),  // ĳ ij
        0x0132: (0x69, 0x6A),  // Ĳ ij
        0x01FD: (0x61, 0x65),  // ǽ ae
        0x01FC: (0x61, 0x65),  // Ǽ ae
        0x01E3: (0x61, 0x65),  // ǣ ae
        0x01E2: (0x61, 0x65),  // Ǣ ae
    ]

    private static let rows: [(Unicode.Scalar, String)] = [
        ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
        ("b", "ḂḃḄḅḆḇƀ"),
        ("c", "ÇçĆćĈĉĊċČčḈḉ"),
        ("d", "ĎďḊḋḌḍḎḏḐḑḒḓđĐðÐɖƉ"),
        ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
        ("f", "Ḟḟ"),
        ("g", "ĜĝĞğĠġĢģǦǧǴǵḠḡǥǤ"),
        ("h", "ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖħĦ"),
        ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊịı"),
        ("j", "Ĵĵǰ"),
        ("k", "ĶķǨǩḰḱḲḳḴḵ"),
        ("l", "ĹĺĻļĽľḶḷḸḹḺḻḼḽłŁ"),
        ("m", "ḾḿṀṁṂṃ"),
        ("n", "ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ"),
        ("o", "ÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợøØǾǿ"),
        ("p", "ṔṕṖṗ"),
        ("r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"),
        ("s", "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩſẛ"),
        ("t", "ŢţŤťȚțṪṫṬṭṮṯṰṱẗŧŦ"),
        ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
        ("v", "ṼṽṾṿ"),
        ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
        ("x", "ẊẋẌẍ"),
        ("y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"),
        ("z", "ŹźŻżŽžẐẑẒẓẔẕ"),
        ("ʒ", "Ǯǯ"),
        ("α", "ΆάἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏὰᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾰᾱᾲᾳᾴᾶᾷᾸᾹᾺᾼ"),
        ("ε", "ΈέἐἑἒἓἔἕἘἙἚἛἜἝὲῈ"),
        ("η", "ΉήἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὴᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟῂῃῄῆῇῊῌ"),
        ("ι", "ΊΐΪίϊἰἱἲἳἴἵἶἷἸἹἺἻἼἽἾἿὶῐῑῒῖῗῘῙῚ"),
        ("ο", "ΌόὀὁὂὃὄὅὈὉὊὋὌὍὸῸ"),
        ("ρ", "ῤῥῬ"),
        ("υ", "ΎΫΰϋύὐὑὒὓὔὕὖὗὙὛὝὟὺῠῡῢῦῧῨῩῪ"),
        ("ω", "ΏώὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὼᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪᾫᾬᾭᾮᾯῲῳῴῶῷῺῼ"),
        ("ϒ", "ϓϔ"),
        ("а", "ӐӑӒӓ"),
        ("г", "Ѓѓ"),
        ("е", "ЀЁѐёӖӗ"),
        ("ж", "ӁӂӜӝ"),
        ("з", "Ӟӟ"),
        ("и", "ЍЙйѝӢӣӤӥ"),
        ("к", "Ќќ"),
        ("о", "Ӧӧ"),
        ("у", "ЎўӮӯӰӱӲӳ"),
        ("ч", "Ӵӵ"),
        ("ы", "Ӹӹ"),
        ("э", "Ӭӭ"),
        ("і", "Її"),
        ("ѵ", "Ѷѷ"),
        ("ә", "Ӛӛ"),
        ("ө", "Ӫӫ"),
    ]
}
