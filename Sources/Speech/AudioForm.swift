/// In what form sound is kept and sent. Both are of one channel and meant for speech on slow lines.
public enum AudioForm: String, Sendable, CaseIterable {
    /// Opus in Ogg, 16 kbit/s: half the bytes of MP3. Plays everywhere but on iPhones before iOS 18.4.
    case opus
    /// MP3, 32 kbit/s, at a constant rate, so that the place of a moment is a place in the file: plays everywhere.
    case mp3

    /// The media type for a `source` element.
    public var mediaType: String {
        switch self {
        case .opus: "audio/ogg; codecs=opus"
        case .mp3: "audio/mpeg"
        }
    }

    /// The program that makes it from a WAV on its input. The file is ours to name, never the text's.
    func encoder(to file: String) -> (program: String, arguments: [String]) {
        switch self {
        case .opus: ("opusenc", ["--quiet", "--ignorelength", "--bitrate", "16", "--speech", "--comp", "3", "--discard-comments", "-", file])
        case .mp3: ("lame", ["--quiet", "-m", "m", "--cbr", "-b", "32", "-t", "-", file])
        }
    }

    /// What makes two files of the same sound differ.
    var recipe: String {
        let (program, arguments) = encoder(to: "")
        return ([program] + arguments).joined(separator: " ")
    }

    /// The Debian package its program comes with.
    var package: String { self == .opus ? "opus-tools" : "lame" }
}
