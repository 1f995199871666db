import FileStore
import Glibc

/// A recording open for reading; closed when nobody holds it any more, so that it can be read to its end even if it is thrown away meanwhile.
public final class AudioFile: Sendable {
    public let size: Int64
    /// Names the bytes: a strong entity tag without quotes.
    public let tag: String
    private let descriptor: Int32

    init(descriptor: Int32, size: Int64, tag: String) {
        self.descriptor = descriptor
        self.size = size
        self.tag = tag
    }

    deinit { close(descriptor) }

    /// The bytes from a place on, at most `count`; none behind the end.
    public func read(at offset: Int64, count: Int) async throws -> [UInt8] {
        let descriptor = descriptor
        defer { withExtendedLifetime(self) {} }
        return try await AudioShelf.disk.run {
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                while filled < count {
                    let got = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset) + off_t(filled))
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failure = errno }
                    guard got > 0 else { break }
                    filled += got
                }
            }
            guard failure == 0 else { throw SpeechFault.disk(reason: "a recording cannot be read: \(String(cString: strerror(failure)))") }
            return bytes
        }
    }
}
