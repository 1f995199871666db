/// What a picture shows.
public enum PictureScene: String, Sendable, Hashable, CaseIterable {
    case mountains, terraces, fields, forest, sea, storm, harbour, city, bridge, school, flowers, festival, hall, river

    /// For readers who do not see the picture.
    /// - Parameter language: `vi`, `en` or `zh`.
    public func alternative(_ language: String) -> String {
        switch language {
        case "en": "Drawn illustration: \(words.en)"
        case "zh": "示意图：\(words.zh)"
        default: "Tranh vẽ minh họa: \(words.vi)"
        }
    }

    func description(_ language: String) -> String {
        switch language {
        case "en": words.en.capitalisedFirst + "."
        case "zh": words.zh + "。"
        default: words.vi.capitalisedFirst + "."
        }
    }

    private var words: (vi: String, en: String, zh: String) {
        switch self {
        case .mountains: ("dãy núi xa trong sương", "mountain ranges in the mist", "薄雾中的群山")
        case .terraces: ("ruộng bậc thang trên sườn đồi", "terraced rice fields on a hillside", "山坡上的梯田")
        case .fields: ("cánh đồng lúa và lũy tre đầu làng", "rice fields and a bamboo hedge", "稻田与村头竹林")
        case .forest: ("rừng cây xanh nhiều tầng tán", "a green forest", "层层绿林")
        case .sea: ("thuyền trên biển", "boats at sea", "海上渔船")
        case .storm: ("mây đen và sóng lớn trước bão", "dark clouds and high waves before a storm", "暴风雨前的乌云与巨浪")
        case .harbour: ("cảng biển với cần cẩu và tàu hàng", "a port with cranes and a freighter", "港口的吊机与货轮")
        case .city: ("phố xá ven sông", "a city by the river", "江边城区")
        case .bridge: ("cây cầu dây văng bắc qua sông", "a cable-stayed bridge over a river", "跨江斜拉桥")
        case .school: ("ngôi trường và cột cờ giữa sân", "a school with a flagpole in its yard", "学校与操场旗杆")
        case .flowers: ("đồi hoa nở rộ", "a hill in bloom", "山坡花海")
        case .festival: ("cờ hội và đèn lồng", "festival flags and lanterns", "节日彩旗与灯笼")
        case .hall: ("hội trường với phông màn và cờ", "a conference hall with curtains and flags", "会议厅")
        case .river: ("dòng sông uốn quanh chân núi", "a river winding below the hills", "山脚下蜿蜒的河流")
        }
    }
}

/// How one picture is drawn: the same recipe gives the same bytes.
public struct PictureRecipe: Sendable, Hashable {
    public let scene: PictureScene
    public let seed: UInt64

    public init(scene: PictureScene, seed: UInt64) {
        self.scene = scene
        self.seed = seed
    }

    /// A short name for the file: `terraces-1207.png`.
    public var fileName: String { "\(scene.rawValue)-\(seed).png" }
}

extension DemoPicture {
    static func credit(_ language: String) -> String {
        switch language {
        case "en": "Illustration drawn by the program"
        case "zh": "图片由程序绘制"
        default: "Tranh minh họa do chương trình vẽ"
        }
    }
}
