import Foundation
import Testing
import Vietnamese

/// Real articles, where the data set is at hand: whatever they hold, what goes to a voice is words and pauses.
@Suite("Spoken news")
struct SpokenNewsTests {
    @Test("no digit and no slash of real articles survives", .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
    func articles() throws {
        let speak = SpokenVietnamese()
        var count = 0
        var numbers = 0
        for article in try SharedData.lines("news/articles.jsonl.zst", every: SharedData.isFull ? 1 : 40) {
            let title = article["title"] as? String ?? ""
            for text in ["title", "summary", "body"].compactMap({ article[$0] as? String }) {
                let spoken = speak(text)
                let wrong = spoken.first { !$0.isLetter && !" ,.;?!'".contains($0) }
                #expect(wrong == nil, "'\(wrong.map { String($0) } ?? "")' is left of: \(title)")
                // Nothing is lost on the way: there are at least as many words as there were of small letters.
                let plain = text.split { $0.isWhitespace }.filter { word in word.allSatisfy { $0.isLetter && $0.isLowercase } }.count
                #expect(spoken.split(separator: " ").count >= plain, "words are missing from: \(title)")
                #expect(!spoken.contains("  ") && !spoken.contains(" ,") && !spoken.contains(",,"), "pauses of: \(title)")
                numbers += text.contains { $0.isNumber } ? 1 : 0
            }
            count += 1
        }
        #expect(count > 300 && numbers > 300, "\(count) articles, \(numbers) texts with numbers")
    }
}
