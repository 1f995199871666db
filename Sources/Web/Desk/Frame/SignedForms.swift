import NIOCore
public import PortalNetwork
import PublicRecord
public import Publishing

/// Forms that a passkey can sign (`desk-sign.js`): what is asked, and what came of it.
extension DeskVisit {
    /// What a passkey answered; nil where the form was sent without.
    public var signature: Publisher.Signature? {
        form.text("chu-ky") == nil ? nil : Publisher.Signature(form.assertion, home: desk.home)
    }

    /// What the script is to have signed, and with which of the person's passkeys: `{"challenge","credentials":[…],"host"}`. Nothing to sign: `{}`.
    public func question(_ challenge: String?, of session: LiveSession) async throws -> DeskAnswer {
        guard let challenge else { return .json(ByteBuffer(string: "{}")) }
        let passkeys = try await desk.access.passkeys(of: session.person.id)
        return .json(
            ByteBuffer(
                bytes: try CanonicalJSON.serialise([
                    "challenge": .string(challenge), "credentials": .array(passkeys.map { .string($0.credentialText) }), "host": .string(desk.host),
                ])
            )
        )
    }
}
