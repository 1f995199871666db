import NIOCore
import PortalNetwork

/// Every template of the program, checked and compiled once for each language and theme. An immutable value.
public struct TemplateLibrary: Sendable {
    private struct Key: Hashable {
        let theme: String
        let language: Language
    }

    public let words: Words
    /// Overrides that were refused, one line each, for the log.
    public let refusals: [String]
    private let compiled: [Key: TemplateProgram]

    /// - Parameters:
    ///   - files: the templates of the program; a name may come once.
    ///   - pages: every template that is rendered by name, with its model.
    ///   - themes: replacements by theme name. A faulty replacement is refused (`refusals`) and the program's own template stays.
    /// - Throws: all faults of the program's own templates together.
    public init(
        files: [TemplateFile],
        words: Words,
        pages: [any TemplateContract],
        themes: [String: [TemplateFile]] = [:]
    ) throws(TemplateFaults) {
        var byName: [String: TemplateFile] = [:]
        var faults: [TemplateFault] = []
        for file in files {
            if byName[file.name] != nil { faults.append(TemplateFault(file, line: 0, "there are two templates '\(file.name)'")) }
            byName[file.name] = file
        }
        let base = Compilation(byName, words: words, pages: pages)
        faults += base.faults
        for name in byName.keys.sorted() where !base.reached.contains(name) && base.faults.isEmpty {
            if let file = byName[name] { faults.append(TemplateFault(file, line: 0, "no page uses this template")) }
        }
        guard faults.isEmpty else { throw TemplateFaults(faults: faults) }

        var compiled: [Key: TemplateProgram] = [:]
        var refusals: [String] = []
        for language in Language.allCases { compiled[Key(theme: "", language: language)] = base.program(language) }
        for (theme, replacements) in themes.sorted(by: { $0.key < $1.key }) {
            var accepted: [String: TemplateFile] = [:]
            for file in replacements {
                if byName[file.name] == nil {
                    refusals.append("\(file.origin): there is no template '\(file.name)' to replace\(NearMiss.hint(file.name, among: byName.keys))")
                } else {
                    accepted[file.name] = file
                }
            }
            while true {
                let attempt = Compilation(byName.merging(accepted) { _, new in new }, words: words, pages: pages)
                if attempt.faults.isEmpty {
                    for language in Language.allCases { compiled[Key(theme: theme, language: language)] = attempt.program(language) }
                    break
                }
                let guilty = Set(attempt.faults.flatMap { [$0.template, $0.also ?? ""] }).intersection(accepted.keys)
                refusals += attempt.faults.map { "theme '\(theme)': \($0.description); the built-in template stays" }
                // Where the blame cannot be laid on one file, the theme as a whole is refused; either way fewer remain, so this ends.
                accepted = guilty.isEmpty ? [:] : accepted.filter { !guilty.contains($0.key) }
            }
        }
        self.words = words
        self.refusals = refusals
        self.compiled = compiled
    }

    /// A page in its portal's frame. The same arguments give the same bytes.
    func render<Model: PageModel>(
        _ template: PageTemplate<Model>,
        _ model: Model,
        chrome: Chrome,
        head: PageHead,
        language: Language,
        theme: String?
    ) throws -> ByteBuffer {
        try render(template.name, [PageFrame(chrome, head), model], furniture: chrome, language: language, theme: theme)
    }

    /// A template on its own, without a portal around it.
    func renderBare<Model: PageModel>(_ template: PageTemplate<Model>, _ model: Model, language: Language) throws -> ByteBuffer {
        try render(template.name, [model], furniture: nil, language: language, theme: nil)
    }

    private func render(_ name: String, _ models: [any PageModel], furniture: Chrome?, language: Language, theme: String?) throws -> ByteBuffer {
        let program = compiled[Key(theme: theme ?? "", language: language)] ?? compiled[Key(theme: "", language: language)]
        guard let program, let entry = program.entries[name] else { throw UnknownTemplate(name: name) }
        return TemplateWriter.page(entry, of: program, over: models, furniture: furniture)
    }
}

/// A page asked for a template that was not named when the library was made: a defect in a feature's list.
struct UnknownTemplate: Error, CustomStringConvertible {
    let name: String
    var description: String { "the template '\(name)' is not in its feature's list" }
}

/// One set of templates, scanned and checked.
private struct Compilation {
    let trees: [String: [TemplateNode]]
    let words: Words
    let faults: [TemplateFault]
    let reached: Set<String>
    private let pages: [String]
    private let furniture: Set<String>

    init(_ files: [String: TemplateFile], words: Words, pages: [any TemplateContract]) {
        var trees: [String: [TemplateNode]] = [:]
        var faults: [TemplateFault] = []
        for name in files.keys.sorted() {
            guard let file = files[name] else { continue }
            do throws(TemplateFault) {
                trees[name] = try TemplateScanner.scan(file)
            } catch {
                faults.append(error)
            }
        }
        var check = TemplateCheck(files: files, trees: trees, words: words)
        let frame = TemplateCheck.Frame.model(PageFrame.shape.names)
        for page in pages {
            guard files[page.name] != nil else {
                faults.append(TemplateFault(origin: page.name, "this page has no template\(NearMiss.hint(page.name, among: files.keys))"))
                continue
            }
            for taken in PageFrame.shape.names.kinds.keys.sorted() where page.shape.names.kinds[taken] != nil && !page.isBare {
                faults.append(TemplateFault(origin: page.name, "a page's model may not call anything '\(taken)': that is the frame's name"))
            }
            check.check(page.name, over: (page.isBare ? [] : [frame]) + [.model(page.shape.names)])
        }
        self.trees = trees
        self.words = words
        self.faults = faults + check.faults
        self.reached = check.reached
        self.pages = pages.map(\.name)
        furniture = Set(
            ["header", "footer"].filter { TemplateCheck(files: files, trees: trees, words: words).isWhole($0, over: KeptFurniture.frame) }
        )
    }

    func program(_ language: Language) -> TemplateProgram {
        TemplateProgram(trees, pages: pages, furniture: furniture, words: words, language: language)
    }
}
