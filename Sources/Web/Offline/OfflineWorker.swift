import NIOCore
import PortalNetwork

/// `/sw.js`: the script by which a reader's own browser keeps the articles read last (a service worker). Its address never changes, because a browser
/// asks there for ever; a browser takes a new one when a byte of it differs, so it begins with what this release and this portal's look are.
struct OfflineWorker {
    static let path = "/sw.js"

    private let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    /// The program's own files that pages load.
    private static let files = [
        "site.css", "early.js", "portal.js", "search.js", "reading.js", "offline.js", "house-sans-regular.woff2", "house-sans-bold.woff2",
        "emblem.svg",
    ]

    /// Where it is switched off, and on portals that have closed or gone elsewhere, the answer is a worker that throws away what was kept and itself.
    private var isOn: Bool {
        guard visit.face.keepsArticles else { return false }
        switch visit.site.status {
        case .active, .merging, .frozen: return true
        case .closed, .redirected: return false
        }
    }

    var answer: ByteAnswer {
        ByteAnswer(ByteBuffer(string: script), type: "text/javascript; charset=utf-8", freshness: .revalidate)
    }

    var script: String {
        guard isOn else { return Self.source("worker-off.js") }
        return "const VERSION = \"\(version)\";\n" + Self.source("worker.js")
    }

    private var version: String {
        let addresses = Self.files.compactMap { visit.face.statics.address($0) } + [LookStyle(visit.look).address, visit.language.rawValue]
        return StaticFiles.digest(Array(addresses.joined(separator: " ").utf8), length: 16)
    }

    private static func source(_ name: String) -> String {
        EmbeddedFiles.all.first { $0.path == "Static/" + name }?.text.description ?? ""
    }
}
