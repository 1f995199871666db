import Crypto
import Store
import Vietnamese

/// The sum a browser works out while letters flood in: a number behind the challenge with which the SHA-256 of the whole begins with so many zero bits.
///
/// The challenge says how many bits, when it was drawn, and a seal over both and the form's ticket, so nothing is kept of it: it is good for that form alone, for some
/// hours, on every node. A ticket becomes one case, so a proof counts once. What is hashed is padded to 8 KiB: the work is then in hashing, which browsers do
/// in machine code like everybody, and not in the calls around it, which only they pay for.
public struct FormProof: Sendable, Hashable {
    public enum Verdict: Sendable, Hashable, CaseIterable {
        case good, missing
        /// Not ours, or of another form.
        case forged
        case expired
        /// Fewer bits than are asked for now.
        case tooEasy
        /// The number does not give the bits.
        case wrong
    }

    /// Bytes that are hashed.
    public static let length = 8_192

    /// `bits.milliseconds.seal`, the seal 32 hex digits.
    public let challenge: String
    public let bits: Int

    /// Works it out: what the script of the form does, for tests and measurements.
    /// - Returns: the answer as a form carries it: `challenge:number`.
    public func solved() -> String {
        var number = 0
        while true {
            let answer = "\(challenge):\(number)"
            if Self.zeros(answer) >= bits { return answer }
            number += 1
        }
    }

    /// Zero bits before the first that is one.
    static func zeros(_ answer: String) -> Int {
        var bytes = Array(answer.utf8.prefix(length))
        bytes += repeatElement(0, count: length - bytes.count)
        var zeros = 0
        for byte in SHA256.hash(data: bytes) {
            zeros += byte.leadingZeroBitCount
            if byte != 0 { break }
        }
        return zeros
    }
}

extension Casework {
    /// A challenge for a form, drawn now.
    public func proof(of ticket: FormTicket, bits: Int) -> FormProof {
        let now = clock.now().rawValue
        return FormProof(challenge: "\(bits).\(now).\(proofSeal(bits, now, ticket))", bits: bits)
    }

    /// What the answer of a form is worth now. One keyed digest and one hash, however it was made.
    /// - Parameter bits: asked of the place now.
    public func verdict(_ answer: String?, of ticket: FormTicket, bits: Int, _ bounds: FloodBounds) -> FormProof.Verdict {
        guard let answer, !answer.isEmpty else { return .missing }
        let parts = answer.split(separator: ":", omittingEmptySubsequences: false)
        let told = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard answer.utf8.count <= 100, parts.count == 2, told.count == 3, let had = Self.number(told[0]), let drawn = Self.number(told[1]),
            Self.number(parts[1]) != nil, FloodBounds.allowedBits.contains(Int(had))
        else { return .forged }
        let right = proofSeal(Int(had), drawn, ticket)
        guard right.utf8.count == told[2].utf8.count, zip(right.utf8, told[2].utf8).reduce(UInt8(0), { $0 | ($1.0 ^ $1.1) }) == 0 else {
            return .forged
        }
        let age = clock.now().rawValue - drawn
        // Clocks of nodes differ by moments.
        guard age >= -60_000, age <= bounds.lifetime * 1000 else { return .expired }
        guard Int(had) + bounds.slack >= bits else { return .tooEasy }
        return FormProof.zeros(answer) >= Int(had) ? .good : .wrong
    }

    /// Digits only, as the program writes them: one number has one text.
    private static func number(_ text: Substring) -> Int64? {
        guard (1...16).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }), text == "0" || text.first != "0" else {
            return nil
        }
        return Int64(text)
    }

    private func proofSeal(_ bits: Int, _ drawn: Int64, _ ticket: FormTicket) -> String {
        let bytes = terms.mark(bytes: Array("proof \(bits) \(drawn) ".utf8) + ticket.nonce + Array("\(ticket.issued.rawValue)".utf8))
        return bytes.prefix(16).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// Whether a form was sent before and is a case: sent again, it is shown its receipt and asked for nothing.
    public func wasSent(_ ticket: FormTicket) async throws -> Bool { try await receipt(of: ticket) != nil }
}
