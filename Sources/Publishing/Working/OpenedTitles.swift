import PortalNetwork
import Store
import Synchronization
import Vietnamese

/// The words of titles that were opened for a search, in memory only and without marks: so that a search of what is being worked on opens each title once
/// and not at every question.
///
/// A title is known under the version it was opened in, so a changed one is opened anew; it goes with the item's key (`Keyring.destroy`, `forget`), and
/// what was opened before that and arrives after it is not kept. Who may read what is not known here: that is asked of the database each time.
/// At most `capacity` titles of at most `longest` bytes.
final class OpenedTitles: Sendable {
    /// What changes whenever a title may have.
    struct Stamp: Sendable, Hashable {
        let version: Int
        let revision: Int
        let edition: Int
    }

    private struct State {
        var titles: [ItemID: (stamp: Stamp, words: [UInt8])] = [:]
        var forgotten = 0
    }

    static let longest = 1000
    private static let gap = UInt8(ascii: " ")

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int = 20_000) { self.capacity = capacity }

    var count: Int { state.withLock { $0.titles.count } }

    /// Of the items those that are known to match, those that are not known in this version, and the moment to keep them under.
    func find(_ wanted: [[UInt8]], _ items: [(item: ItemID, stamp: Stamp)]) -> (matching: Set<ItemID>, missing: [ItemID], since: Int) {
        state.withLock { state in
            var (matching, missing): (Set<ItemID>, [ItemID]) = ([], [])
            for (item, stamp) in items {
                guard let known = state.titles[item], known.stamp == stamp else {
                    missing.append(item)
                    continue
                }
                if Self.matches(known.words, wanted) { matching.insert(item) }
            }
            return (matching, missing, state.forgotten)
        }
    }

    /// Keeps titles that were opened; nothing where a key has gone since `find` gave the moment.
    func keep(_ opened: [(item: ItemID, stamp: Stamp, words: [UInt8])], since moment: Int) {
        state.withLock { state in
            guard state.forgotten == moment else { return }
            if state.titles.count + opened.count > capacity { state.titles.removeAll(keepingCapacity: true) }
            for (item, stamp, words) in opened.prefix(capacity) { state.titles[item] = (stamp, words) }
        }
    }

    func forget(_ items: [ItemID]) {
        guard !items.isEmpty else { return }
        state.withLock { state in
            state.forgotten += 1
            for item in items { state.titles[item] = nil }
        }
    }

    /// The words of a title without marks, each with a gap before it.
    static func words(of title: String) -> [UInt8] {
        var words: [UInt8] = []
        for word in fold(title).split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            guard words.count + word.utf8.count < longest else { break }
            words.append(gap)
            words += word.utf8
        }
        return words
    }

    /// What is looked for: each the beginning of a word.
    static func wanted(_ text: String) -> [[UInt8]] { fold(text).split(separator: " ").map { [gap] + $0.utf8 } }

    static func matches(_ words: [UInt8], _ wanted: [[UInt8]]) -> Bool {
        words.withUnsafeBufferPointer { words in
            wanted.allSatisfy { part in
                guard part.count <= words.count else { return false }
                return part.withUnsafeBufferPointer { part in
                    (0...(words.count - part.count)).contains { at in
                        words[at] == gap && part.indices.allSatisfy { words[at + $0] == part[$0] }
                    }
                }
            }
        }
    }
}

extension OpenedTitles.Stamp {
    /// Of three columns: version, revision, edition.
    init(_ row: Row, from first: Int) throws {
        self.init(version: try row[first], revision: try row[first + 1], edition: try row[first + 2])
    }
}
