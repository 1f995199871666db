import Glibc

/// How bytes come from a descriptor: `read(2)` but in tests of slow pipes and failing disks.
package typealias ReadCall = @Sendable (_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int

/// The bytes of a file as they are stored, with a window to look ahead into. Owns its descriptor and its buffer.
final class RawInput {
    static let windowSize = 256 * 1024

    let name: String
    /// Size of a regular file when it was opened; nil for a pipe or a terminal.
    let size: Int64?
    /// Bytes taken out of the window so far.
    private(set) var consumed: Int64 = 0

    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private let call: ReadCall
    private let window: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var atEnd = false

    /// - Parameter path: a file, or `-` for standard input.
    init(path: String, call: @escaping ReadCall = { Glibc.read($0, $1, $2) }) throws {
        self.call = call
        if path == "-" {
            descriptor = STDIN_FILENO
            ownsDescriptor = false
            name = "standard input"
        } else {
            let opened = open(path, O_RDONLY | O_CLOEXEC)
            guard opened >= 0 else { throw ExchangeFault.cannotOpen(file: path, reason: reason(of: errno)) }
            descriptor = opened
            ownsDescriptor = true
            name = path
        }
        window = .allocate(byteCount: Self.windowSize, alignment: 64)
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            size = Int64(status.st_size)
        } else {
            size = nil
        }
    }

    deinit {
        window.deallocate()
        if ownsDescriptor { close(descriptor) }
    }

    /// What lies ready, at least `count` bytes unless the file ends before.
    func peek(atLeast count: Int = 1) throws -> UnsafeRawBufferPointer {
        while end - start < count && !atEnd {
            if start > 0 {
                window.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[start..<end]))
                end -= start
                start = 0
            }
            let got = try readDescriptor(into: UnsafeMutableRawBufferPointer(rebasing: window[end...]))
            if got == 0 { atEnd = true }
            end += got
        }
        return UnsafeRawBufferPointer(rebasing: window[start..<end])
    }

    func consume(_ count: Int) {
        start += count
        consumed += Int64(count)
    }

    /// Bytes as they are. Large reads go past the window, so plain files are copied once only.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if start == end {
            if atEnd { return 0 }
            let got = try readDescriptor(into: buffer)
            if got == 0 { atEnd = true }
            consumed += Int64(got)
            return got
        }
        let count = min(buffer.count, end - start)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[start..<start + count]))
        consume(count)
        return count
    }

    /// Jumps to a byte of a regular file; false where that cannot be done.
    func seek(to offset: Int64) -> Bool {
        guard let size, offset <= size, lseek(descriptor, off_t(offset), SEEK_SET) == off_t(offset) else { return false }
        start = 0
        end = 0
        atEnd = false
        consumed = offset
        return true
    }

    private func readDescriptor(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let got = call(descriptor, buffer.baseAddress, buffer.count)
            if got >= 0 { return got }
            let code = errno
            if code == EINTR { continue }
            throw ExchangeFault.cannotRead(file: name, reason: reason(of: code), reached: .init(stored: consumed, content: 0))
        }
    }
}

/// The operating system's words for an error number.
func reason(of code: Int32) -> String {
    String(cString: strerror(code))
}
