import Foundation
public import Logging

/// Log lines as JSON objects, one a line, on standard error: what happened, when, and the facts apart, ready for any collector.
public struct LogLines: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    private let label: String
    private let write: @Sendable (String) -> Void

    public init(label: String, level: Logger.Level = .info, write: @escaping @Sendable (String) -> Void = LogLines.standardError) {
        self.label = label
        logLevel = level
        self.write = write
    }

    public static let standardError: @Sendable (String) -> Void = { line in FileHandle.standardError.write(Data(line.utf8)) }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var out = "{\"time\":\""
        out += Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        out += "\",\"level\":\"\(event.level.rawValue)\",\"logger\":"
        JSONLD.quote(label, to: &out)
        out += ",\"message\":"
        JSONLD.quote(event.message.description, to: &out)
        let facts = metadata.merging(event.metadata ?? [:]) { _, new in new }
        for (key, value) in facts.sorted(by: { $0.key < $1.key }) {
            out += ","
            JSONLD.quote(key, to: &out)
            out += ":"
            Self.put(value, to: &out)
        }
        write(out + "}\n")
    }

    private static func put(_ value: Logger.MetadataValue, to out: inout String) {
        switch value {
        case .string(let text): JSONLD.quote(text, to: &out)
        case .stringConvertible(let value): JSONLD.quote(value.description, to: &out)
        case .array(let values):
            out += "["
            for (index, value) in values.enumerated() {
                if index > 0 { out += "," }
                put(value, to: &out)
            }
            out += "]"
        case .dictionary(let values):
            out += "{"
            for (index, member) in values.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { out += "," }
                JSONLD.quote(member.key, to: &out)
                out += ":"
                put(member.value, to: &out)
            }
            out += "}"
        }
    }
}
