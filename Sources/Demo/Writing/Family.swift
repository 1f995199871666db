/// A family of articles: one event as an office writes about it again and again, with the turns of phrase, figures and places that differ.
///
/// A family is written as plain text, a field a line:
///
///     === ocop-fair                     a new family and its name
///     for: main agriculture commune     which portals it suits: traits of sites
///     by: so-cong-thuong commune        who acts, where the portal itself is not the actor
///     section: kinh-te, commune=tin-tuc where it stands; codes of the main portal's sections, exceptions for others
///     months: 9-12                      when it happens; all the year where this is missing
///     pictures: fields festival         scenes to draw
///     tags: OCOP; nông sản              always given
///     let n = 30..60/5                  a whole number, in steps; `2.1..4.8` a decimal; `80%..95% of n` a share; `n + m`, `n - m`
///     let what, unit = lúa / tấn | …    one of the tuples
///     let no = doc QĐ-UBND -5           a document number, fitting the day five days before the event
///     T: K: S: P: H: L: Q: TB: TH: TR: D: C:
///                                       title, kicker, standfirst, paragraph, subheading, list, quote, table (caption, head, row),
///                                       document, caption; `P?:` may be left out; a line `| …` is another wording of the line above
struct Family: Sendable {
    enum Measure: Sendable {
        case whole(ClosedRange<Int>, step: Int)
        case tenths(ClosedRange<Int>)
        case share(ClosedRange<Int>, of: String)
        case sum([(sign: Int, name: String)])
        case document(suffix: String, days: Int)
        case tuple([[[Phrase]]])
    }

    struct Definition: Sendable {
        let names: [String]
        let measure: Measure

        /// Other definitions it is worked out from.
        var dependencies: [String] {
            switch measure {
            case .share(_, let whole): [whole]
            case .sum(let terms): terms.map(\.name)
            case .whole, .tenths, .document, .tuple: []
            }
        }
    }

    enum Part: String, Sendable, Hashable {
        case paragraph = "P"
        case heading = "H"
        case list = "L"
        case quote = "Q"
        case tableCaption = "TB"
        case tableHead = "TH"
        case tableRow = "TR"
        case document = "D"
    }

    struct Line: Sendable, Hashable {
        let part: Part
        let isOptional: Bool
        /// The wordings; each is a list of cells (one, but for lists, table rows, quotes and documents).
        var wordings: [[[Phrase]]]
    }

    var name: String
    var sites: Set<String> = []
    var actors: [String] = []
    var section = ""
    var sectionExceptions: [String: String] = [:]
    var months: Set<Int> = Set(1...12)
    var scenes: [String] = []
    var tags: [[Phrase]] = []
    var topic: String?
    /// Where it can happen; anywhere when empty.
    var terrain: Set<String> = []
    /// Families of several languages that tell of the same event share its name, and so its figures and places.
    var event: String?
    var definitions: [Definition] = []
    var titles: [[Phrase]] = []
    var kickers: [[Phrase]] = []
    var standfirsts: [[Phrase]] = []
    var captions: [[Phrase]] = []
    var body: [Line] = []

    /// Every slot named in the family's texts.
    var slots: Set<String> {
        var phrases: [Phrase] = (titles + kickers + standfirsts + captions + tags).flatMap { $0 }
        phrases += body.flatMap(\.wordings).flatMap { $0 }.flatMap { $0 }
        for definition in definitions {
            if case .tuple(let options) = definition.measure { phrases += options.flatMap { $0 }.flatMap { $0 } }
        }
        return Set(Phrase.slots(in: phrases))
    }
}
