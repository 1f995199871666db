/// Why there is no recording. Its text is for the operator and says nothing of what was to be read.
public enum SpeechFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The language has no voice here.
    case noVoice(language: String)
    /// A program is not installed, or does not start.
    case missing(program: String)
    /// A program ended otherwise than well.
    case failed(program: String, reason: String)
    /// What came out is no sound of ours.
    case notSound(reason: String)
    case tooSlow(seconds: Int)
    case tooLong(seconds: Int)
    /// More than may wait are waiting already.
    case busy
    /// It is being made and takes longer than the one who asked waits.
    case notYet
    case disk(reason: String)

    public var description: String {
        switch self {
        case .noVoice(let language): "there is no voice for the language '\(language)'"
        case .missing(let program): "'\(program)' is not installed, or cannot be started (script/bootstrap --for server installs what is needed)"
        case .failed(let program, let reason): "'\(program)' failed: \(reason)"
        case .notSound(let reason): "the voice gave no WAV of 16 bits: \(reason)"
        case .tooSlow(let seconds): "it took longer than \(seconds) seconds"
        case .tooLong(let seconds): "it would be longer than \(seconds) seconds of sound"
        case .busy: "too many recordings are waiting to be made"
        case .notYet: "it is being made"
        case .disk(let reason): reason
        }
    }

    /// Whether trying the same again soon would come to the same.
    public var lasts: Bool {
        switch self {
        case .busy, .notYet, .disk, .missing: false
        case .noVoice, .failed, .notSound, .tooSlow, .tooLong: true
        }
    }
}
