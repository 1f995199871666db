public import Exchange
public import PortalNetwork
import Store
import Vietnamese

/// What became of the lines of a file.
public struct ExchangeSummary: Sendable, Hashable, Codable {
    public var read = 0
    public var imported = 0
    /// Already there.
    public var skipped = 0
    public var failed = 0
    /// Where the lines that could not be taken stand with their reasons.
    public var rejects: [String] = []

    public init() {}

    public static func += (a: inout ExchangeSummary, b: ExchangeSummary) {
        a.read += b.read
        a.imported += b.imported
        a.skipped += b.skipped
        a.failed += b.failed
        a.rejects += b.rejects
    }
}

/// Takes in lines this program wrote (`ExchangeLine`), of any kind: in batches, each a transaction; a second run changes nothing, so an
/// interrupted one is run again.
public struct ExchangeImport: Sendable {
    let publishing: Publisher
    let tree: SiteTree
    static let batch = 200

    public init(publishing: Publisher, tree: SiteTree) {
        self.publishing = publishing
        self.tree = tree
    }

    /// - Parameters:
    ///   - act: opens the act when the first item is really new; nil reads and checks everything and writes nothing.
    ///   - folder: where the rejects file goes.
    public func run(
        _ path: String,
        _ form: ExchangeForm,
        in context: ExchangeLine.Context,
        under act: (() async throws -> Act)?,
        rejects folder: String,
        progress: (Int) -> Void = { _ in }
    ) async throws -> ExchangeSummary {
        let reader = LineReader(try ByteSource(path: path))
        let rejects = RejectsFile(of: path, in: folder)
        var summary = ExchangeSummary()
        while true {
            var lines: [Line] = []
            while lines.count < Self.batch, let line = try reader.next() {
                if line.text.map({ $0.allSatisfy(\.isWhitespace) }) != true { lines.append(line) }
            }
            guard !lines.isEmpty else { break }
            try await take(lines, form, context, act, rejects, &summary)
            progress(summary.read)
        }
        if let path = rejects.path { summary.rejects.append(path) }
        return summary
    }

    private func take(
        _ lines: [Line],
        _ form: ExchangeForm,
        _ context: ExchangeLine.Context,
        _ act: (() async throws -> Act)?,
        _ rejects: RejectsFile,
        _ summary: inout ExchangeSummary
    ) async throws {
        var items: [ImportedItem] = []
        var kept: [Line] = []
        func reject(_ line: Line, _ reasons: [RejectsFile.Reason]) throws {
            summary.failed += 1
            try rejects.add(line, reasons)
        }
        for line in lines {
            summary.read += 1
            guard let text = Self.text(of: line) else {
                try reject(line, [RejectsFile.Reason("not a line of UTF-8 text of a bearable length")])
                continue
            }
            do throws(ExchangeLineFault) {
                items.append(try ExchangeLine.read(text, form, publishing.kinds, in: context))
                kept.append(line)
            } catch {
                try reject(line, [RejectsFile.Reason(field: error.member, error.text)])
            }
        }
        let batch = try await publishing.sift(items, on: context.site)
        for refused in batch.outcome.refused {
            try reject(kept[refused.position], refused.findings.map { RejectsFile.Reason(field: $0.field, "\($0.key) \($0.values)") })
        }
        for position in batch.outcome.conflicts {
            try reject(kept[position], [RejectsFile.Reason(field: "id", "another item of this installation has this id")])
        }
        try rejects.flush()
        guard let act, !batch.outcome.taken.isEmpty else {
            summary.imported += batch.outcome.taken.count
            summary.skipped += batch.outcome.skipped
            return
        }
        let outcome = try await publishing.publish(batch, on: context.site, under: act(), tree: tree)
        summary.imported += outcome.taken.count
        summary.skipped += outcome.skipped
    }

    /// The line's text; of a mended rejects file the record in it.
    private static func text(of line: Line) -> String? {
        guard line.firstNUL == nil, let text = line.text else { return nil }
        switch RejectedLine(text) {
        case .ordinary: return text
        case .record(let record): return record
        case .raw, .cutShort: return nil
        }
    }
}
