import Foundation
import Vietnamese

extension Clock {
    /// The machine's clock.
    public static let system = Clock { Instant(rawValue: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}
