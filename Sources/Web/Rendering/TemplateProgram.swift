import PortalNetwork

/// A name as it is asked for while a page is written: the first part is looked up from the innermost model outwards, the rest inside what it found.
struct TemplatePath: Sendable {
    let isSelf: Bool
    let isLocal: Bool
    let parts: [TemplateName]

    init(_ path: NamePath) {
        isSelf = path.isSelf
        isLocal = path.isLocal
        parts = path.parts.map(TemplateName.init)
    }
}

/// One step of writing a page.
enum TemplateStep: Sendable {
    case bytes([UInt8])
    case print(TemplatePath)
    case raw(TemplatePath)
    case section(TemplatePath, [TemplateStep])
    case unless(TemplatePath, [TemplateStep])
    /// Another routine of the same program: a partial, or the template that is inherited.
    case routine(Int)
    /// A routine that shows nothing but the portal's furniture: written once for all pages that have the same.
    case furniture(Int)
}

/// The templates of one theme in one language, as steps: wording put in, inheritance resolved.
struct TemplateProgram: Sendable {
    private(set) var routines: [[TemplateStep]] = []
    /// Where a page's template begins.
    private(set) var entries: [String: Int] = [:]
    let kept = KeptFurniture()

    /// `furniture`: the templates that ask for nothing but `chrome`.
    init(_ trees: [String: [TemplateNode]], pages: [String], furniture: Set<String>, words: Words, language: Language) {
        var compiler = TemplateCompiler(trees: trees, furniture: furniture, words: words, language: language)
        for page in pages { entries[page] = compiler.routine(page, [:]) }
        routines = compiler.routines
    }
}

/// Turns trees that `TemplateCheck` found whole into steps.
private struct TemplateCompiler {
    let trees: [String: [TemplateNode]]
    let furniture: Set<String>
    let words: Words
    let language: Language
    private(set) var routines: [[TemplateStep]] = []
    private var known: [String: Int] = [:]

    init(trees: [String: [TemplateNode]], furniture: Set<String>, words: Words, language: Language) {
        self.trees = trees
        self.furniture = furniture
        self.words = words
        self.language = language
    }

    /// A template with its places filled in, compiled once; its number is given out before its steps are made, so that it may use itself.
    mutating func routine(_ name: String, _ fillings: [String: TemplateBlock]) -> Int {
        let filled = fillings.sorted { $0.key < $1.key }.map { "\($0.key)@\($0.value.file.origin):\($0.value.line)" }
        let key = ([name] + filled).joined(separator: "|")
        if let number = known[key] { return number }
        let number = routines.count
        known[key] = number
        routines.append([])
        routines[number] = steps(trees[name] ?? [], fillings)
        return number
    }

    private mutating func steps(_ nodes: [TemplateNode], _ fillings: [String: TemplateBlock]) -> [TemplateStep] {
        var result: [TemplateStep] = []
        var pending: [UInt8] = []
        func flush() {
            if !pending.isEmpty { result.append(.bytes(pending)) }
            pending = []
        }
        func add(_ steps: [TemplateStep]) {
            for step in steps {
                if case .bytes(let bytes) = step {
                    pending += bytes
                } else {
                    flush()
                    result.append(step)
                }
            }
        }
        for node in nodes {
            switch node {
            case .text(let text): pending += text.utf8
            case .variable(let path, _): add([.print(TemplatePath(path))])
            case .raw(let path, _): add([.raw(TemplatePath(path))])
            case .section(let path, let inverted, let inner, _):
                let steps = steps(inner, fillings)
                add([inverted ? .unless(TemplatePath(path), steps) : .section(TemplatePath(path), steps)])
            case .partial(let name, _):
                let number = routine(name, fillings)
                add([furniture.contains(name) ? .furniture(number) : .routine(number)])
            case .inherit(let name, let blocks, _):
                // What an outer template fills wins.
                var merged = fillings
                for block in blocks where merged[block.name] == nil { merged[block.name] = block }
                add([.routine(routine(name, merged))])
            case .place(let block): add(steps((fillings[block.name] ?? block).nodes, fillings))
            case .wording(let tag, let key, _): add(wording(tag, key))
            }
        }
        flush()
        return result
    }

    private func wording(_ tag: WordingTag, _ key: String) -> [TemplateStep] {
        guard let phrase = words.phrase(key, language) else { return [] }
        var result: [TemplateStep] = []
        func add(_ text: String) { result.append(.bytes(Array(text.utf8))) }
        if tag == .word { add("<span data-r=\"w\" data-k=\"\(HTMLEscape.text(key))\">") }
        for part in phrase.parts {
            switch part {
            case .literal(let text): add(HTMLEscape.text(text))
            case .hole(let name): if let path = NamePath(name) { result.append(.print(TemplatePath(path))) }
            }
        }
        if tag == .word { add("</span>") }
        return result
    }
}
