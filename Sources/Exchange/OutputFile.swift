import CZlib
import Glibc

/// How bytes reach a descriptor: `write(2)` but in tests of a full disk.
package typealias WriteCall = @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int

/// A file that appears whole or not at all: written beside its place, made durable, then renamed. Packs with gzip if its name ends in `.gz`.
/// Left without `finish()`, nothing of it remains. Not for use from two tasks at once.
final class OutputFile {
    private static let bufferSize = 128 * 1024

    let path: String
    private let temporary: String
    private let descriptor: Int32
    private let call: WriteCall
    private var pending: [UInt8] = []
    private var deflater: GzipDeflater?
    private var isOpen = true

    /// - Parameter permissions: of the finished file, before the process's umask.
    init(path: String, permissions: mode_t, call: @escaping WriteCall) throws {
        self.path = path
        self.call = call
        // A short name of its own: the target's may already be as long as a name can be.
        temporary = folder(of: path) + "/.exchange-" + String(UInt64.random(in: .min ... .max), radix: 36) + ".partial"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw writeFault(path, errno) }
        pending.reserveCapacity(Self.bufferSize + 4096)
        if path.hasSuffix(".gz") { deflater = try GzipDeflater(path: path) }
    }

    deinit {
        discard()
    }

    func write(_ bytes: some Sequence<UInt8>) throws {
        pending.append(contentsOf: bytes)
        if pending.count >= Self.bufferSize { try drain(last: false) }
    }

    /// Writes what is pending, makes the file durable and gives it its name, in place of an older one.
    func finish() throws {
        guard isOpen else { return }
        try drain(last: true)
        guard fsync(descriptor) == 0 else { throw writeFault(path, errno) }
        guard rename(temporary, path) == 0 else { throw writeFault(path, errno) }
        isOpen = false
        close(descriptor)
        try syncFolder(of: path)
    }

    func discard() {
        guard isOpen else { return }
        isOpen = false
        close(descriptor)
        unlink(temporary)
    }

    private func drain(last: Bool) throws {
        do {
            if let deflater {
                try pending.withUnsafeBytes { input in
                    try deflater.deflate(input, last: last) { try writeAll($0, to: descriptor, path: path, call: call) }
                }
            } else {
                try pending.withUnsafeBytes { try writeAll($0, to: descriptor, path: path, call: call) }
            }
            pending.removeAll(keepingCapacity: true)
        } catch {
            // A full disk is given its space back at once.
            discard()
            throw error
        }
    }
}

/// Writes everything or throws.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String, call: WriteCall) throws {
    var done = 0
    while done < bytes.count {
        let wrote = call(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if wrote >= 0 {
            done += wrote
        } else if errno != EINTR {
            throw writeFault(path, errno)
        }
    }
}

func writeFault(_ path: String, _ code: Int32) -> ExchangeFault {
    code == ENOSPC || code == EDQUOT ? .diskFull(file: path) : .cannotWrite(file: path, reason: reason(of: code))
}

func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A new name is durable only when its folder is.
func syncFolder(of path: String) throws {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw writeFault(path, errno) }
    defer { close(descriptor) }
    // Some network file systems cannot do this for a folder and say EINVAL; there is nothing better to do then.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw writeFault(path, errno) }
}
