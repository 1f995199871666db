import Crypto
import Foundation

/// A WebAuthn assertion (level 2, 7.2) as far as an outsider can check it: the challenge, the ceremony, one host throughout, somebody present, the signature.
enum PasskeySignature {
    private struct Client: Decodable {
        let type: String
        let challenge: String
        let origin: String
        let crossOrigin: Bool?
    }

    static func isValid(_ approval: ApprovalBundle.Approval, _ key: VerifierKey, challenge: [UInt8]) -> Bool {
        guard let cose = ApprovalKey.cose(key), let value = try? CBOR.read(cose), let signer = SignatureKey(cose: value),
            let clientData = Base64URL.decode(approval.client), clientData.count <= 8192, let data = Base64URL.decode(approval.auth),
            37...8192 ~= data.count, let signature = Base64URL.decode(approval.sig),
            let client = try? JSONDecoder().decode(Client.self, from: Data(clientData))
        else { return false }
        guard client.type == "webauthn.get", client.crossOrigin != true, Base64URL.decode(client.challenge) == challenge else { return false }
        // The authenticator names the host as a digest; it must be the one whose page asked.
        guard let host = URL(string: client.origin)?.host, Array(data[..<32]) == [UInt8](SHA256.hash(data: Array(host.utf8))), data[32] & 1 == 1
        else { return false }
        return signer.isValid(signature, for: data + [UInt8](SHA256.hash(data: clientData)), isPlain: false)
    }
}
