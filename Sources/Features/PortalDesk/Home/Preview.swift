import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Web

/// The front page as it would be: made by the same code as the public one, shown on the desk alone, in a frame without scripts or forms.
struct Preview: Sendable {
    private let place: PortalVisit
    private let portal: PortalDesk

    init(_ place: PortalVisit, _ portal: PortalDesk) {
        self.place = place
        self.portal = portal
    }

    /// - Parameters:
    ///   - site: the portal with the look it would have.
    ///   - front: what would stand first; nil for what does.
    func page(of site: Site, front: [ItemID]? = nil) async throws -> DeskAnswer {
        let face = place.desk.face
        var visit = Visit(
            face: face,
            site: site,
            tree: place.visit.tree.replacing(site),
            now: place.visit.now,
            requestID: place.visit.requestID,
            isRobot: true
        )
        visit.front = front
        guard case .page(let page) = try await portal.front.home(for: visit) else { throw PageError.notFound }
        let bytes = try page.bytes(for: visit)
        let origin = site.hosts.first.map { face.origins.origin(host: $0) } ?? ""
        // Scripts would not run in the frame. The desk has no files; the portal's own stand where readers find them.
        let text = String(buffer: bytes).replacing(/(?s)<script\b.*?<\/script>/, with: "")
            .replacing("=\"/files/", with: "=\"\(origin)/files/").replacing(", /files/", with: ", \(origin)/files/")
        let policy =
            "sandbox allow-same-origin; default-src 'none'; style-src 'self'; img-src 'self' \(origin); font-src 'self'; media-src 'none'; "
            + "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
        return DeskAnswer.bytes(ByteBuffer(string: text), type: "text/html; charset=utf-8").header(.contentSecurityPolicy, policy)
            .header(.frameOptions, "SAMEORIGIN")
    }
}

extension HTTPField.Name {
    static let frameOptions = HTTPField.Name("X-Frame-Options") ?? .contentSecurityPolicy
}
