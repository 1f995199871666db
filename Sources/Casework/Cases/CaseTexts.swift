import Foundation
public import PortalNetwork
public import Publishing

/// What was written, word for word: sealed under the case's key, opened only for who has it in hand.
public struct CaseOriginal: Sendable, Hashable, Codable {
    public var name: String?
    public var standing: Submission.Standing?
    public var unit: String?
    public var address: String?
    public var phone: String?
    public var email: String?
    public var identity: String?
    public var title: String
    public var text: String
    public var place: String?
    public var consents: [Submission.Consent]
    public var enteredBy: PersonID?

    public init(_ submission: Submission) {
        name = submission.name
        standing = submission.standing
        unit = submission.unit
        address = submission.address
        phone = submission.phone.map { PhoneNumber(typed: $0)?.description ?? $0 }
        email = submission.email
        identity = submission.identity
        title = submission.title
        text = submission.text
        place = submission.place
        consents = submission.consents.sorted { $0.rawValue < $1.rawValue }
        enteredBy = submission.enteredBy
    }
}

/// What lists of the desk show of it, so that a list opens no letters.
public struct CaseCard: Sendable, Hashable, Codable {
    public var title: String
    /// The beginning of the name, as desks write it on a folder.
    public var name: String?

    public init(_ original: CaseOriginal) {
        title = original.title
        name = original.name
    }
}

/// The words of an event: a reason, a question to who asked, a draft of the answer.
public struct CaseNote: Sendable, Hashable, Codable {
    public var text: String
    /// Of an answer: number of the official letter, who signed, what it rests on.
    public var letter: String?
    public var signer: String?
    public var basis: [String]?

    public init(text: String, letter: String? = nil, signer: String? = nil, basis: [String]? = nil) {
        self.text = text
        self.letter = letter
        self.signer = signer
        self.basis = basis
    }
}

/// Seals and opens what belongs to cases. Purposes keep one thing from passing for another.
enum CaseSeal {
    static let original = "case original"
    static let card = "case card"
    static let pin = "case pin"
    static func note(_ number: Int) -> String { "case note \(number)" }
    static func file(_ number: Int) -> String { "case file \(number)" }
    static func fileName(_ number: Int) -> String { "case file name \(number)" }

    static func seal(_ value: some Encodable, _ id: CaseID, _ purpose: String, _ keys: ItemKeys) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let sealed = try keys.seal([UInt8](try encoder.encode(value)), of: ItemID(rawValue: id.rawValue), as: purpose) else {
            throw CaseRefusal.erased
        }
        return sealed
    }

    static func open<T: Decodable>(_ sealed: [UInt8], as type: T.Type, _ id: CaseID, _ purpose: String, _ keys: ItemKeys) throws -> T {
        guard let bytes = try keys.open(sealed, of: ItemID(rawValue: id.rawValue), as: purpose) else { throw CaseRefusal.erased }
        do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch {
            throw CaseworkFault.damaged("what case \(id) keeps as '\(purpose)' cannot be read")
        }
    }
}
