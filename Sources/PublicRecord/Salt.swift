/// 32 random bytes that hide what a commitment commits to once they are destroyed; one fresh salt per edition, file or bundle.
public struct Salt: Sendable, Hashable {
    public static let size = 32
    public let bytes: [UInt8]

    /// Fresh, from the system's random generator.
    public init() {
        var system = SystemRandomNumberGenerator()
        bytes = (0..<Self.size).map { _ in UInt8.random(in: 0...255, using: &system) }
    }

    /// Nil unless exactly 32 bytes.
    public init?(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        guard self.bytes.count == Self.size else { return nil }
    }
}
