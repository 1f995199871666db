import Media
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@Suite("Lists of the library")
struct FileQueryTests {
    private func titles(_ place: LibraryPlace, on site: SiteID? = nil, _ change: (inout FileQuery) -> Void) async throws -> [String] {
        var query = FileQuery()
        query.limit = 3
        change(&query)
        var all: [String] = []
        while true {
            let page = try await place.library.page(query, of: site ?? place.portal.province.id, in: place.portal.tree)
            all += page.files.map(\.about.title)
            #expect(page.files.count <= 3)
            guard let next = page.next else { return all }
            query.before = next
        }
    }

    @Test("every filter is part of the query, in pages without gaps or repeats", arguments: Backend.available)
    func filters(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            var files: [LibraryFile] = []
            for (index, name) in ["Hội nghị một.png", "Hội nghị hai.png", "Chợ phiên.png", "Kế hoạch.txt", "Báo cáo hội nghị.txt"].enumerated() {
                place.portal.clock.advance(seconds: 86_400)
                let bytes = name.hasSuffix("png") ? LibraryPlace.picture(index) : Array("Chữ số \(index)".utf8)
                files.append(try await place.ready(name, bytes, by: index == 2 ? "chief" : "writer"))
            }
            let newestFirst = ["Báo cáo hội nghị", "Kế hoạch", "Chợ phiên", "Hội nghị hai", "Hội nghị một"]
            #expect(try await titles(place) { _ in } == newestFirst)
            #expect(try await titles(place) { $0.text = "hoi nghi" } == ["Báo cáo hội nghị", "Hội nghị hai", "Hội nghị một"])
            #expect(
                try await titles(place) {
                    $0.text = "HỘI nghị"; $0.kind = .picture
                } == ["Hội nghị hai", "Hội nghị một"]
            )
            #expect(try await titles(place) { $0.text = "không có" } == [])
            #expect(try await titles(place) { $0.kind = .document } == ["Báo cáo hội nghị", "Kế hoạch"])
            let chief = try await place.by("chief")
            #expect(try await titles(place) { $0.addedBy = chief.person.id } == ["Chợ phiên"])
            #expect(try await titles(place) { $0.only = .lacking } == ["Chợ phiên", "Hội nghị hai", "Hội nghị một"])
            #expect(
                try await titles(place) {
                    $0.only = .lacking; $0.kind = .picture; $0.addedBy = chief.person.id
                } == ["Chợ phiên"]
            )
            #expect(try await titles(place) { $0.from = files[3].addedAt } == ["Báo cáo hội nghị", "Kế hoạch"])
            #expect(try await titles(place) { $0.until = files[2].addedAt } == ["Hội nghị hai", "Hội nghị một"])
            #expect(try await titles(place) { $0.only = .held } == [])
            var about = files[0].about
            about.alternative = "Toàn cảnh hội nghị"
            about.tags = ["Hội nghị", "hoi nghi", "Năm 2026"]
            let described = try await place.library.describe(files[0].id, as: about, expecting: files[0].version, by: place.by("writer"))
            #expect(described.about.tags == ["Hội nghị", "Năm 2026"] && !described.lacksAlternative)
            await #expect(throws: LibraryRefusal.changedMeanwhile) {
                try await place.library.describe(files[0].id, as: about, expecting: files[0].version, by: place.by("writer"))
            }
            #expect(try await titles(place) { $0.only = .lacking } == ["Chợ phiên", "Hội nghị hai"])
            #expect(try await titles(place) { $0.tag = "năm 2026" } == ["Hội nghị một"])
            #expect(try await titles(place) { $0.text = "toàn cảnh" } == ["Hội nghị một"])
            try await place.library.delete([files[1].id], by: place.by("chief"))
            #expect(try await titles(place) { $0.only = .deleted } == ["Hội nghị hai"])
            #expect(try await titles(place) { $0.text = "hai" } == [])
        }
    }

    @Test("what is shared is read below and nowhere else, and changed only where it is", arguments: Backend.available)
    func sharing(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let file = try await place.ready("Biểu trưng.png", LibraryPlace.picture())
            let below = place.portal.department.id
            _ = try await place.ready("Của sở.png", LibraryPlace.picture(1), on: below, by: "chief")
            let kept = try await place.ready("Riêng.png", LibraryPlace.picture(2))
            await #expect(throws: AuthorizationRefusal.self) { try await place.library.share([file.id], true, by: place.by("writer")) }
            #expect(try await titles(place, on: below) { $0.withShared = true } == ["Của sở"])
            #expect(try await place.library.share([file.id], true, by: place.by("chief")) == 1)
            #expect(try await titles(place, on: below) { $0.withShared = true } == ["Của sở", "Biểu trưng"])
            #expect(
                try await titles(place, on: below) {
                    $0.withShared = true; $0.text = "bieu"
                } == ["Biểu trưng"]
            )
            #expect(try await place.library.file(file.id, for: below, in: place.portal.tree) != nil)
            #expect(try await place.library.file(kept.id, for: below, in: place.portal.tree) == nil)
            let foreign = try #require(place.portal.tree.site(code: "trong"))
            if !place.portal.tree.isInside(foreign.id, place.portal.province.id) {
                #expect(try await place.library.file(file.id, for: foreign.id, in: place.portal.tree) == nil)
            }
            #expect(try await place.audit(.fileShared).count == 1)
            await #expect(throws: LibraryRefusal.unknownFile) { _ = try await place.library.owned([file.id], by: below) }
        }
    }

    @Test("files that came by an import are in the library, and found by their names", arguments: Backend.available)
    func imported(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let asset = try await place.portal.addFiles(on: place.portal.province.id).picture
            #expect(try await titles(place) { $0.kind = .picture } == [asset.name])
            #expect(try await titles(place) { $0.text = String(asset.name.split(separator: "-")[0]) }.contains(asset.name))
        }
    }
}
