import Vietnamese

/// Puts one article together from its family.
struct ArticleComposer {
    let site: DemoSite
    let family: Family
    let number: Int
    let day: CivilDate
    let publishedAt: Instant
    let facts: UInt64
    let random: DemoRandom
    let translates: Int?
    let related: [Int]

    func compose() -> DemoArticle {
        var writer = Writer(site: site, family: family, day: day, facts: facts, wording: random)
        writer.prepare()
        let title = writer.text(oneOf: family.titles) ?? ""
        let kicker = writer.chance(45) ? writer.text(oneOf: family.kickers) : nil
        let standfirst = writer.text(oneOf: family.standfirsts) ?? ""
        let body = blocks(&writer)
        let inBody = Set(body.flatMap(Self.running))
        let figures = writer.figures.filter { figure in inBody.contains { $0.contains(" \(figure) ") } }
        let tags = family.tags.map { writer.fill($0) }
        let person = writer.pick(signers) ?? signers[0]
        return DemoArticle(
            number: number,
            family: family.name,
            site: site.code,
            section: section,
            language: site.language,
            title: title,
            kicker: kicker,
            standfirst: standfirst,
            body: body + [.paragraph(DemoMark.sentence(site.language))],
            author: person.handle,
            penName: person.penName ?? person.name,
            source: source(&writer),
            tags: unique(tags),
            topic: topic,
            pictures: pictures(&writer),
            publishedAt: publishedAt,
            translates: translates,
            isFeatured: writer.chance(site.level == 1 ? 14 : 9),
            related: related,
            sequel: sequel(&writer, figures: figures)
        )
    }

    private var section: String { DemoSections.section(family.sectionExceptions[exceptionKey] ?? family.section, on: site) }

    private var exceptionKey: String {
        switch site.kind {
        case .thematic: site.traits.contains("tourism") ? "tourism" : "enterprises"
        default: site.kind.rawValue
        }
    }

    private var topic: String? {
        guard let code = family.topic else { return nil }
        return DemoTopic.all.first { $0.code == code && $0.site == site.code }?.code
    }

    /// A portal's own writers; on the larger bodies' portals the newsroom above writes as well.
    private var signers: [DemoPerson] {
        let own = DemoPeople.writers(of: site.code)
        return own.isEmpty ? DemoPeople.writers(of: DemoNetwork.mainCode) : own
    }

    private func blocks(_ writer: inout Writer) -> [DemoBlock] {
        var blocks: [DemoBlock] = []
        var caption = ""
        var head: [String] = []
        var rows: [[String]] = []
        func table() -> DemoBlock? { rows.isEmpty ? nil : .table(caption: caption, head: head, rows: rows) }
        for line in family.body {
            if ![.tableHead, .tableRow].contains(line.part), let table = table() {
                blocks.append(table)
                (caption, head, rows) = ("", [], [])
            }
            if line.isOptional, !writer.chance(60) { continue }
            guard let wording = writer.pick(line.wordings) else { continue }
            let cells = wording.map { writer.write($0) }
            switch line.part {
            case .paragraph: blocks.append(.paragraph(cells[0]))
            case .heading: blocks.append(.heading(cells[0]))
            case .list: blocks.append(.list(cells))
            case .quote: blocks.append(.quote(text: cells[0], speaker: cells.count > 1 ? cells[1] : ""))
            case .tableCaption: caption = cells[0]
            case .tableHead: head = cells
            case .tableRow: rows.append(cells)
            case .document:
                let number = cells.count > 1 ? cells[1] : ""
                let path = slug(number.isEmpty ? cells[0] : number)
                blocks.append(.document(title: cells[0], number: number, url: "https://van-ban-an-son.example/\(day.year)/\(path)"))
            }
        }
        if let table = table() { blocks.append(table) }
        return blocks
    }

    private static func running(_ block: DemoBlock) -> [String] {
        if case .paragraph(let text) = block { [text] } else { [] }
    }

    private func unique(_ tags: [String]) -> [String] {
        var seen: Set<String> = []
        return tags.filter { seen.insert($0).inserted }
    }

    private func source(_ writer: inout Writer) -> DemoSource? {
        guard translates == nil, writer.chance(site.code == DemoNetwork.mainCode ? 22 : site.kind == .commune ? 8 : 12) else { return nil }
        let id = 10_000 + number * 37 % 89_000
        switch site.language {
        case "en": return DemoSource(name: "An Son Newspaper", url: "https://bao-an-son.example/en/\(id)")
        case "zh": return DemoSource(name: "安山报", url: "https://bao-an-son.example/zh/\(id)")
        default:
            let sources = [
                DemoSource(name: "Theo Báo và PTTH An Sơn", url: "https://bao-an-son.example/tin/\(id)"),
                DemoSource(name: "Theo chuyên san Đất và Người An Sơn", url: "https://bao-chi-an-son.example/bai/\(id)"),
                DemoSource(name: "Theo Trung tâm Báo chí An Sơn", url: "https://trung-tam-bao-chi.example/\(id)"),
                DemoSource(name: "Nguồn: cộng tác viên cơ sở", url: nil),
            ]
            return writer.pick(sources)
        }
    }

    private func pictures(_ writer: inout Writer) -> [DemoPicture] {
        guard let first = family.scenes.first, !writer.chance(12) else { return [] }
        var scenes = [writer.pick(family.scenes) ?? first]
        if writer.chance(22), let second = family.scenes.first(where: { $0 != scenes[0] }) { scenes.append(second) }
        return scenes.enumerated().compactMap { i, name in
            guard let scene = PictureScene(rawValue: name) else { return nil }
            let caption = i == 0 ? writer.text(oneOf: family.captions) ?? scene.description(site.language) : scene.description(site.language)
            return DemoPicture(
                caption: caption,
                credit: DemoPicture.credit(site.language),
                alt: scene.alternative(site.language),
                recipe: PictureRecipe(scene: scene, seed: UInt64(number) &* 8 &+ UInt64(i))
            )
        }
    }

    private func sequel(_ writer: inout Writer, figures: [String]) -> DemoSequel? {
        guard translates == nil else { return nil }
        if writer.chance(3), let right = writer.pick(figures), let wrong = Self.mistaken(right) {
            let reason =
                switch site.language {
                case "en": "Correction: the first edition gave \(wrong) instead of \(right)."
                case "zh": "更正：首发时误作\(wrong)，应为\(right)。"
                default: "Đính chính số liệu: bản đăng trước ghi nhầm \(wrong), số đúng là \(right)."
                }
            return .correction(at: publishedAt.adding(seconds: 5400), wrong: wrong, right: right, reason: reason)
        }
        if writer.chance(1) {
            let reasons: [String] =
                switch site.language {
                case "en": ["Withdrawn: the notice was replaced by a newer one."]
                case "zh": ["已撤下：该通知已被新通知取代。"]
                default:
                    [
                        "Gỡ theo đề nghị của cơ quan cung cấp thông tin để cập nhật lại số liệu.", "Gỡ vì trùng nội dung với bài đã đăng trước đó.",
                        "Gỡ vì thông tin đã được thay thế bằng văn bản mới.",
                    ]
                }
            return .withdrawal(at: publishedAt.adding(seconds: 86_400), reason: writer.pick(reasons) ?? "")
        }
        return nil
    }

    /// The figure with its last two digits the wrong way round, as hurried fingers write it; nil where that changes nothing.
    private static func mistaken(_ figure: String) -> String? {
        var characters = Array(figure)
        guard characters.count >= 3, characters[characters.count - 1].isNumber, characters[characters.count - 2].isNumber else { return nil }
        characters.swapAt(characters.count - 1, characters.count - 2)
        let wrong = String(characters)
        return wrong == figure ? nil : wrong
    }
}
