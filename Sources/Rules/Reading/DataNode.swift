import Vietnamese
import Yams

/// A place in a YAML file that knows its file and line. Every key is either known or a fault; every scalar is read as text.
struct DataNode {
    let file: String
    /// The rule that is being read, for messages.
    var code: String?
    private let node: Node

    /// Longer files are refused before they are parsed.
    static let longest = 1 << 20

    /// The mapping at the top of a file.
    init(file: String, text: String) throws(RuleDataError) {
        func fault(_ message: String) -> RuleDataError { RuleDataError(faults: [.init(file: file, line: 0, code: nil, message: message)]) }
        guard text.utf8.count <= DataNode.longest else { throw fault("the file is longer than \(DataNode.longest) bytes") }
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch {
            throw fault("this is not YAML: \("\(error)".split(separator: "\n").first ?? "it cannot be read")")
        }
        guard let root, root.mapping != nil else { throw fault("the file must be a mapping of 'name: value'") }
        self.init(file: file, code: nil, node: root)
    }

    private init(file: String, code: String?, node: Node) {
        self.file = file
        self.code = code
        self.node = node
    }

    var line: Int { node.mark?.line ?? 0 }

    func fault(_ message: String) -> RuleDataError {
        RuleDataError(faults: [.init(file: file, line: line, code: code, message: message)])
    }

    /// The values of a mapping whose keys are all among `known`.
    func fields(_ known: Set<String>) throws(RuleDataError) -> [String: DataNode] {
        guard let mapping = node.mapping else { throw fault("a mapping of 'name: value' belongs here") }
        var fields: [String: DataNode] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            guard known.contains(name) else {
                throw DataNode(file: file, code: code, node: key).fault(
                    "'\(name)' is not known here; known: \(known.sorted().joined(separator: ", "))"
                )
            }
            fields[name] = DataNode(file: file, code: code, node: value)
        }
        return fields
    }

    /// A text of a mapping, whatever else is in it; nil where there is none.
    func peek(_ name: String) -> String? { node.mapping?.first { $0.key.scalar?.string == name }?.value.scalar?.string }

    func list() throws(RuleDataError) -> [DataNode] {
        guard let sequence = node.sequence else { throw fault("a list belongs here") }
        guard sequence.count <= 10_000 else { throw fault("the list is too long") }
        return sequence.map { DataNode(file: file, code: code, node: $0) }
    }

    /// A text that is not empty.
    func text() throws(RuleDataError) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else { throw fault("a text belongs here") }
        return text
    }

    /// One text or a list of texts.
    func texts() throws(RuleDataError) -> [String] {
        if node.scalar != nil { return [try text()] }
        var texts: [String] = []
        for item in try list() { texts.append(try item.text()) }
        return texts
    }

    func integer(_ range: ClosedRange<Int>) throws(RuleDataError) -> Int {
        let text = try text()
        guard let value = Int(text), range.contains(value) else {
            throw fault("'\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func date() throws(RuleDataError) -> CivilDate {
        let text = try text()
        guard let date = CivilDate(text) else { throw fault("'\(text)' is not a date like 2026-07-01") }
        return date
    }

    func term() throws(RuleDataError) -> Term {
        let text = try text()
        guard let term = Term(text) else {
            throw fault("'\(text)' is not a term like '15 working-day' (\(TermUnit.allCases.map(\.rawValue).joined(separator: ", ")))")
        }
        return term
    }

    func boolean() throws(RuleDataError) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        case let text: throw fault("'\(text)' is neither true nor false")
        }
    }

    func choice<Value: RawRepresentable>(_ type: Value.Type, _ all: [String]) throws(RuleDataError) -> Value where Value.RawValue == String {
        let text = try text()
        guard let value = Value(rawValue: text) else { throw fault("'\(text)' is not one of \(all.joined(separator: ", "))") }
        return value
    }

    func wording() throws(RuleDataError) -> Wording {
        let fields = try fields(["vi", "en", "zh"])
        return Wording(vi: try needed("vi", fields).text(), en: try needed("en", fields).text(), zh: try needed("zh", fields).text())
    }

    func needed(_ name: String, _ fields: [String: DataNode]) throws(RuleDataError) -> DataNode {
        guard let field = fields[name] else { throw fault("'\(name)' is missing") }
        return field
    }
}
