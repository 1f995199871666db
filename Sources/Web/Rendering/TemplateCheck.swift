import PortalNetwork

/// Walks every page template with the models it will be given and refuses what would show nothing, or show it wrongly, at run time.
struct TemplateCheck {
    /// What a name is looked up in: a model, or a value that has no names of its own.
    enum Frame: Sendable {
        case model(ShapeNames)
        case text
        case opaque

        var id: String {
            switch self {
            case .model(let names): names.id
            case .text: "text"
            case .opaque: "opaque"
            }
        }
    }

    let files: [String: TemplateFile]
    let trees: [String: [TemplateNode]]
    let words: Words

    private(set) var faults: [TemplateFault] = []
    private(set) var reached: Set<String> = []
    private var visited: Set<String> = []

    init(files: [String: TemplateFile], trees: [String: [TemplateNode]], words: Words) {
        self.files = files
        self.trees = trees
        self.words = words
    }

    /// Checks a template, and everything it uses, as it will be rendered over `frames` (outermost first).
    mutating func check(_ name: String, over frames: [Frame]) {
        enter(name, frames: frames, fillings: [:])
    }

    /// Whether a template finds every name in these models alone and has no place that others fill.
    func isWhole(_ name: String, over frames: [Frame]) -> Bool {
        guard trees[name] != nil, places(of: name).isEmpty else { return false }
        var check = self
        check.check(name, over: frames)
        return check.faults.isEmpty
    }

    private mutating func enter(_ name: String, frames: [Frame], fillings: [String: TemplateBlock]) {
        guard let file = files[name], let tree = trees[name] else { return }
        reached.insert(name)
        // A repeated shape adds nothing below its last occurrence, so recursion (menus in menus) comes to an end.
        var seen: Set<String> = []
        let distinct = Array(frames.reversed().filter { seen.insert($0.id).inserted }.reversed())
        let filled = fillings.sorted { $0.key < $1.key }.map { "\($0.key)@\($0.value.file.origin):\($0.value.line)" }
        let key = ([name] + distinct.map(\.id) + filled).joined(separator: "|")
        guard visited.insert(key).inserted else { return }
        walk(tree, in: file, frames: frames, fillings: fillings)
    }

    private mutating func walk(_ nodes: [TemplateNode], in file: TemplateFile, frames: [Frame], fillings: [String: TemplateBlock]) {
        for node in nodes {
            switch node {
            case .text: break
            case .variable(let path, let line):
                guard let kind = resolve(path, in: file, line: line, frames: frames) else { continue }
                switch kind {
                case .text, .number: break
                case .markup: refuse(file, line, "'\(path)' is markup: write '{{{\(path)}}}'")
                default: refuse(file, line, "'\(path)' is \(kind.noun) and cannot be printed")
                }
            case .raw(let path, let line):
                guard let kind = resolve(path, in: file, line: line, frames: frames) else { continue }
                guard case .markup = kind else {
                    refuse(file, line, "'\(path)' is \(kind.noun): only markup may be printed raw, write '{{\(path)}}'")
                    continue
                }
            case .section(let path, let inverted, let inner, let line):
                guard let frame = frame(of: path, inverted: inverted, in: file, line: line, frames: frames) else { continue }
                walk(inner, in: file, frames: frames + frame, fillings: fillings)
            case .partial(let name, let line):
                guard exists(name, in: file, line: line) else { continue }
                enter(name, frames: frames, fillings: fillings)
            case .inherit(let name, let blocks, let line):
                guard exists(name, in: file, line: line) else { continue }
                let places = places(of: name)
                for block in blocks where !places.contains(block.name) {
                    refuse(file, block.line, "'\(name)' has no place '{{$\(block.name)}}'\(NearMiss.hint(block.name, among: places))", also: name)
                }
                // As the library does it: what an outer template fills wins.
                var merged = fillings
                for block in blocks where merged[block.name] == nil { merged[block.name] = block }
                enter(name, frames: frames, fillings: merged)
            case .place(let block):
                let filling = fillings[block.name] ?? block
                walk(filling.nodes, in: filling.file, frames: frames, fillings: fillings)
            case .wording(_, let key, let line):
                checkWording(key, in: file, line: line, frames: frames)
            }
        }
    }

    /// The frames a section adds; nil when it may not be opened.
    private mutating func frame(of path: NamePath, inverted: Bool, in file: TemplateFile, line: Int, frames: [Frame]) -> [Frame]? {
        guard let kind = resolve(path, in: file, line: line, frames: frames) else { return nil }
        switch kind {
        case .number:
            refuse(file, line, "'\(path)' is a number: Mustache takes 0 for true, declare a flag")
            return nil
        case .flag: return []
        case .text: return inverted ? [] : [.text]
        case .markup: return inverted ? [] : [.opaque]
        case .texts: return inverted ? [.opaque] : [.text]
        case .one(let names): return inverted ? [] : [.model(names())]
        case .many(let names): return inverted ? [.opaque] : [.model(names())]
        }
    }

    private mutating func checkWording(_ key: String, in file: TemplateFile, line: Int, frames: [Frame]) {
        guard let phrase = words.phrase(key, .vi) else {
            refuse(file, line, "no catalogue has '\(key)'\(NearMiss.hint(key, among: words.keys))")
            return
        }
        for hole in phrase.holes.sorted() {
            guard let path = NamePath(hole), let kind = resolve(path, in: file, line: line, frames: frames, of: " (hole of '\(key)')") else {
                continue
            }
            switch kind {
            case .text, .number: break
            default: refuse(file, line, "'\(hole)' is \(kind.noun): a hole of '\(key)' takes a text or a number")
            }
        }
    }

    /// What a name stands for here: the innermost model that declares it, then along its dots.
    private mutating func resolve(_ path: NamePath, in file: TemplateFile, line: Int, frames: [Frame], of what: String = "") -> NameKind? {
        if path.isSelf {
            guard case .text? = frames.last else {
                refuse(file, line, "'{{.}}' stands for a text of a list, and there is none here")
                return nil
            }
            return .text
        }
        let first = path.parts[0]
        let scope = path.isLocal ? frames.suffix(1) : frames[...]
        var found: NameKind?
        for case .model(let names) in scope.reversed() {
            if let kind = names.kinds[first] {
                found = kind
                break
            }
        }
        guard var kind = found else {
            let visible = scope.flatMap { frame in if case .model(let names) = frame { Array(names.kinds.keys) } else { [String]() } }
            refuse(file, line, "'\(path)'\(what) is not declared\(NearMiss.hint(first, among: visible))")
            return nil
        }
        for part in path.parts.dropFirst() {
            guard case .one(let names) = kind else {
                refuse(file, line, "'\(path)'\(what): \(kind.noun) has no '\(part)'")
                return nil
            }
            guard let next = names().kinds[part] else {
                refuse(file, line, "'\(path)'\(what) is not declared\(NearMiss.hint(part, among: names().kinds.keys))")
                return nil
            }
            kind = next
        }
        return kind
    }

    private mutating func exists(_ name: String, in file: TemplateFile, line: Int) -> Bool {
        if trees[name] != nil { return true }
        if files[name] == nil { refuse(file, line, "there is no template '\(name)'\(NearMiss.hint(name, among: files.keys))") }
        return false
    }

    /// The places a template offers, its own and those of the templates it uses.
    private func places(of name: String) -> Set<String> {
        var result: Set<String> = []
        var seen: Set<String> = []
        func collect(_ nodes: [TemplateNode]) {
            for node in nodes {
                switch node {
                case .section(_, _, let inner, _): collect(inner)
                case .place(let block):
                    result.insert(block.name)
                    collect(block.nodes)
                case .partial(let name, _): open(name)
                case .inherit(let name, let blocks, _):
                    open(name)
                    for block in blocks { collect(block.nodes) }
                default: break
                }
            }
        }
        func open(_ name: String) {
            if seen.insert(name).inserted { collect(trees[name] ?? []) }
        }
        open(name)
        return result
    }

    private mutating func refuse(_ file: TemplateFile, _ line: Int, _ message: String, also: String? = nil) {
        let fault = TemplateFault(file, line: line, message, also: also)
        if !faults.contains(fault) { faults.append(fault) }
    }
}
