import PortalNetwork
import Vietnamese

/// Who leads the invented province: what the desk's check holds names and titles against. Invented like everybody else here.
enum DemoLeaders {
    static func all(on today: CivilDate) -> [(site: String, leader: LeaderDraft)] {
        let turn = today.adding(days: -400)
        let province = "Ủy ban nhân dân tỉnh"
        return [
            (DemoNetwork.mainCode, LeaderDraft(name: "Lục Sơn Khê", title: "Chủ tịch", agency: province, from: turn)),
            (DemoNetwork.mainCode, LeaderDraft(name: "Lục Sơn Khê", title: "Phó Chủ tịch", agency: province, until: turn.adding(days: -1))),
            (DemoNetwork.mainCode, LeaderDraft(name: "Ninh Vọng Hải", title: "Chủ tịch", agency: province, until: turn.adding(days: -1))),
            (DemoNetwork.mainCode, LeaderDraft(name: "Sầm Thảo Vân", title: "Phó Chủ tịch Thường trực", agency: province, from: turn)),
            (DemoNetwork.mainCode, LeaderDraft(name: "Mạc Lũy Tre", title: "Phó Chủ tịch", agency: province)),
            (DemoNetwork.mainCode, LeaderDraft(name: "Kiều Ban Mai", title: "Chủ tịch", agency: "Hội đồng nhân dân tỉnh")),
            ("so-y-te", LeaderDraft(name: "Triệu Lam Giang", title: "Giám đốc", agency: "Sở Y tế")),
        ]
    }
}
