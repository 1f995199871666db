import CVips
import Glibc

/// `caunoi worker --socket`: gives each caller a worker process of its own. It decodes nothing itself.
public struct WorkerHall: Sendable {
    /// Callers at once; more wait in the socket's queue.
    public static let most = 16

    private let path: String
    private let program: String
    private let arguments: [String]
    private let descriptor: Int32

    /// Listens at a Unix socket (owner and group may call).
    /// - Throws: `WorkerFault.cannotStart`.
    public init(socket path: String, program: String, arguments: [String]) throws {
        self.path = path
        self.program = program
        self.arguments = arguments
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw WorkerFault.cannotStart(String(cString: strerror(errno))) }
        // A socket that nobody listens at any more is taken over; one that somebody does is not.
        if SocketAddress.with(path, { connect(descriptor, $0, $1) }) == 0 {
            close(descriptor)
            throw WorkerFault.cannotStart("\(path): another worker listens there already")
        }
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
        let mask = umask(0o117)
        let failed = SocketAddress.with(path, { bind(descriptor, $0, $1) }) != 0
        let why = String(cString: strerror(errno))
        umask(mask)
        guard !failed, listen(descriptor, 64) == 0 else {
            close(descriptor)
            throw WorkerFault.cannotStart("\(path): \(why)")
        }
    }

    /// Serves until the process is told to stop. Blocks.
    public func run() {
        var workers = 0
        while true {
            workers -= Int(reap_workers())
            if workers >= Self.most {
                usleep(50_000)
                continue
            }
            let caller = accept_caller(descriptor)
            guard caller >= 0 else {
                if errno != EINTR && errno != ECONNABORTED { usleep(100_000) }
                continue
            }
            if WorkerSpawn.start(program, arguments, input: caller) > 0 { workers += 1 }
            close(caller)
        }
    }
}
