import Foundation

/// One way in (*luồng tiếp nhận*): what is asked of who writes, who may see it, which rule gives its time. Tracks are data (`Data/tracks.json`); a new one
/// is an entry there with its words (`casework.track.<code>`), not code.
public struct Track: Sendable, Hashable, Decodable {
    /// `question`, `petition`, …; stored with every case and never renamed.
    public let code: String
    /// The page its form and its public list stand on, of those that addresses name (`hoi-dap`, `phan-anh-kien-nghi`); nil: only through the desk.
    public let page: String?
    /// What the form's own address ends in below that page (`gui`, `hien-truong`).
    public let form: String?
    /// Whether it may become a public case at all. A complaint or a denunciation is answered with guidance and never stored (domain notes 2.1).
    public let intake: Intake
    /// What each field is to this track; fields that are not named are not shown.
    public let fields: [Field: Demand]
    /// The matter that the rules are asked about (`question`, `petition-rules`): deadlines, what stops the clock, transfers.
    public let matter: String
    /// Where the rule depends on how much work it is (`simple`, `complex`): the first holds until an officer says otherwise.
    public let variants: [String]?
    public let wishes: [Wish]
    /// Files that may come with it, and bytes of all together.
    public let files: Int
    public let bytes: Int
    /// `page`: it is about a page of the portal, whose address the form is filled in with; nil: about whatever.
    public let about: String?
    /// Where people are sent whose letter belongs elsewhere (`complaint`, `denunciation`).
    public let guidance: String?
    /// What the track is called where letters are read and in competence tables; nil: by its own code.
    let reading: String?

    public enum Intake: String, Sendable, Decodable { case `case`, guide }
    public enum Demand: String, Sendable, Decodable { case required, optional }

    /// Fields of the form, in the order of the form.
    public enum Field: String, Sendable, Decodable, CaseIterable, CodingKeyRepresentable {
        case name, standing, unit, address, phone, email, identity, field, agency, title, text, place, files
    }

    /// Its code where letters are read and in competence tables.
    public var read: String { reading ?? code }

    public func demand(_ field: Field) -> Demand? { fields[field] }
    public func asks(_ field: Field) -> Bool { fields[field] != nil }
}

/// What who writes wants of the public (*công khai*): with what they said, without who they are, or not at all.
public enum Wish: String, Sendable, Codable, CaseIterable {
    case open, anonymised, closed
}

/// How a case came in.
public enum CaseChannel: String, Sendable, Codable, CaseIterable {
    case page, mail, phone, letter, reception, `import`

    /// The way as rules name it.
    var way: String {
        switch self {
        case .page, .mail, .import: "online"
        case .letter: "post"
        case .phone: "phone"
        case .reception: "in-person"
        }
    }
}

/// The tracks of the program.
public struct TrackTable: Sendable {
    public let tracks: [Track]
    private let byCode: [String: Track]

    /// - Throws: `CaseworkFault.tracks` where the table contradicts itself.
    public init(_ tracks: [Track]) throws(CaseworkFault) {
        var byCode: [String: Track] = [:]
        var addresses: Set<String> = []
        for track in tracks {
            guard byCode.updateValue(track, forKey: track.code) == nil else { throw .tracks("two tracks are called \(track.code)") }
            if let page = track.page, let form = track.form {
                guard addresses.insert(page + "/" + form).inserted else { throw .tracks("two tracks have their form at \(page)/\(form)") }
            }
            guard track.intake == .guide || (track.asks(.title) && track.asks(.text)) else {
                throw .tracks("\(track.code) takes cases without a title or a text")
            }
            guard track.intake == .guide || !track.wishes.isEmpty else { throw .tracks("\(track.code) offers no wish") }
        }
        self.tracks = tracks
        self.byCode = byCode
    }

    /// The tracks that come with the program.
    public static func standard() throws -> TrackTable {
        guard let file = EmbeddedFiles.all.first(where: { $0.path == "Data/tracks.json" }) else { throw CaseworkFault.tracks("it is not embedded") }
        return try TrackTable(try JSONDecoder().decode([Track].self, from: Data(file.text.description.utf8)))
    }

    public subscript(_ code: String) -> Track? { byCode[code] }

    /// The track whose form stands at an address.
    public func track(page: String, form: String) -> Track? { tracks.first { $0.page == page && $0.form == form } }

    /// The track that letters are read to belong to.
    public func track(read code: String) -> Track? { tracks.first { $0.read == code } }

    /// Those that a page of the portal offers, in their order.
    public func offered(on page: String) -> [Track] { tracks.filter { $0.page == page && $0.form != nil } }
}

/// What is wrong with the program's own data.
public enum CaseworkFault: Error, Equatable, CustomStringConvertible {
    case tracks(String)
    case damaged(String)

    public var description: String {
        switch self {
        case .tracks(let what): "the table of tracks: \(what)"
        case .damaged(let what): "stored case data: \(what)"
        }
    }
}
