public import PortalNetwork
public import PublicRecord
import Store
public import Vietnamese

/// Why a line of our own form cannot be taken, with the member it concerns; nil where it is no such line at all.
public struct ExchangeLineFault: Error, Sendable, Hashable {
    public let member: String?
    public let text: String
}

/// A line that this program wrote: `"caunoi": 1` says so, and that every member is to be taken exactly as it stands. Lines of other systems
/// are cleaned and guessed at; these are not, so that nothing is lost on the way out and in.
public enum ExchangeLine {
    public static let mark = "caunoi"
    public static let version: Int64 = 1

    /// Whether a line says that it is one, right or wrong.
    public static func isMarked(_ text: String) -> Bool { text.utf8.count < 16 << 20 && text.contains("\"\(mark)\"") }

    /// The line of a revealed item, canonical JSON (RFC 8785): the same item gives the same bytes.
    public static func write(_ item: RevealedItem, _ form: ExchangeForm, sections: SectionIndex) throws -> [UInt8] {
        guard case .object(let details) = try CanonicalJSON.value(of: item.details) else { throw JSONFault(.notRepresentable) }
        var line: [String: JSONValue] = [
            mark: .int(version), "id": .string("\(item.id)"), "kind": .string(form.kind.rawValue), "language": .string(item.card.language.rawValue),
            "published_at": .string(item.publishedAt.rfc3339),
        ]
        if let section = item.card.section { line["category"] = .string(sections[section]?.code ?? "\(section)") }
        if let updated = item.updatedAt { line["updated_at"] = .string(updated.rfc3339) }
        if let note = item.note { line["note"] = .string(note) }
        if item.operation != .publish { line["operation"] = .string(item.operation.rawValue) }
        for (name, value) in details {
            guard let key = form.names[name] else { throw JSONFault(.notRepresentable, detail: "no member of a line for '\(name)'") }
            if form.sections.contains(name), case .array(let ids) = value {
                line[key] = .array(ids.map { .string(code($0, sections)) })
            } else if name == form.rest, case .string(let text) = value {
                line[key] = object(of: text) ?? value
            } else {
                line[key] = value
            }
        }
        return try CanonicalJSON.serialise(.object(line))
    }

    private static func code(_ id: JSONValue, _ sections: SectionIndex) -> String {
        guard case .string(let text) = id else { return "" }
        return SectionID(text).flatMap { sections[$0]?.code } ?? text
    }

    /// JSON text as the object it is, if writing that object gives the very same text.
    private static func object(of text: String) -> JSONValue? {
        guard let value = try? CanonicalJSON.parse(Array(text.utf8), canonical: true), case .object = value else { return nil }
        return value
    }

    /// What to know of the place a line is read into.
    public struct Context: Sendable {
        public var site: SiteID
        public var sections: SectionIndex
        /// Files that have another public name here than where the line comes from.
        public var files: [String: String]

        public init(site: SiteID, sections: SectionIndex, files: [String: String] = [:]) {
            self.site = site
            self.sections = sections
            self.files = files
        }
    }

    /// Reads a line exactly, or says why it cannot be taken. Nothing on it is passed over: a member that has no place is a fault.
    public static func read(_ text: String, _ form: ExchangeForm, _ kinds: KindRegistry, in context: Context) throws(ExchangeLineFault)
        -> ImportedItem
    {
        var line = try members(of: text)
        guard let marked = line.removeValue(forKey: mark) else { throw fault(nil, "not a line that this program wrote") }
        guard marked == .int(version) else { throw fault(mark, "the line is of another version than \(version)") }
        guard line.removeValue(forKey: "kind") == .string(form.kind.rawValue) else {
            throw fault("kind", "the line is of another kind than '\(form.kind)'")
        }
        guard let id = ItemID(try string("id", &line) ?? "") else { throw fault("id", "not an id of 13 characters") }
        guard let language = Language(rawValue: try string("language", &line) ?? "") else { throw fault("language", "not vi, en or zh") }
        guard let published = try moment("published_at", &line) else { throw fault("published_at", "no date") }
        let updated = try moment("updated_at", &line)
        let note = try string("note", &line)
        var operation = Operation.publish
        if let name = try string("operation", &line) {
            guard let found = Operation(rawValue: name), found == .update || found == .correct else {
                throw fault("operation", "not update or correct")
            }
            operation = found
        }
        var section: SectionID?
        if let code = try string("category", &line) {
            guard let found = context.sections.section(code, on: context.site) else { throw fault("category", "the portal has no section '\(code)'") }
            section = found.id
        }
        let details = try details(&line, form, context)
        guard line.isEmpty else { throw fault(line.keys.sorted().first, "not a member of such lines; unknown keys belong into 'extra'") }
        guard let kind = kinds[form.kind] else { throw fault("kind", "this program has no kind '\(form.kind)'") }
        let typed: any ContentKind
        do { typed = try kind.decode(.object(details)) } catch { throw fault(mark, "the members do not make such an item: \(error)") }
        return ImportedItem(
            sourceKey: "\ncaunoi:\(id)",
            check: "",
            details: typed,
            publishedAt: published,
            language: language,
            section: section,
            id: id,
            updatedAt: updated,
            note: note,
            operation: operation
        )
    }

    private static func members(of text: String) throws(ExchangeLineFault) -> [String: JSONValue] {
        do {
            guard case .object(let line) = try CanonicalJSON.parse(Array(text.utf8)) else { throw fault(nil, "not a JSON object") }
            return line
        } catch let fault as ExchangeLineFault {
            throw fault
        } catch {
            throw fault(nil, "not JSON as this program writes it: \(error)")
        }
    }

    /// The details as the kind's own JSON has them.
    private static func details(_ line: inout [String: JSONValue], _ form: ExchangeForm, _ context: Context) throws(ExchangeLineFault)
        -> [String: JSONValue]
    {
        var details: [String: JSONValue] = [:]
        for (name, key) in form.names {
            guard let value = line.removeValue(forKey: key), value != .null else { continue }
            if form.sections.contains(name) {
                guard case .array(let codes) = value else { throw fault(key, "not a list") }
                var ids: [JSONValue] = []
                for code in codes {
                    guard case .string(let text) = code else { throw fault(key, "not a list of texts") }
                    guard let found = context.sections.section(text, on: context.site) else {
                        throw fault(key, "the portal has no section '\(text)'")
                    }
                    ids.append(.string("\(found.id)"))
                }
                details[name] = .array(ids)
            } else if name == form.rest, case .object = value {
                do {
                    details[name] = .string(String(decoding: try CanonicalJSON.serialise(value), as: UTF8.self))
                } catch { throw fault(key, "\(error)") }
            } else {
                details[name] = context.files.isEmpty ? value : renamed(value, context.files)
            }
        }
        return details
    }

    /// Every string that is the old public name of a file, with the new one.
    private static func renamed(_ value: JSONValue, _ files: [String: String]) -> JSONValue {
        switch value {
        case .string(let text): .string(files[text] ?? text)
        case .array(let values): .array(values.map { renamed($0, files) })
        case .object(let object): .object(object.mapValues { renamed($0, files) })
        default: value
        }
    }

    private static func string(_ key: String, _ line: inout [String: JSONValue]) throws(ExchangeLineFault) -> String? {
        switch line.removeValue(forKey: key) {
        case nil, .null: return nil
        case .string(let text): return text
        default: throw fault(key, "not a text")
        }
    }

    private static func moment(_ key: String, _ line: inout [String: JSONValue]) throws(ExchangeLineFault) -> Instant? {
        guard let text = try string(key, &line) else { return nil }
        do { return try readDate(text).instant } catch { throw fault(key, "'\(text.prefix(60))' is no date: \(error)") }
    }

    private static func fault(_ member: String?, _ text: String) -> ExchangeLineFault { ExchangeLineFault(member: member, text: text) }
}
