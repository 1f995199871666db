/// Which word of announcement ("SĐT", "số tài khoản") stands last before each word of its line.
struct LabelTrail {
    typealias Label = NumberWordTables.Label

    private var labels: [(label: Label, end: Int)?]
    /// A label is heard over so many words: "Số CCCD của bố tôi là 0123…".
    static let reach = 6

    init(_ passage: Passage, _ tables: NumberWordTables) {
        labels = Array(repeating: nil, count: passage.words.count + 1)
        var last: (label: Label, end: Int)?
        var index = 0
        while index < passage.words.count {
            if passage.words[index].gap.contains(.line), let heard = last, heard.end < index { last = nil }
            labels[index] = last
            if let match = tables.labels.match(index, in: passage), let label = Label(rawValue: match.list) {
                for inside in index..<index + match.count { labels[inside] = last }
                last = (label, index + match.count)
                index += match.count
                continue
            }
            index += 1
        }
        labels[passage.words.count] = last
    }

    /// The label that a number at this word has, at most `reach` words away.
    func label(_ word: Int, reach: Int = Self.reach) -> Label? {
        guard word < labels.count, let last = labels[word], word - last.end <= reach, word >= last.end else { return nil }
        return last.label
    }
}
