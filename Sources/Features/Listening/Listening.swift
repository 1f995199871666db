import FileStore
import Logging
import PortalNetwork
public import Publishing
import RichText
public import Speech
import Synchronization
public import Vietnamese
public import Web

/// What it takes to read items aloud: who may be listened to, in which words, under which address.
///
/// The page offers the player whenever there is a voice for its language, and the recording is made when it is not there yet: in the background after a
/// publication, on demand for what is older. So a page never changes because of its recording, and a million articles of the past cost nothing until somebody
/// listens.
public struct Listening: Sendable {
    let reader: Reader
    let studio: Studio
    let lexicon: SpeechLexicon
    let words: Words
    let kinds: Set<KindName>
    let voices: VoiceHealth
    private let recipes: [Language: String]

    /// The shortest text that is worth a player, in bytes.
    private static let shortest = 160
    /// How long a reader waits for a recording that is being made.
    static let patience = Duration.seconds(25)
    /// What is older than this, in seconds, is recorded when somebody asks for it.
    static let recent: Int64 = 7 * 86_400

    /// - Parameters:
    ///   - lexicon: how short forms are spoken.
    ///   - kinds: of items whose pages have a player.
    public init(reader: Reader, studio: Studio, lexicon: SpeechLexicon = .house, words: Words, kinds: Set<KindName>) {
        self.reader = reader
        self.studio = studio
        self.lexicon = lexicon
        self.words = words
        self.kinds = kinds
        let voice = studio.voice
        voices = VoiceHealth(Set(Language.allCases.filter { voice.speaks($0.rawValue) }))
        // The wording around pictures and tables belongs to it too, but changes with releases only, and they come with a new version of the script.
        recipes = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                let text = "\(ReadingScript.version) \(language == .vi ? lexicon.version : 0) \(voice.recipe(for: language.rawValue))"
                return (language, String(ContentHash(of: text.utf8).description.prefix(8)))
            }
        )
    }

    /// The player of an item's page; nil where it is not read aloud.
    public func player(of item: RevealedItem, statics: StaticFiles) -> PlayerView? {
        guard offers(item) else { return nil }
        return PlayerView(
            item: "\(item.id)",
            sources: AudioForm.allCases.map { PlayerSource(href: address(of: item, $0).path, type: $0.mediaType) },
            statics: statics
        )
    }

    func offers(_ item: RevealedItem) -> Bool {
        kinds.contains(item.card.kind) && voices.speaks(item.card.language) && Self.isLongEnough(item.details.publicBlocks)
    }

    func address(of item: RevealedItem, _ form: AudioForm) -> AudioAddress {
        AudioAddress(item: item.id, edition: item.edition, recipe: recipes[item.card.language] ?? "", form: form)
    }

    func script(of item: RevealedItem) -> SpeechScript {
        ReadingScript.of(item.details.publicBlocks, in: item.card.language, lexicon: lexicon, words: words)
    }

    /// The recording of an item's live edition, made where it is not there.
    func recording(of item: RevealedItem, as form: AudioForm, patience: Duration?) async throws -> AudioFile {
        let (id, edition, reader) = (item.id, item.edition, reader)
        return try await studio.recording(of: script(of: item), for: "\(id)", as: form, patience: patience) {
            // Asked again when it is made. When nobody can say, it stays: who asks for it passes the gate.
            guard let cards = try? await reader.cards([id]) else { return true }
            return cards.first?.edition == edition
        }
    }

    /// Counts no further than it must.
    private static func isLongEnough(_ blocks: [Block]) -> Bool {
        var bytes = 0
        for block in blocks {
            bytes += PlainText.of(RichText([block])).utf8.count
            if bytes >= shortest { return true }
        }
        return false
    }
}

/// Which languages can be spoken here now.
final class VoiceHealth: Sendable {
    private let working: Mutex<Set<Language>>
    /// Those the voice is asked for at all.
    let all: Set<Language>

    init(_ languages: Set<Language>) {
        all = languages
        working = Mutex(languages)
    }

    func speaks(_ language: Language) -> Bool { working.withLock { $0.contains(language) } }

    /// Returns whether that is news.
    func set(_ language: Language, works: Bool) -> Bool {
        working.withLock { works ? $0.insert(language).inserted : $0.remove(language) != nil }
    }
}
