import ArgumentParser
import Foundation
import Logging
import Speech
import Vietnamese

struct SpeechCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speech",
        abstract: "Try how a text is read aloud: in which words, in which voice.",
        discussion: "For whoever sets up a voice or writes a lexicon. The text comes on standard input, one paragraph a line.",
        subcommands: [SpeechWords.self, SpeechRecord.self]
    )

    /// The lines of standard input as a voice would get them.
    static func spoken(_ language: String, _ settings: Settings) throws -> [String] {
        guard let known = DateLanguage(rawValue: language) else { throw UsageFault("--language is '\(language)'; give vi, en or zh") }
        let lexicon = try SpeechParts.lexicon(settings)
        let lines = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n").map { String($0) }
        if known == .vi {
            let speak = SpokenVietnamese(lexicon)
            return lines.map { speak($0) }.filter { !$0.isEmpty }
        }
        let speak = LightSpeech(known)
        return lines.map { speak($0) }.filter { !$0.isEmpty }
    }
}

private struct SpeechWords: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "words", abstract: "Write a text out in the words a voice is given.")
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "vi, en or zh. Default: vi") var language = "vi"

    func run() async throws {
        let lines = try SpeechCommand.spoken(language, global.settings())
        try global.console.result(lines, text: lines.joined(separator: "\n"))
    }
}

private struct SpeechRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record a text into a file (.opus or .mp3), as an article would be."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file to write: its ending says in which form.") var file: String
    @Option(name: .long, help: "vi, en or zh. Default: vi") var language = "vi"
    @Option(name: .long, help: "Command of another voice.") var speechCommand: String?

    private struct Answer: Encodable {
        let file: String
        let seconds: Double
        let bytes: Int64
    }

    func run() async throws {
        let settings = try global.settings([.speechCommand: speechCommand.map { [$0] } ?? []])
        guard let form = AudioForm(rawValue: URL(filePath: file).pathExtension) else { throw UsageFault("'\(file)' must end in .opus or .mp3") }
        let script = SpeechScript(language: language, try SpeechCommand.spoken(language, settings).map { .init($0, pause: 450) })
        guard !script.passages.isEmpty else { throw UsageFault("there is nothing to read: give the text on standard input") }
        let voice = settings[.speechCommand].map { Voice.command($0) } ?? .espeak
        let milliseconds: Int
        do {
            milliseconds = try await Studio.record(script, as: form, to: file, voice: voice, limits: SpeechParts.limits(settings))
        } catch let fault as SpeechFault { throw UsageFault("nothing was recorded: \(fault)") }
        let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber)?.int64Value ?? 0
        let answer = Answer(file: file, seconds: Double(milliseconds) / 1000, bytes: size)
        try global.console.result(answer, text: "\(answer.seconds) seconds, \(size) bytes in \(file)")
    }
}
