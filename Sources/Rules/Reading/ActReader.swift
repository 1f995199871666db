/// Acts that a file names once, and the places of rules in them.
enum ActReader {
    /// `acts` of a file, by number.
    static func acts(_ node: DataNode?) throws(RuleDataError) -> [String: Citation] {
        var acts: [String: Citation] = [:]
        for item in try node?.list() ?? [] {
            let fields = try item.fields(["number", "title", "link"])
            let number = try item.needed("number", fields).text()
            let act = Citation(act: number, title: try item.needed("title", fields).text(), link: try fields["link"]?.text())
            if let link = act.link, !link.hasPrefix("https://") { throw item.fault("'\(link)' is no https address") }
            guard acts.updateValue(act, forKey: number) == nil else { throw item.fault("the act \(number) stands here twice") }
        }
        return acts
    }

    /// A place in one of the acts; `usual` is the act that goes without saying.
    static func citation(_ node: DataNode, _ acts: [String: Citation], usual: String?) throws(RuleDataError) -> Citation {
        let fields = try node.fields(["act", "article", "clause", "point"])
        guard let number = try fields["act"]?.text() ?? usual else { throw node.fault("'act' is missing") }
        guard let act = acts[number] else { throw node.fault("the act '\(number)' is not among the acts of this file") }
        return Citation(
            act: act.act,
            title: act.title,
            article: try fields["article"]?.text(),
            clause: try fields["clause"]?.text(),
            point: try fields["point"]?.text(),
            link: act.link
        )
    }
}
