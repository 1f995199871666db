/// Templates and catalogues of the whole program: this room's and every feature's.
public struct ProgramTexts: Sendable {
    public let templates: [TemplateFile]
    public let words: Words
    public let pages: [any TemplateContract]
    /// This room's own files, beside those that features name.
    public static let houseFiles = EmbeddedFiles.all

    /// - Throws: faults of catalogues. Templates are checked when `LiveTemplates` loads them.
    public init(features: [any PortalFeature]) throws(TemplateFaults) {
        var templates: [TemplateFile] = []
        var catalogues: [(path: String, text: String)] = []
        for part in [("web", EmbeddedFiles.all)] + features.map({ ($0.name, $0.files) }) {
            for file in part.1 {
                let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
                if file.path.hasPrefix("Templates/"), name.hasSuffix(".mustache") {
                    templates.append(
                        TemplateFile(name: String(name.dropLast(".mustache".count)), origin: "\(part.0)/\(file.path)", source: file.text.description)
                    )
                } else if file.path.hasPrefix("Words/"), name.hasSuffix(".json") {
                    catalogues.append(("\(part.0)/\(file.path)", file.text.description))
                }
            }
        }
        self.templates = templates
        words = try Words(catalogues)
        pages = Self.house + features.flatMap(\.templates)
    }

    private static let house: [any TemplateContract] =
        [
            PageTemplate<ErrorPage>.error, PageTemplate<ErrorPage>.plainError, PageTemplate<TemplateFaultPage>.templateFaults,
            PageTemplate<OfflinePage>.offline, PageTemplate<StylePage>.style, PageTemplate<LetterPage>.letter,
            // Shown by features; checked here, whether or not one does.
            PageTemplate<PlayerView>("player", bare: true),
        ]
        + PageTemplate<Pieces>.pieces + Desk.templates
}
