import FileStore

/// What is read aloud, made speakable already: passages in their order, each with the silence after it.
public struct SpeechScript: Sendable, Hashable {
    /// One paragraph, heading or row, in the words a voice is to say.
    public struct Passage: Sendable, Hashable {
        public let text: String
        /// Milliseconds of silence after it.
        public let pause: Int

        public init(_ text: String, pause: Int) {
            self.text = text
            self.pause = pause
        }
    }

    /// The language of the text: `vi`, `en`, `zh`.
    public let language: String
    public let passages: [Passage]

    public init(language: String, _ passages: [Passage]) {
        self.language = language
        self.passages = passages
    }

    /// The name of what a voice makes of it: the same text, pauses, voice and form give the same name, anything else another.
    func key(voice: String, form: AudioForm) -> String {
        var text = "1\n\(voice)\n\(form.recipe)\n\(language)\n"
        for passage in passages { text += "\(passage.pause) \(passage.text.utf8.count) \(passage.text)\n" }
        return String(ContentHash(of: text.utf8).description.prefix(32))
    }
}
