import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
import Publishing
import Speech
import Web

/// `/nghe/…`: the recording of an item that is public now. The gate is asked every time: what was withdrawn answers 410, whatever stands on the shelf.
struct AudioRoutes {
    let listening: Listening

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("\(AudioAddress.segment)/:file") { request, context -> Response in
            guard let address = AudioAddress(try context.parameters.require("file")) else { throw PageError.notFound }
            let item: RevealedItem
            switch try await listening.reader.item(address.item, on: context.visit.site.id, others: 0) {
            case .shown(let shown, _, _, _): item = shown
            case .gone: throw PageError.gone(reason: nil)
            case .elsewhere, .unknown: throw PageError.notFound
            }
            guard listening.offers(item) else { throw PageError.notFound }
            let now = listening.address(of: item, address.form)
            // An edition of before, or another voice: what is said now is elsewhere.
            guard address == now else {
                return Response(status: .found, headers: [.location: now.path, .cacheControl: "public, max-age=0"])
            }
            let file: AudioFile
            do {
                file = try await listening.recording(of: item, as: address.form, patience: Listening.patience)
            } catch let fault as SpeechFault {
                throw PageError.unavailable(retryAfter: fault.lasts ? 600 : 15)
            }
            return PartialAnswer(
                size: file.size,
                type: address.form.contentType,
                tag: file.tag,
                headers: [.contentDisposition: "inline; filename=\"\(item.id)-\(item.edition).\(address.form.rawValue)\""]
            ) { offset, count in try await file.read(at: offset, count: count) }.response(to: request)
        }
    }
}

extension AudioForm {
    /// The media type of the answer.
    var contentType: String { self == .opus ? "audio/ogg" : "audio/mpeg" }
}
