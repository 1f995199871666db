/// What is wrong with a template or a catalogue, with the place. For the person who writes templates.
public struct TemplateFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The template's name; empty for catalogues.
    public let template: String
    public let origin: String
    /// From 1; 0 when the whole file is meant.
    public let line: Int
    public let message: String
    /// The template that the fault is in conflict with, where there is one (a layout that lost a place).
    public let also: String?

    init(_ file: TemplateFile, line: Int, _ message: String, also: String? = nil) {
        template = file.name
        origin = file.origin
        self.line = line
        self.message = message
        self.also = also
    }

    init(origin: String, line: Int = 0, _ message: String) {
        template = ""
        self.origin = origin
        self.line = line
        self.message = message
        also = nil
    }

    public var description: String { line > 0 ? "\(origin):\(line): \(message)" : "\(origin): \(message)" }
}

/// All faults of a load at once, so that they can be mended in one go.
public struct TemplateFaults: Error, Sendable, CustomStringConvertible {
    public let faults: [TemplateFault]

    public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// "Did you mean …?"
enum NearMiss {
    /// The known name nearest to `name`, unless nothing is near.
    static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let limit = name.count <= 3 ? 1 : name.count <= 7 ? 2 : 3
        var best: (name: String, distance: Int)?
        for candidate in known.sorted() {
            let found = distance(Array(name.lowercased().utf8), Array(candidate.lowercased().utf8))
            if found <= limit, found < best?.distance ?? .max { best = (candidate, found) }
        }
        return best?.name
    }

    static func hint(_ name: String, among known: some Sequence<String>) -> String {
        of(name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// Edits (Levenshtein) between two names.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var previous = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var current = [i + 1]
            for (j, y) in b.enumerated() {
                current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (x == y ? 0 : 1)))
            }
            previous = current
        }
        return previous[b.count]
    }
}
