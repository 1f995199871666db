/// What is dialled or typed: telephone numbers, addresses of the web and of mail.
extension SpeechReading {
    /// Digit by digit: 0236.3.822.123, (0236) 3822 123, 1900 1234, +84 236 3822 123, and 113 after "gọi".
    func phone(_ index: Int) -> Spoken? {
        var at = index
        var groups: [String] = []
        var isOpen = false
        var plus = false
        if tokens[at]?.text == "(" {
            isOpen = true
            at += 1
        }
        if tokens[at]?.text == "+" {
            plus = true
            at += 1
        }
        guard let first = tokens.digits(at) else { return nil }
        groups.append(first)
        var count = first.count
        at += 1
        while count < 15 {
            var next = at
            if isOpen, tokens.sign(next, ")") {
                isOpen = false
                next += 1
            }
            if tokens.sign(next, ".-") { next += 1 }
            let isJoined = next > at ? true : !tokens.isTight(next)
            guard isJoined, let digits = tokens.digits(next), next == at || tokens.isTight(next) || tokens[next - 1]?.text == ")",
                count + digits.count <= 15
            else {
                break
            }
            // A number of its own, a day or a sum of money ends it.
            let goesOn = tokens.sign(next + 1, "/%") || tokens.sign(next + 1, ",") && tokens.tightDigits(next + 2) != nil
            if next == at, digits.count > 4 || goesOn { break }
            groups.append(digits)
            count += digits.count
            at = next + 1
        }
        // The last digits are sometimes hidden: 0236.3.822.xxx
        if tokens.sign(at, "."), let hidden = tokens.tightWord(at + 1), hidden.lowercased().allSatisfy({ $0 == "x" }) {
            groups.append(hidden)
            count += hidden.count
            at += 2
        } else if let hidden = tokens.word(at), hidden.count >= 2, hidden.lowercased().allSatisfy({ $0 == "x" }) {
            groups.append(hidden)
            count += hidden.count
            at += 1
        }
        guard !isOpen, !tokens.sign(at, "/%") else { return nil }
        let digits = groups.joined()
        let isService = (digits.hasPrefix("1900") || digits.hasPrefix("1800")) && (8...10).contains(count) && first.count >= 4
        let isNumber =
            digits.hasPrefix("0") && (9...11).contains(count) && first.count >= 2 || plus && digits.hasPrefix("84") && (10...12).contains(count)
        let isDialled = !plus && (3...12).contains(count) && first.count >= 3 && tokens.follows(index, "phone-words", of: lexicon)
        guard isNumber || isService || isDialled, unitName(at, isTight: nil) == nil else { return nil }
        let words = groups.map { $0.count > 4 && $0.allSatisfy(\.isASCIIDigit) ? spelledDigits($0) : lexicon.spelled($0) }.joined(separator: ", ")
        return Spoken(text: (plus ? (lexicon.symbol("+") ?? "") + " " : "") + words, end: at)
    }

    /// An address that a reader types: said shortly, without what follows the host.
    func foreignAddress(_ index: Int) -> Spoken? {
        guard index == 0 || !tokens.isTight(index) || tokens[index - 1]?.kind == .sign else { return nil }
        var (run, end) = tokens.run(index)
        guard run.utf8.count >= 5, run.utf8.count <= 2048, run.contains(".") else { return nil }
        while let last = tokens[end - 1], last.kind == .sign, end > index + 1, !"/@".contains(last.text) {
            run.removeLast(last.text.count)
            end -= 1
        }
        let low = lowercase(run)
        if let at = low.firstIndex(of: "@"), at > low.startIndex {
            let (name, host) = (low[..<at], low[low.index(after: at)...])
            guard Self.isHost(host), name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".+-_".contains($0)) }) else { return nil }
            let isNamed =
                ["email", "mail"].contains(tokens.wordsBefore(index, 1).last ?? "") || tokens.wordsBefore(index, 3) == ["thư", "điện", "tử"]
            return Spoken(
                text: "\(isNamed ? "" : lexicon.text("mail-address")) \(spokenLabels(name)) \(lexicon.symbol("@") ?? "") \(spokenLabels(host))",
                end: end
            )
        }
        var host = Substring(low)
        let hasScheme = ["https://", "http://"].contains { scheme in
            guard host.hasPrefix(scheme) else { return false }
            host = host.dropFirst(scheme.count)
            return true
        }
        host = host.prefix { !"/?#:".contains($0) }
        guard Self.isHost(host) else { return hasScheme ? Spoken(text: lexicon.text("web-address"), end: end) : nil }
        guard hasScheme || host.hasPrefix("www.") || Self.endings.contains(host.split(separator: ".").last ?? "") else { return nil }
        let before = tokens.wordsBefore(index, 2)
        let isNamed = ["web", "website", "link", "facebook", "fanpage", "cổng"].contains(before.last ?? "") || before == ["trang", "web"]
        let name = isNamed ? "" : before == ["địa", "chỉ"] ? lexicon.text("web-page") : lexicon.text("web-address")
        return Spoken(text: name + " " + spokenLabels(host), end: end)
    }

    private static let endings: Set<Substring> = ["vn", "com", "net", "org", "gov", "edu", "info", "int"]

    /// Labels of letters, digits and hyphens, two at least, the last of letters.
    private static func isHost(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2, last.allSatisfy({ $0.isLetter && $0.isASCII }) else { return false }
        return labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } }
    }

    private func spokenLabels(_ host: Substring) -> String {
        host.split { "._-+".contains($0) }.compactMap { label -> String? in
            if let known = lexicon.domain(String(label)) { return known.isEmpty ? nil : known }
            let hasVowel = label.contains { "aeiouy".contains($0) }
            return hasVowel && label.count > 2
                ? label.map { $0.isNumber ? " " + lexicon.spelled(String($0)) + " " : String($0) }.joined() : lexicon.spelled(label)
        }.joined(separator: " " + lexicon.text("dot") + " ")
    }
}
