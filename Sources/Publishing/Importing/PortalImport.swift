import Exchange
public import FileStore
import Foundation
public import PortalNetwork
import PublicRecord
public import Store
import Vietnamese

/// Why an export cannot be taken in as a whole.
public enum PortalImportFault: Error, Sendable, Hashable, CustomStringConvertible {
    case notAnExport(String)
    case changed(String)
    case damaged(file: String, line: Int)
    case noPlace(String)

    public var description: String {
        switch self {
        case .notAnExport(let folder): "\(folder) is no export of this program: its \(ExportManifest.name) is missing or of another version"
        case .changed(let path): "\(path) is not what the manifest says; import the whole export again, or one file of it with 'caunoi import news'"
        case .damaged(let file, let line): "\(file), line \(line): not a record of an export"
        case .noPlace(let code): "there is no portal '\(code)' yet; make it with 'caunoi init --code \(code)', or say with --below what it goes under"
        }
    }
}

/// Takes a whole export in: portals, sections, files, items, what is gone, old addresses, front pages. Everything published goes in under one
/// act of two people for each portal. A second run changes nothing; an interrupted one is run again.
public struct PortalImport: Sendable {
    public struct Options: Sendable {
        /// The portal under which portals go whose parent is not in the export.
        public var below: SiteID?
        public var isDryRun: Bool
        public var reason: String
        /// Where rejects files go.
        public var rejects: String

        public init(below: SiteID? = nil, isDryRun: Bool = false, reason: String, rejects: String) {
            self.below = below
            self.isDryRun = isDryRun
            self.reason = reason
            self.rejects = rejects
        }
    }

    public struct Summary: Sendable, Hashable, Codable {
        public var sites = 0
        public var sections = 0
        public var files = 0
        public var gone = 0
        public var items = ExchangeSummary()
        public var dryRun = false
        /// Files of the export whose bytes are not those of their name.
        public var badFiles: [String] = []
    }

    /// What became of a portal, in the transaction in which it did.
    public typealias Note = @Sendable (AuditAction, _ code: String, SiteID, any Connection) throws -> Void

    let publishing: Publisher
    let store: any FileStore
    let forms: [ExchangeForm]
    let directory: NetworkDirectory

    public init(publishing: Publisher, files: any FileStore, forms: [ExchangeForm], directory: NetworkDirectory) {
        self.publishing = publishing
        store = files
        self.forms = forms
        self.directory = directory
    }

    /// `who` gives the two people who do and confirm the import, as they stand in the network of that moment; `keeper` may add portals, change
    /// them and open sections; `note` takes a line for the trail into the transaction of each such change.
    public func run(
        _ folder: String,
        _ options: Options,
        by who: (SiteTree) throws -> (Publisher.By, Publisher.By),
        keeper: (SiteTree) -> Publisher.By,
        note: @escaping Note = { _, _, _, _ in },
        progress: (String, Int) -> Void = { _, _ in }
    ) async throws -> Summary {
        let manifest = try Self.manifest(of: folder)
        var summary = Summary()
        summary.dryRun = options.isDryRun
        let places = try manifest.sites.map { code in try Self.one(PortalRecord.self, "\(folder)/sites/\(code)/site.json") }
        for place in places where directory.tree.site(code: place.code) == nil {
            guard place.parent != nil || options.below != nil else { throw PortalImportFault.noPlace(place.code) }
        }
        if options.isDryRun {
            summary.sites = places.count
            for place in places {
                guard let site = directory.tree.site(code: place.code) else { continue }
                let index = try await index()
                for (path, form) in parts(of: place.code, manifest) {
                    summary.items += try await ExchangeImport(publishing: publishing, tree: directory.tree)
                        .run("\(folder)/\(path)", form, in: .init(site: site.id, sections: index), under: nil, rejects: options.rejects)
                }
            }
            return summary
        }
        // Whether they may at all is asked before anything is made.
        if let site = directory.tree.site(code: places.first?.code ?? "")?.id ?? options.below {
            let (by, second) = try who(directory.tree)
            try publishing.allowAct(on: site, reason: options.reason, by: by, confirmedBy: second)
        }
        for place in places {
            let site = try await settle(place, below: options.below, keeper(directory.tree), note)
            summary.sites += 1
            summary.sections += try await open(
                Self.all(SectionRecord.self, "\(folder)/sites/\(place.code)/sections.jsonl"),
                on: site,
                keeper(directory.tree),
                note
            )
        }
        let (by, second) = try who(directory.tree)
        let acts = ActBook(publishing, reason: options.reason, by: by, confirmedBy: second)
        let renamed = try await bring(folder, places, acts, &summary)
        try await dress(places, folder, renamed, keeper(directory.tree), note)
        let index = try await index()
        let tree = directory.tree
        for place in places {
            guard let site = tree.site(code: place.code) else { continue }
            let base = "\(folder)/sites/\(place.code)"
            for (path, form) in parts(of: place.code, manifest) {
                let before = summary.items.read
                summary.items += try await ExchangeImport(publishing: publishing, tree: tree).run(
                    "\(folder)/\(path)",
                    form,
                    in: .init(site: site.id, sections: index, files: renamed),
                    under: { try await acts.act(for: site.id) },
                    rejects: options.rejects
                ) { progress(place.code, before + $0) }
            }
            let gone = try Self.all(GoneRecord.self, "\(base)/gone.jsonl").enumerated().map { index, record in
                guard let gone = record.gone else { throw PortalImportFault.damaged(file: "\(base)/gone.jsonl", line: index + 1) }
                return gone
            }
            summary.gone += try await publishing.adopt(gone, on: site.id, under: acts)
            let redirects = try Self.all(RedirectRecord.self, "\(base)/redirects.jsonl").compactMap(\.address)
            let featured = try Self.all(FeaturedRecord.self, "\(base)/featured.jsonl").map(\.id)
            let present = Set(try await publishing.present(featured, on: site.id))
            try await publishing.adopt(oldAddresses: redirects, featured: featured.filter(present.contains), on: site.id, under: acts)
        }
        try await turn(places, keeper, note)
        return summary
    }

    private func index() async throws -> SectionIndex { try await publishing.database.read { try SectionIndex.load($0) } }

    /// The lists of items of one portal in an export, with the form each is in.
    private func parts(of code: String, _ manifest: ExportManifest) -> [(path: String, form: ExchangeForm)] {
        forms.flatMap { form in
            manifest.files.map(\.path).filter { $0 == "sites/\(code)/\(form.file).jsonl" || $0 == "sites/\(code)/\(form.file).jsonl.gz" }
                .map { ($0, form) }
        }
    }

    /// The portal as the export says it is, made where it is not there yet.
    private func settle(_ place: PortalRecord, below: SiteID?, _ keeper: Publisher.By, _ note: @escaping Note) async throws -> Site {
        let tree = directory.tree
        let database = publishing.database
        if let site = tree.site(code: place.code) {
            // Its agency is this installation's matter.
            var settings = place.settings
            settings.agency = site.agency
            if settings != SiteSettings(site) {
                try await publishing.changeSite(site.id, to: settings, version: site.version, by: keeper) {
                    try note(.siteChanged, site.code, site.id, $0)
                }
            }
        } else {
            let parent = place.parent.flatMap { tree.site(code: $0)?.id } ?? below
            let draft = SiteDraft(code: place.code, parent: parent, kind: place.kind, settings: place.settings)
            try await publishing.addSite(draft, by: keeper) { site, db in try note(.siteAdded, site.code, site.parent ?? site.id, db) }
        }
        try await directory.refresh(from: database)
        guard let site = directory.tree.site(code: place.code) else { throw PortalImportFault.noPlace(place.code) }
        return site
    }

    /// Opens the sections that are not there; those that are stay as they are until their pictures have come (`dress`).
    private func open(_ records: [SectionRecord], on site: Site, _ keeper: Publisher.By, _ note: @escaping Note) async throws -> Int {
        var opened = 0
        var index = try await index()
        for (line, record) in records.enumerated() where index.section(record.code, on: site.id) == nil {
            let parent = record.parent.flatMap { index.section($0, on: site.id)?.id }
            guard let section = record.section(id: publishing.ids.next(), site: site.id, parent: parent, banner: nil, version: 1) else {
                throw PortalImportFault.damaged(file: "sites/\(site.code)/sections.jsonl", line: line + 1)
            }
            try await publishing.addSection(section, by: keeper) { try note(.sectionsChanged, section.code, site.id, $0) }
            index = try await self.index()
            opened += 1
        }
        return opened
    }

    /// Brings the files in.
    /// - Returns: those that have another public name here.
    private func bring(_ folder: String, _ places: [PortalRecord], _ acts: ActBook, _ summary: inout Summary) async throws -> [String: String] {
        var renamed: [String: String] = [:]
        for (index, record) in try Self.all(FileRecord.self, "\(folder)/files.jsonl").enumerated() {
            let code = record.site ?? places.first?.code ?? ""
            guard let site = directory.tree.site(code: code), let file = record.file(on: site.id) else {
                throw PortalImportFault.damaged(file: "files.jsonl", line: index + 1)
            }
            let path = "\(folder)/files/\(record.sha256.prefix(2))/\(record.sha256)"
            guard let asset = try await publishing.adopt(file, at: path, on: site.id, in: store, under: acts) else {
                summary.badFiles.append(record.id)
                continue
            }
            if asset.id != record.id { renamed[record.id] = asset.id }
            summary.files += 1
        }
        return renamed
    }

    /// Looks, menus and sections as they were, now that their pictures are here.
    private func dress(_ places: [PortalRecord], _ folder: String, _ renamed: [String: String], _ keeper: Publisher.By, _ note: @escaping Note)
        async throws
    {
        let index = try await index()
        for place in places {
            guard let site = directory.tree.site(code: place.code) else { continue }
            var look = place.look
            look.logo = look.logo.map { renamed[$0] ?? $0 }
            look.banner = look.banner.map { renamed[$0] ?? $0 }
            if look != site.look {
                try await publishing.setLook(look, of: site.id, version: site.version, by: keeper) { try note(.lookChanged, site.code, site.id, $0) }
            }
            let menu = directory.tree.menu(of: site.id)
            if place.menu != menu {
                try await publishing.setMenu(place.menu, expecting: menu, of: site.id, by: keeper) { try note(.menuChanged, site.code, site.id, $0) }
            }
            for record in try Self.all(SectionRecord.self, "\(folder)/sites/\(place.code)/sections.jsonl") {
                guard let now = index.section(record.code, on: site.id) else { continue }
                let banner = record.banner.map { renamed[$0] ?? $0 }
                guard let wanted = record.section(id: now.id, site: site.id, parent: now.parent, banner: banner, version: now.version), wanted != now
                else { continue }
                try await publishing.changeSection(wanted, by: keeper) { try note(.sectionsChanged, wanted.code, site.id, $0) }
            }
        }
        try await directory.refresh(from: publishing.database)
    }

    /// Portals that were frozen, merged away or closed become so at the end, when everything is in.
    private func turn(_ places: [PortalRecord], _ keeper: (SiteTree) -> Publisher.By, _ note: @escaping Note) async throws {
        for place in places {
            let tree = directory.tree
            guard let site = tree.site(code: place.code), site.status != place.status, let turn = place.turn(tree) else { continue }
            try await publishing.turnSite(site.id, turn, version: site.version, by: keeper(tree)) { try note(.siteTurned, site.code, site.id, $0) }
            try await directory.refresh(from: publishing.database)
        }
    }
}

extension PortalImport {
    /// The manifest, after every file was held against it.
    static func manifest(of folder: String) throws -> ExportManifest {
        guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(ExportManifest.name)"),
            let manifest = try? CanonicalJSON.decode(ExportManifest.self, from: Array(bytes)), manifest.format == ExportManifest.format,
            manifest.version == 1, manifest.sites.allSatisfy(isCode),
            !manifest.files.contains(where: { $0.path.hasPrefix("/") || $0.path.split(separator: "/").contains("..") })
        else { throw PortalImportFault.notAnExport(folder) }
        for file in manifest.files {
            let found = try FileSum.of("\(folder)/\(file.path)")
            guard found.bytes == file.bytes, found.sha256 == file.sha256 else { throw PortalImportFault.changed("\(folder)/\(file.path)") }
        }
        return manifest
    }

    /// A portal's code becomes the name of a folder.
    private static func isCode(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count) && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }

    private static func one<Record: Decodable>(_ type: Record.Type, _ path: String) throws -> Record {
        guard let record = try all(type, path).first else { throw PortalImportFault.damaged(file: path, line: 1) }
        return record
    }

    private static func all<Record: Decodable>(_ type: Record.Type, _ path: String) throws -> [Record] {
        let reader = LineReader(try ByteSource(path: path))
        var records: [Record] = []
        while let line = try reader.next() {
            guard let text = line.text, let record = try? CanonicalJSON.decode(type, from: Array(text.utf8)) else {
                throw PortalImportFault.damaged(file: path, line: line.number)
            }
            records.append(record)
        }
        return records
    }
}

extension Publisher {
    /// Those of these items that are on a site.
    func present(_ ids: [ItemID], on site: SiteID) async throws -> [ItemID] {
        try await database.read { db in
            try ids.parts(of: 500).flatMap { try db.column("SELECT id FROM item WHERE site = \(site) AND id IN (\(list: $0))", as: ItemID.self) }
        }
    }
}
