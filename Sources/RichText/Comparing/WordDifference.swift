/// What became of the words of one line.
struct WordDifference {
    let pieces: [Comparison.Piece]
    /// Words that stayed and are set otherwise.
    let notes: [Comparison.Note]

    /// If less than this share of the words stayed, the line counts as replaced: crumbs of agreement would only confuse.
    private static let enough = 0.25

    init(_ old: [Word], _ new: [Word]) {
        var pairs = Self.pairs(old, new)
        let kept = pairs.count { old[$0.old].kind == .word }
        let most = max(old.count { $0.kind == .word }, new.count { $0.kind == .word })
        if Double(kept) < Double(most) * Self.enough { pairs = [] }
        pairs = Self.withoutCrumbs(pairs, old, new)

        var steps: [Step] = []
        var settings = SettingNotes()
        Steps(pairs, old.count, new.count).forEach { step in
            switch step {
            case .both(let i, let j):
                steps.append(Step(change: .kept, word: new[j], oldMarks: old[i].setting.marks))
                settings.add(old[i], new[j])
            case .gap(let a, let b):
                settings.end()
                steps += old[a].map { Step(.deleted, $0) }
                steps += new[b].map { Step(.inserted, $0) }
            }
        }
        settings.end()
        pieces = Self.pieces(steps)
        notes = settings.notes
    }

    /// Words and signs are aligned without the spaces, which are so many that they would draw everything to themselves. A space then
    /// stays where it stands beside something that stays.
    private static func pairs(_ old: [Word], _ new: [Word]) -> [Alignment.Pair] {
        let olds = old.indices.filter { old[$0].kind != .space }
        let news = new.indices.filter { new[$0].kind != .space }
        var numbering = Numbering<String>()
        let aligned = Alignment.pairs(numbering.numbers(olds.lazy.map { old[$0].text }), numbering.numbers(news.lazy.map { new[$0].text }))
        var pairs: [Alignment.Pair] = []
        Steps(aligned.map { Alignment.Pair(old: olds[$0.old], new: news[$0.new]) }, old.count, new.count).forEach { step in
            switch step {
            case .both(let i, let j): pairs.append(Alignment.Pair(old: i, new: j))
            case .gap(let a, let b):
                guard let i = a.first, let j = b.first, let k = a.last, let l = b.last else { return }
                if old[i].kind == .space, old[i].text == new[j].text {
                    pairs.append(Alignment.Pair(old: i, new: j))
                    if k == i || l == j { return }
                }
                if old[k].kind == .space, old[k].text == new[l].text { pairs.append(Alignment.Pair(old: k, new: l)) }
            }
        }
        return pairs
    }

    /// Spaces and signs that happen to stand between two changes change with them: "một hai" → "ba bốn" is one change, not two.
    private static func withoutCrumbs(_ pairs: [Alignment.Pair], _ old: [Word], _ new: [Word]) -> [Alignment.Pair] {
        var kept: [Alignment.Pair] = []
        var start = 0
        while start < pairs.count {
            var end = start + 1
            while end < pairs.count, pairs[end].old == pairs[end - 1].old + 1, pairs[end].new == pairs[end - 1].new + 1 { end += 1 }
            let isFirst = pairs[start].old == 0 && pairs[start].new == 0
            let isLast = pairs[end - 1].old == old.count - 1 && pairs[end - 1].new == new.count - 1
            let hasWord = pairs[start..<end].contains { old[$0.old].kind == .word || old[$0.old].text.contains("\n") }
            if hasWord || isFirst || isLast { kept += pairs[start..<end] }
            start = end
        }
        return kept
    }

    struct Step {
        let change: Comparison.Change
        let word: Word
        let oldMarks: Marks

        var marks: Marks { word.setting.marks }
    }

    /// Neighbours of the same fate and the same marks together.
    static func pieces(_ steps: [Step]) -> [Comparison.Piece] {
        var pieces: [Comparison.Piece] = []
        var text = ""
        for (index, step) in steps.enumerated() {
            text += step.word.text
            let next = index + 1 < steps.count ? steps[index + 1] : nil
            if let next, next.change == step.change, next.marks == step.marks, next.oldMarks == step.oldMarks { continue }
            pieces.append(Comparison.Piece(change: step.change, text: text, marks: step.marks, oldMarks: step.oldMarks))
            text = ""
        }
        return pieces
    }
}

extension WordDifference.Step {
    /// A word that is in one text only, or that both have alike.
    init(_ change: Comparison.Change, _ word: Word) { self.init(change: change, word: word, oldMarks: word.setting.marks) }
}

/// Gathers neighbouring words whose setting changed in the same way into one note.
private struct SettingNotes {
    private(set) var notes: [Comparison.Note] = []
    private var from = Word.Setting()
    private var to = Word.Setting()
    private var text = ""
    /// Words are quoted up to this length, in characters.
    private static let longest = 80

    mutating func add(_ old: Word, _ new: Word) {
        // Spaces between two words of the same fate go with them; alone they are of no interest.
        if new.kind == .space, !text.isEmpty, old.setting == from && new.setting == to || old.setting == new.setting {
            if !text.isEmpty { text += new.text }
            return
        }
        if old.setting != from || new.setting != to || text.isEmpty {
            end()
            (from, to) = (old.setting, new.setting)
        }
        if from != to { text += new.text }
    }

    mutating func end() {
        defer { (from, to, text) = (Word.Setting(), Word.Setting(), "") }
        let quoted = PlainText.of([.text(text)])
        guard from != to, !quoted.isEmpty else { return }
        let words = quoted.count > Self.longest ? quoted.prefix(Self.longest) + "…" : quoted[...]
        func note(_ kind: Comparison.Note.Kind, _ from: String = "", _ to: String = "") {
            notes.append(Comparison.Note(kind: kind, text: String(words), from: from, to: to))
        }
        for (mark, name, _) in Marks.all where from.marks.contains(mark) != to.marks.contains(mark) {
            if to.marks.contains(mark) { note(.markAdded, "", name) } else { note(.markRemoved, name) }
        }
        switch (from.link, to.link) {
        case (let old?, let new?): if old != new { note(.linkChanged, old.words, new.words) }
        case (nil, let new?): note(.linkAdded, "", new.words)
        case (let old?, nil): note(.linkRemoved, old.words)
        case (nil, nil): break
        }
        if from.language != to.language { note(.language, from.language ?? "", to.language ?? "") }
    }
}

extension LinkTarget {
    /// The target as it is written: an item's id, a path, an address.
    var words: String {
        switch self {
        case .item(let id): id
        case .site(let path): path
        case .address(let address): address
        }
    }
}
