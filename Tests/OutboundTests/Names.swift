import Synchronization

@testable import Outbound

/// Names that lead where a test says; the same name somewhere else the second time, where it says so.
final class Names: NameResolver {
    private let answers: Mutex<[[IPAddress]]>
    private let asked = Mutex<[String]>([])

    /// The last answer is given for ever.
    init(_ answers: [[String]]) { self.answers = Mutex(answers.map { $0.compactMap { IPAddress($0) } }) }

    static var loopback: Names { Names([["127.0.0.1"]]) }

    var questions: [String] { asked.withLock { $0 } }

    func addresses(of name: String) async throws -> [IPAddress] {
        asked.withLock { $0.append(name) }
        return answers.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? [] }
    }
}
