import CSodium
import Dispatch
import Foundation
import Synchronization
import Vietnamese

/// Passwords into argon2id hashes (libsodium) and back into yes or no.
///
/// Each takes tens of megabytes and a good part of a second of a processor, on purpose. So only a few run at once, a bounded number waits, and the rest is told
/// to come back (`AccessRefusal.busy`): a flood of sign-ins cannot starve the portals. The parameters stand in each hash; raising them here renews old
/// hashes at the next sign-in.
public final class PasswordHasher: Sendable {
    /// What one hash costs.
    public struct Cost: Sendable, Hashable {
        public var passes: UInt64
        public var bytes: Int

        public init(passes: UInt64, bytes: Int) {
            self.passes = passes
            self.bytes = bytes
        }

        /// 64 MiB, three passes.
        public static let house = Cost(passes: 3, bytes: 64 << 20)
        /// The least libsodium does: for tests.
        public static let least = Cost(passes: 1, bytes: 8 << 10)
    }

    private struct Line {
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let cost: Cost
    private let width: Int
    private let longestLine: Int
    private let line = Mutex(Line())
    private let queue = DispatchQueue(label: "caunoi.passwords", attributes: .concurrent)
    /// A hash of nothing anybody knows: checked where there is no account, so that the work is the same.
    private let decoy: String

    /// - Throws: `AccessFault.sodium` when the library does not start.
    public init(cost: Cost = .house, width: Int = 2, longestLine: Int = 64) throws {
        guard sodium_init() >= 0 else { throw AccessFault.sodium("libsodium does not start") }
        self.cost = cost
        self.width = width
        self.longestLine = longestLine
        func chance(_ count: Int) -> String { Data(RandomBytes.make(count)).base64EncodedString().filter { $0 != "=" } }
        decoy = "$argon2id$v=19$m=\(cost.bytes >> 10),t=\(cost.passes),p=1$\(chance(16))$\(chance(32))"
    }

    /// A new hash, with its parameters and salt in it.
    public func hash(_ password: String) async throws -> String {
        let bytes = Self.bytes(password)
        let cost = cost
        return try await inLine { try Self.hash(bytes, cost) }
    }

    /// Whether the password belongs to the hash; nil for a hash asks a decoy and says no.
    public func verify(_ password: String, _ hash: String?) async throws -> Bool {
        let bytes = Self.bytes(password)
        let stored = hash ?? decoy
        let isRight = try await inLine { stored.utf8.count < Int(crypto_pwhash_STRBYTES) && Self.matches(bytes, stored) }
        return isRight && hash != nil
    }

    /// Whether a hash was made with other parameters than those in force.
    public func isOutdated(_ hash: String) -> Bool { crypto_pwhash_str_needs_rehash(hash, cost.passes, cost.bytes) != 0 }

    /// One password has one form, whatever keyboard wrote its marks.
    private static func bytes(_ password: String) -> [CChar] { nfc(password).utf8.map { CChar(bitPattern: $0) } }

    private static func hash(_ bytes: [CChar], _ cost: Cost) throws -> String {
        var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let status = crypto_pwhash_str_alg(&out, bytes, UInt64(bytes.count), cost.passes, cost.bytes, crypto_pwhash_ALG_ARGON2ID13)
        guard status == 0 else { throw AccessFault.sodium("no memory for a password hash") }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func matches(_ bytes: [CChar], _ hash: String) -> Bool {
        crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }

    private func inLine<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await takeTurn()
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }

    private func takeTurn() async throws {
        let isFull = line.withLock { $0.waiting.count >= longestLine }
        guard !isFull else { throw AccessRefusal.busy }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let mayGo = line.withLock { line in
                if line.running < width {
                    line.running += 1
                    return true
                }
                line.waiting.append(continuation)
                return false
            }
            if mayGo { continuation.resume() }
        }
    }

    private func leave() {
        let next = line.withLock { line -> CheckedContinuation<Void, Never>? in
            if line.waiting.isEmpty {
                line.running -= 1
                return nil
            }
            return line.waiting.removeFirst()
        }
        next?.resume()
    }
}

/// What the operator must know.
public enum AccessFault: Error, CustomStringConvertible {
    case sodium(String)
    /// A sealed key does not open: the key store is not the one it was sealed with.
    case sealed(String)

    public var description: String {
        switch self {
        case .sodium(let what): "passwords cannot be checked: \(what)"
        case .sealed(let what): "\(what) does not open with the key store's key; was the key store restored from another installation?"
        }
    }
}

/// Chance from the system.
package enum RandomBytes {
    package static func make(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
