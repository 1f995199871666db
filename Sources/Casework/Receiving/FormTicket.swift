import Crypto
import PortalNetwork
public import Store
public import Vietnamese

/// What a form carries so that it is taken once: when it was drawn and a number of its own, signed. No cookie, no row until it is sent.
///
/// Sent twice (an impatient finger, a lost answer, a page loaded again), it is one case with one receipt: the PIN follows from the ticket, so the same
/// receipt can be shown again to whoever has the form, and to nobody else.
public struct FormTicket: Sendable, Hashable {
    public enum Age: Sendable, Hashable { case fresh, tooYoung, expired }

    /// Sooner than a person can type, in milliseconds; and how long a form may lie open.
    static let youngest: Int64 = 2_000
    static let oldest: Int64 = 24 * 3_600_000

    let issued: Instant
    let nonce: [UInt8]

    public func age(at now: Instant) -> Age {
        let age = now.rawValue - issued.rawValue
        if age >= 0, age < Self.youngest { return .tooYoung }
        // A clock that was set back in between makes nobody hasty.
        return abs(age) > Self.oldest ? .expired : .fresh
    }

    fileprivate var body: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: issued.rawValue >> (56 - Int64($0) * 8)) } + nonce }
}

extension Casework {
    /// A ticket for a form that is drawn now, as text.
    public func ticket() -> String {
        let ticket = FormTicket(issued: clock.now(), nonce: RandomBytes.make(16))
        return (ticket.body + seal(of: ticket)).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// Nil for what we did not make.
    public func ticket(_ text: String) -> FormTicket? {
        guard text.utf8.count == 80 else { return nil }
        var bytes: [UInt8] = []
        let digits = Array(text.utf8)
        for index in stride(from: 0, to: 80, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16), digits[index] != UInt8(ascii: "+") else {
                return nil
            }
            bytes.append(byte)
        }
        let issued = bytes[..<8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let ticket = FormTicket(issued: Instant(rawValue: issued), nonce: Array(bytes[8..<24]))
        return zip(seal(of: ticket), bytes[24...]).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0 ? ticket : nil
    }

    private func seal(of ticket: FormTicket) -> [UInt8] { Array(terms.mark(bytes: Array("ticket".utf8) + ticket.body).prefix(16)) }

    func pin(of ticket: FormTicket) -> CasePIN { CasePIN(bytes: terms.mark(bytes: Array("pin".utf8) + ticket.body)) }

    /// What is kept of a ticket that was used.
    func mark(of ticket: FormTicket) -> [UInt8] { Array(terms.mark(bytes: Array("used".utf8) + ticket.body).prefix(16)) }

    /// The receipt of a form that was sent before; nil where it was not.
    func receipt(of ticket: FormTicket) async throws -> Receipt? {
        let mark = mark(of: ticket)
        return try await database.read { db in
            let row = try db.row("SELECT \(CaseFile.columns) FROM case_file WHERE sent = \(mark)")
            return try row.map(CaseFile.init).map { file in
                Receipt(
                    id: file.id,
                    code: file.code,
                    pin: pin(of: ticket),
                    receivedAt: file.receivedAt,
                    due: file.rule.map { CaseTimes.Due(at: file.dueAt, isProvisional: file.isProvisional, rule: $0) }
                )
            }
        }
    }
}
