import FileStore
import Foundation
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing

@Suite("Erasing an item whose files others hold")
struct SharedFileTests {
    enum Holder: CaseIterable { case nobody, draft, withdrawn, live, topicSite }

    @Test("a file goes with its last holder, not before", arguments: Backend.available, Holder.allCases)
    func sharedFile(_ backend: Backend, _ holder: Holder) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-files-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try DiskFileStore(root: folder.path)
        try await Newsroom.with(backend) { room in
            let asset = try await room.publishing.addAsset(Array("ảnh".utf8), name: "anh.png", mediaType: "image/png", on: room.province, in: files)
            let picture = Picture(asset: AssetReference(commitment: asset.id, id: asset.name), alt: "Ảnh", width: 4, height: 3)
            let notice = Notice(title: "Có ảnh", body: RichText([.picture(picture)]))
            let erased = try await room.publish(notice)
            switch holder {
            case .nobody: break
            case .draft: try await room.publishing.save(notice, in: Place(site: room.province, section: room.news), by: room.by("reporter"))
            case .live: _ = try await room.publish(notice)
            case .withdrawn: try await room.publishing.withdraw(room.publish(notice).item, because: .error, note: "Sai ảnh.", by: room.by("chief"))
            case .topicSite:
                try await room.database.write { try $0.execute("UPDATE section SET banner = \(asset.id) WHERE id = \(room.news)") }
            }
            try await room.publishing.erase(erased.item, from: files, because: .personal, by: room.by("chief"))
            let kept = try await room.database.read { try $0.value("SELECT sha256 FROM asset WHERE id = \(asset.id)", as: String.self) }
            #expect((kept == asset.sha256) == (holder != .nobody))
            let hash = try #require(ContentHash(asset.sha256))
            #expect((try await files.size(of: hash) != nil) == (holder != .nobody))
        }
    }
}
