import Foundation

/// The signer's socket: one caller after the other, for a head takes a moment and there is one record.
public struct SignerHall: ~Copyable {
    private let descriptor: Int32
    private let signer: Signer

    /// Listens at a Unix socket that only the owner's user and group may use.
    public init(socket path: String, signer: Signer) throws(RecordFault) {
        self.signer = signer
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .noSigner(String(cString: strerror(errno))) }
        var status = stat()
        // The guard file's lock says that no other signer is there: what lies here is a dead one's.
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
        let mask = umask(0o117)
        let bound = SocketPath.with(path) { bind(descriptor, $0, $1) }
        let why = bound == nil ? "the path is too long for a socket" : String(cString: strerror(errno))
        umask(mask)
        guard bound == 0, listen(descriptor, 16) == 0 else {
            close(descriptor)
            throw .noSigner("\(path): \(why)")
        }
    }

    deinit { close(descriptor) }

    /// Answers until the process is told to stop. Blocks. Each caller has a thread of its own; the questions take turns.
    public func run() {
        let signer = signer
        while true {
            let caller = accept(descriptor, nil, nil)
            guard caller >= 0 else {
                if errno != EINTR, errno != ECONNABORTED { usleep(100_000) }
                continue
            }
            Thread { Self.serve(caller, signer: signer) }.start()
        }
    }

    /// Answers the one who has the other end of a line (the parent of a child), until that is closed. Blocks.
    public static func serve(_ descriptor: Int32, signer: Signer) {
        defer { close(descriptor) }
        while true {
            do {
                guard let bytes = try SignerWire.read(descriptor) else { return }
                try SignerWire.write(signer.answer(SignerWire.Question(bytes)).bytes, to: descriptor)
            } catch {
                try? SignerWire.write(SignerWire.Answer(400, "\(error)").bytes, to: descriptor)
                return
            }
        }
    }

    /// Says why there is no signer, to the first question.
    public static func excuse(_ descriptor: Int32, _ why: String) {
        _ = try? SignerWire.read(descriptor)
        try? SignerWire.write(SignerWire.Answer(503, why).bytes, to: descriptor)
        close(descriptor)
    }
}
