import Testing
import Vietnamese

@testable import Triage

@Suite("Tracks")
struct TrackTests {
    static func guess(_ text: String) -> TrackGuess { TrackReader().guess(title: "", text: text) }

    @Test func theListIsReadWhole() {
        #expect(
            Track.all.map(\.code) == [
                "denunciation", "complaint", "information-request", "rule-petition", "site-report", "proposal", "leader-petition", "question",
            ]
        )
        #expect(Track.all.filter(\.isRoutedOut).map(\.code) == ["denunciation", "complaint"])
        for line in WordFile.lines("tracks.txt") where !line.text.hasPrefix("[") {
            #expect(line.text.contains("=") && line.text.split(separator: "=").allSatisfy { !$0.allSatisfy(\.isWhitespace) }, "line \(line.number)")
        }
    }

    /// Letters and what must be said of them. The order of a row: text, best track, tracks that are led out.
    static let cases: [(text: String, best: String, out: [String])] = [
        ("Tôi tố cáo ông A. nhận hối lộ.", "denunciation", ["denunciation"]), ("TOI TO CAO ONG A NHAN HOI LO", "denunciation", ["denunciation"]),
        ("Đơn khiếu nại Quyết định số 12", "complaint", ["complaint"]), ("don khieu nai quyet dinh so 12", "complaint", ["complaint"]),
        ("Đơn khiêu nại quyết định số 12", "complaint", ["complaint"]), ("Cây to cao sắp đổ xuống đường", "site-report", []),
        ("Đây không phải đơn khiếu nại, tôi chỉ muốn hỏi hồ sơ gồm những gì?", "question", []),
        ("Quyền của người tố cáo là gì?", "question", []), ("Luật Khiếu nại quy định thời hiệu bao lâu?", "question", []),
        ("Xin hỏi hàng để xuất khẩu cần giấy tờ gì", "question", []), ("", "question", []), ("😀😀😀", "question", []),
        ("Đề nghị lắp thêm đèn", "proposal", []),
    ]

    @Test("what must hold", arguments: cases)
    func holds(_ one: (text: String, best: String, out: [String])) {
        let guess = Self.guess(one.text)
        #expect(guess.best.track.code == one.best, "\(guess.candidates.map { ($0.track.code, $0.score) })")
        #expect(guess.routedOut.map(\.track.code) == one.out)
    }

    @Test func mixedLettersSayWhichSentencePointsWhere() throws {
        let guess = TrackReader().guess(
            title: "Đơn của tôi",
            text: "Tôi khiếu nại quyết định thu hồi đất số 21. Ông trưởng ban nhận hối lộ, tôi tố cáo việc này! Xin hỏi bao giờ có kết quả?"
        )
        #expect(guess.isMixed && guess.best.track.code == "denunciation")
        let sentences = Dictionary(uniqueKeysWithValues: guess.parts.map { ($0.track.code, $0.evidence.first?.sentence) })
        #expect(
            sentences == [
                "denunciation": "Ông trưởng ban nhận hối lộ, tôi tố cáo việc này!", "complaint": "Tôi khiếu nại quyết định thu hồi đất số 21.",
                "question": "Xin hỏi bao giờ có kết quả?",
            ]
        )
        #expect(Set(guess.routedOut.map(\.track.code)) == ["denunciation", "complaint"])
    }

    /// How many letters were led the right way.
    struct Shares {
        var right = 0
        var all = 0
        /// Parts that are complaints or denunciations, and how many of them were told.
        var led = 0
        var outward = 0
        /// Letters without either, and how many of them were told to be one.
        var wronglyLed = 0
        var others = 0
        var misses: [String] = []

        mutating func add(_ letter: LabelledLetter, _ guess: TrackGuess) {
            // Of a mixed letter every part must be among the first as many.
            let first = Set(guess.candidates.prefix(letter.tracks.count).map(\.track.code))
            let outward = Set(Track.all.filter(\.isRoutedOut).map(\.code)).intersection(letter.tracks)
            let told = Set(guess.routedOut.map(\.track.code))
            all += letter.tracks.count
            right += letter.tracks.count { first.contains($0) }
            self.outward += outward.count
            led += outward.intersection(told).count
            if outward.isEmpty {
                others += 1
                if !told.isEmpty { wronglyLed += 1 }
            }
            if !first.isSuperset(of: letter.tracks) { misses.append("\(letter.tracks) taken for \(first): \(letter.text)") }
            if !told.isSuperset(of: outward) { misses.append("\(outward) not told: \(letter.text)") }
        }
    }

    /// The shares that the letters reach (docs/triage.md), so that a change of the list shows.
    @Test("letters of every track", arguments: [("tuned", 0.98, 0.98), ("kept", 0.8, 0.84)])
    func letters(_ name: String, best: Double, led: Double) throws {
        var shares = Shares()
        var byTrack: [String: Shares] = [:]
        for letter in try LabelledLetter.read(name) {
            let guess = Self.guess(letter.text)
            shares.add(letter, guess)
            if letter.tracks.count == 1 { byTrack[letter.tracks[0], default: Shares()].add(letter, guess) }
        }
        print(
            "\(name): best \(shares.right)/\(shares.all), led out \(shares.led)/\(shares.outward), without need \(shares.wronglyLed)/\(shares.others)"
        )
        for (track, one) in byTrack.sorted(by: { $0.key < $1.key }) {
            print("  \(track): \(one.right)/\(one.all), led out \(one.led)/\(one.outward)")
        }
        for miss in shares.misses { print("  \(miss)") }
        #expect(shares.all > 80)
        #expect(Double(shares.right) >= best * Double(shares.all))
        #expect(Double(shares.led) >= led * Double(shares.outward))
        #expect(shares.wronglyLed * 20 <= shares.others)
    }
}
