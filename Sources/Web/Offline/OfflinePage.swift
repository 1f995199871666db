import PortalNetwork

/// `/ngoai-tuyen`: what a reader sees who has lost the connection. The same bytes for everyone; the list of kept articles is filled on the device, where
/// alone it exists.
struct OfflinePage: PageModel {
    static let path = "/ngoai-tuyen"

    let script: String
    let scriptIntegrity: String?

    init(_ visit: Visit) {
        script = visit.face.statics.address("offline.js") ?? ""
        scriptIntegrity = visit.face.statics.integrity("offline.js")
    }

    static let shape: Shape<OfflinePage> = [.text("script", \.script), .text("scriptIntegrity", \.scriptIntegrity)]

    static func page(for visit: Visit) -> Page {
        Page(.offline, OfflinePage(visit), head: PageHead(title: visit.word("offline.title"), isHidden: true), path: path)
    }
}

extension PageTemplate where Model == OfflinePage {
    static var offline: Self { Self("offline") }
}
