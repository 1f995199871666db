/// Who speaks: a program that takes text on its input and gives a WAV (16 bits) on its output.
public struct Voice: Sendable, Hashable {
    enum Speaker: Sendable, Hashable {
        /// espeak-ng (GPL, so only ever as a process of its own) with a voice of its own for each language.
        case espeak
        /// A command of the operator, run by the shell; the language is in `CAUNOI_SPEECH_LANGUAGE`.
        case command(String)
    }

    let speaker: Speaker

    /// espeak-ng, which needs neither a network nor a model.
    public static let espeak = Voice(speaker: .espeak)
    /// Any other voice. The text comes on standard input only, never in the command.
    public static func command(_ line: String) -> Voice { Voice(speaker: .command(line)) }

    /// The variable that names the language to a command.
    public static let languageVariable = "CAUNOI_SPEECH_LANGUAGE"

    /// espeak's voice, words a minute and pitch for a language.
    private static let espeakVoices: [String: (voice: String, speed: Int, pitch: Int)] = [
        "vi": ("vi", 165, 45), "en": ("en-gb", 155, 45), "zh": ("cmn", 150, 45),
    ]

    /// Languages it can be asked to speak at all.
    public func speaks(_ language: String) -> Bool {
        switch speaker {
        case .espeak: Self.espeakVoices[language] != nil
        case .command: true
        }
    }

    /// The program for a language. Nothing of the text is in it.
    func process(for language: String) -> (program: String, arguments: [String], environment: [String: String])? {
        switch speaker {
        case .espeak:
            guard let (voice, speed, pitch) = Self.espeakVoices[language] else { return nil }
            // -b 1: UTF-8. Without -m nothing in the text is markup; without -z a sentence ends with its own pause.
            return ("espeak-ng", ["-v", voice, "-s", "\(speed)", "-p", "\(pitch)", "-b", "1", "--stdin", "--stdout"], [:])
        case .command(let line): return ("sh", ["-c", line], [Self.languageVariable: language])
        }
    }

    /// How much text is given to one run of the program: espeak starts at once, so each passage is a run; a model that takes seconds to load gets more.
    var charactersAtOnce: Int {
        switch speaker {
        case .espeak: 1
        case .command: 4000
        }
    }

    /// What makes two recordings of the same text differ.
    public func recipe(for language: String) -> String {
        guard let (program, arguments, _) = process(for: language) else { return "" }
        return ([program] + arguments).joined(separator: " ")
    }
}

/// What a voice and an encoder may use of the machine.
public struct SpeechLimits: Sendable, Hashable {
    /// Megabytes of address space for each program.
    public var memory = 1024
    /// Seconds of processor for one run of a voice, and as long on the clock.
    public var runSeconds = 120
    /// Seconds on the clock for a whole recording.
    public var seconds = 900
    /// Seconds of sound in one recording.
    public var soundSeconds = 3 * 3600
    /// How far behind everything else it stands (nice).
    public var niceness = 15
    /// Recordings that may wait to be made.
    public var waiting = 16

    public init() {}
}
