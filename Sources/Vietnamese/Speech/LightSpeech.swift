/// Makes text of other languages fit for a voice that reads numbers itself: addresses are shortened, dates written out, brackets become pauses, and nothing is
/// left that a voice might take for instructions.
public struct LightSpeech: Sendable {
    let language: DateLanguage

    public init(_ language: DateLanguage) { self.language = language }

    /// The text of one paragraph, heading or cell as it is given to a voice.
    public func callAsFunction(_ text: String) -> String {
        let runs = nfc(text).split { $0.isWhitespace }.map { Self.short($0) ?? $0 }
        var out = ""
        for run in runs {
            if !out.isEmpty, out.last != " " { out.append(" ") }
            out += date(run) ?? plain(run)
        }
        return tidy(out)
    }

    /// A web address without what follows its host.
    private static func short(_ run: Substring) -> Substring? {
        guard let scheme = ["https://", "http://"].first(where: { run.lowercased().hasPrefix($0) }) else { return nil }
        let host = run.dropFirst(scheme.count).prefix { !"/?#:".contains($0) }
        return host.hasPrefix("www.") ? host.dropFirst(4) : host
    }

    /// 20/11/2026 with what stands around it.
    private func date(_ run: Substring) -> String? {
        let core = run.drop { !$0.isASCIIDigit }
        let end = core.lastIndex { $0.isASCIIDigit } ?? core.startIndex
        guard !core.isEmpty else { return nil }
        let parts = core[...end].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return plain(run[..<core.startIndex]) + date.text(.long, language: language) + plain(core[core.index(after: end)...])
    }

    private func plain(_ run: Substring) -> String {
        let pause = language == .zh ? "，" : ", "
        var out = ""
        for character in run {
            if character.isLetter || character.isASCIIDigit || character.isNumber {
                out.append(character)
                continue
            }
            switch character {
            case "(", ")", "[", "]", "{", "}", "<", ">", "（", "）", "【", "】", "《", "》", "“", "”", "\"", "–", "—", "|": out += pause
            case "/", "\\", "_", "*", "#", "^", "`", "~": out.append(" ")
            case ".", ",", ";", ":", "?", "!", "'", "’", "-", "%", "&", "+", "$", "€", "£", "¥", "₫", "°", "@", "。", "，", "、", "；", "：", "？", "！",
                "…":
                out.append(character)
            default: break
            }
        }
        return out
    }

    /// No space before a pause, no pause twice, none at the beginning.
    private func tidy(_ text: String) -> String {
        let pauses = ".,;:?!。，、；：？！…"
        var out = ""
        for character in text {
            if pauses.contains(character) {
                while out.last == " " { out.removeLast() }
                if let last = out.last, pauses.contains(last) {
                    if last == "," || last == "，" { out.removeLast() } else { continue }
                }
                if out.isEmpty { continue }
            }
            if character == " ", out.isEmpty || out.last == " " { continue }
            out.append(character)
        }
        while out.last == " " || out.last == "," || out.last == "，" { out.removeLast() }
        guard let last = out.last else { return "" }
        return pauses.contains(last) ? out : out + (language == .zh ? "。" : ".")
    }
}
