public import Exchange
import Foundation
public import PortalNetwork
public import Publishing
import RichText
public import Store
import Synchronization
public import Vietnamese

/// Brings a `news` file into a portal: one recorded act, in batches, resumable after any interruption; a second run changes nothing.
public struct NewsImport: Sendable {
    public struct Options: Sendable {
        public var site: SiteID
        public var language: Language
        /// Where items go whose category names no section of the portal.
        public var section: Section?
        /// The date of items that carry none.
        public var date: Instant?
        /// Sets apart ids of different old systems that come to one portal.
        public var namespace: String
        public var isDryRun: Bool
        public var reason: String
        /// Where the rejects file goes.
        public var folder: String

        public init(
            site: SiteID,
            language: Language,
            section: Section?,
            date: Instant?,
            namespace: String = "",
            isDryRun: Bool = false,
            reason: String,
            folder: String
        ) {
            self.site = site
            self.language = language
            self.section = section
            self.date = date
            self.namespace = namespace
            self.isDryRun = isDryRun
            self.reason = reason
            self.folder = folder
        }
    }

    public struct Summary: Sendable, Hashable, Codable {
        public var read = 0
        public var imported = 0
        /// Already there.
        public var skipped = 0
        public var failed = 0
        /// Of the imported: harmful or hidden markup was left out.
        public var cleaned = 0
        /// Of the imported: decoded from a legacy encoding.
        public var decoded = 0
        /// Of the imported: perhaps in a legacy encoding, kept as it came.
        public var doubtful = 0
        public var rejects: String?
        public var resumedAtLine: Int?
        public var dryRun = false
        public var seconds = 0.0
    }

    let publishing: Publisher
    let tree: SiteTree
    let sections: SectionIndex
    static let batch = 256

    public init(publishing: Publisher, tree: SiteTree, sections: SectionIndex) {
        self.publishing = publishing
        self.tree = tree
        self.sections = sections
    }

    /// Imports one file (`-`: standard input). `by` does it, `second` confirms it.
    public func run(
        _ path: String,
        _ options: Options,
        by: Publisher.By,
        confirmedBy second: Publisher.By,
        progress: (Summary, ByteSource) -> Void = { _, _ in }
    ) async throws -> Summary {
        let start = ContinuousClock.now
        let identity = try SourceIdentity(path: path)
        let source = try ByteSource(path: path)
        var summary = Summary()
        summary.dryRun = options.isDryRun
        var cursor = identity.map { ImportCursor(of: $0) }
        // The act is opened with the first item that is really new.
        var act: Act?
        if !options.isDryRun {
            try publishing.allowAct(on: options.site, reason: options.reason, by: by, confirmedBy: second)
            if let identity, let begun = try await ImportProgress.find(identity, on: options.site, publishing.database) {
                (cursor, act) = (begun.cursor, begun.act)
                summary.resumedAtLine = begun.cursor.line
            }
        }
        let reader = try cursor.map { try $0.reader(source) } ?? LineReader(source)
        let rejects = RejectsFile(of: path, in: options.folder)
        while true {
            var lines: [Line] = []
            while lines.count < Self.batch, let line = try reader.next() { lines.append(line) }
            guard !lines.isEmpty else { break }
            for line in lines { cursor?.advance(past: line) }
            let batch = try await look(at: lines, options, rejects, &summary)
            if !options.isDryRun, !batch.isEmpty || act != nil {
                if act == nil {
                    act = try await publishing.openAct("import", on: options.site, reason: options.reason, by: by, confirmedBy: second)
                }
                if let act { try await publish(batch, options.site, act, cursor, &summary) }
            } else {
                count(batch, batch.batch.outcome, &summary)
            }
            progress(summary, source)
        }
        if let identity, act != nil { try await ImportProgress.finish(identity, on: options.site, publishing.database) }
        summary.rejects = rejects.path
        summary.seconds =
            Double((ContinuousClock.now - start).components.seconds) + Double((ContinuousClock.now - start).components.attoseconds) / 1e18
        return summary
    }

    /// Lines that were read and looked at.
    private struct Looked {
        let batch: ImportBatch
        let repairs: [NewsRecord.Repairs]
        var isEmpty: Bool { batch.outcome.taken.isEmpty }
    }

    /// Reads lines, sets apart what cannot be taken, and makes the rejects durable before anything of the batch is.
    private func look(at lines: [Line], _ options: Options, _ rejects: RejectsFile, _ summary: inout Summary) async throws -> Looked {
        var items: [ImportedItem] = []
        var kept: [(line: Line, repairs: NewsRecord.Repairs)] = []
        func reject(_ line: Line, _ reasons: [RejectsFile.Reason]) throws {
            summary.failed += 1
            try rejects.add(line, reasons)
        }
        for line in lines where !isBlank(line) {
            summary.read += 1
            do {
                let (item, repairs) = try item(line, options)
                items.append(item)
                kept.append((line, repairs))
            } catch let reason as NewsRecord.Reason {
                try reject(line, [RejectsFile.Reason(field: reason.field, reason.text)])
            }
        }
        let batch = try await publishing.sift(items, on: options.site)
        for refused in batch.outcome.refused {
            try reject(kept[refused.position].line, refused.findings.map { RejectsFile.Reason(field: $0.field, ForeignReason.words($0)) })
        }
        for position in batch.outcome.conflicts {
            let reason = "another item with this id is on the portal already; if it is a different one, import with --namespace"
            try reject(kept[position].line, [RejectsFile.Reason(field: "id", reason)])
        }
        try rejects.flush()
        return Looked(batch: batch, repairs: kept.map(\.repairs))
    }

    private func publish(_ looked: Looked, _ site: SiteID, _ act: Act, _ cursor: ImportCursor?, _ summary: inout Summary) async throws {
        let outcome = try await publishing.publish(looked.batch, on: site, under: act, tree: tree) { db in
            if let cursor { try ImportProgress.store(cursor, on: site, act: act, db) }
        }
        count(looked, outcome, &summary)
    }

    private func count(_ looked: Looked, _ outcome: ImportOutcome, _ summary: inout Summary) {
        summary.imported += outcome.taken.count
        summary.skipped += outcome.skipped
        for position in outcome.taken {
            if looked.repairs[position].contains(.cleaned) { summary.cleaned += 1 }
            if looked.repairs[position].contains(.decoded) { summary.decoded += 1 }
            if looked.repairs[position].contains(.doubtful) { summary.doubtful += 1 }
        }
    }

    private func isBlank(_ line: Line) -> Bool { line.text.map { $0.allSatisfy(\.isWhitespace) } ?? false }

    private func item(_ line: Line, _ options: Options) throws -> (ImportedItem, NewsRecord.Repairs) {
        let tree = tree
        let text = try ForeignLine.text(of: line)
        if ExchangeLine.isMarked(text), let item = try own(text, options) { return (item, []) }
        var record = try NewsRecord(text, language: options.language) { tree.site(host: $0) != nil }
        // Bytes that are not UTF-8 were read at all only because they are a legacy encoding.
        if case .undecodable = line.content { record.repairs.insert(.decoded) }
        guard let section = record.category.flatMap({ section(named: $0, on: options.site) }) ?? options.section else {
            throw NewsRecord.Reason(
                field: "category",
                text: "no section for it: name one with --section, or add the section '\(record.category ?? "")'"
            )
        }
        guard let date = record.publishedAt ?? options.date else {
            throw NewsRecord.Reason(field: "published_at", text: "no date: give one for all such items with --date")
        }
        guard date <= publishing.clock.now().adding(seconds: 86_400) else {
            throw NewsRecord.Reason(field: "published_at", text: "the date lies in the future")
        }
        return (
            ImportedItem(
                sourceKey: options.namespace + "\n" + record.key,
                check: record.article.title,
                details: record.article,
                publishedAt: date,
                language: options.language,
                section: section.id,
                formerPath: formerPath(record.url, options.site)
            ), record.repairs
        )
    }

    /// A line that this program wrote itself is taken exactly as it stands; nil for a line of another hand.
    private func own(_ text: String, _ options: Options) throws -> ImportedItem? {
        do throws(ExchangeLineFault) {
            return try ExchangeLine.read(text, Article.exchange, publishing.kinds, in: .init(site: options.site, sections: sections))
        } catch  where error.member == nil {
            // Not JSON as we write it: the word stands somewhere in a foreign line.
            return nil
        } catch {
            throw NewsRecord.Reason(field: error.member, text: error.text)
        }
    }

    /// The path of an address that was this portal's own before: it redirects to the item.
    private func formerPath(_ url: String?, _ site: SiteID) -> String? {
        guard let url, let host = WebAddress(url)?.host, tree[site]?.hosts.contains(host) == true,
            let start = url.range(of: host)?.upperBound, let slash = url[start...].firstIndex(of: "/")
        else { return nil }
        return String(url[slash...].prefix { $0 != "#" })
    }

    private func section(named name: String, on site: SiteID) -> Section? {
        let key = slug(name)
        return sections.section(key, on: site) ?? sections.all(on: site).first { slug($0.name) == key }
    }
}
