import CVips
import Dispatch
import Glibc
import RichText
import Synchronization

/// The portal's side of one worker: its socket, and the process where this program started it. One picture, then it is closed.
final class WorkerChannel: Sendable {
    private let descriptor: Int32
    private let process: Int32?
    private let isOpen = Mutex(true)
    let ability: WorkerAbility

    /// Starts or calls a worker and waits until it is ready. Blocks: for `WorkerThreads` only.
    init(_ place: WorkerPlace, until deadline: ContinuousClock.Instant) throws(WorkerFault) {
        switch place {
        case .child(let program, let arguments):
            let child = try WorkerSpawn.onLine(program, arguments)
            (descriptor, process) = (child.descriptor, child.process)
        case .socket(let path): (descriptor, process) = (try Self.call(path), nil)
        }
        do throws(WorkerFault) {
            let frame = try WorkerReading.frame(from: descriptor, upTo: 4096, until: deadline)
            let text = String(decoding: frame.payload, as: UTF8.self)
            guard frame.kind == .ready else { throw frame.kind == .refusal ? WorkerFault.missingLibrary(text) : .nonsense }
            ability = WorkerAbility(
                version: text,
                formats: PictureFormat.allCases.filter { frame.a & $0.code != 0 }.map(\.rawValue),
                isConfined: frame.b == 1
            )
        } catch {
            Self.close(descriptor, process)
            throw error
        }
    }

    deinit { end() }

    /// Ends the worker, whatever it does. Returns the microseconds of processor time it took, where it was a child.
    @discardableResult
    func end() -> Int64? {
        guard
            isOpen.withLock({ isOpen in
                defer { isOpen = false }; return isOpen
            })
        else { return nil }
        return Self.close(descriptor, process)
    }

    /// Whether a worker that should be waiting still does.
    var isWaiting: Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, 0) == 0
    }

    /// Gives it its one picture and hands out what comes back. Blocks.
    func work(
        _ order: WorkerOrder,
        until deadline: ContinuousClock.Instant,
        facts: (_ width: Int, _ height: Int, _ alpha: Bool, _ animated: Bool) -> Void,
        made: (PictureVariant, [UInt8]) -> Void,
        whole: ([UInt8]) -> Void = { _ in }
    ) throws(WorkerFault) -> PictureRefusal? {
        let frame = order.frame
        try WorkerReading.write(frame.head, to: descriptor, until: deadline)
        try WorkerReading.write(frame.payload, to: descriptor, until: deadline)
        while true {
            let most = order.whole == nil ? PictureLimits.variantBytes : PictureLimits.bytes
            let answer = try WorkerReading.frame(from: descriptor, upTo: most, until: deadline)
            switch answer.kind {
            case .facts: facts(Int(answer.a), Int(answer.b), answer.c & 1 != 0, answer.c & 2 != 0)
            case .variant:
                // A worker that was taken over by its picture could answer with anything: only what was asked for, and is what it says, is taken.
                guard let format = PictureFormat(code: answer.c), let variant = PictureVariant(width: Int(answer.a), format: format),
                    order.variants.contains(variant), let header = PictureHeader(answer.payload), header.kind.mediaType == format.mediaType
                else { throw .nonsense }
                made(variant, answer.payload)
            case .whole:
                guard let format = order.whole, let header = PictureHeader(answer.payload), header.kind.mediaType == format.mediaType else {
                    throw .nonsense
                }
                whole(answer.payload)
            case .refusal: return PictureRefusal(rawValue: String(decoding: answer.payload.prefix(100), as: UTF8.self)) ?? .damaged
            case .end: return nil
            case .ready, .order, .document, .words: throw .nonsense
            }
        }
    }

    /// Gives it an office file and takes back its words, at most `most` bytes of them. Blocks. Nil where it cannot be read.
    func words(of document: [UInt8], most: Int, until deadline: ContinuousClock.Instant) throws(WorkerFault) -> [UInt8]? {
        let frame = WorkerFrame(kind: .document, payload: document)
        try WorkerReading.write(frame.head, to: descriptor, until: deadline)
        try WorkerReading.write(frame.payload, to: descriptor, until: deadline)
        var words: [UInt8] = []
        while true {
            let answer = try WorkerReading.frame(from: descriptor, upTo: 1 << 20, until: deadline)
            switch answer.kind {
            case .words where words.count + answer.payload.count <= most: words += answer.payload
            case .end: return words
            case .refusal: return nil
            default: throw .nonsense
            }
        }
    }

    @discardableResult
    private static func close(_ descriptor: Int32, _ process: Int32?) -> Int64? {
        Glibc.close(descriptor)
        guard let process else { return nil }
        let used = end_worker(process)
        return used < 0 ? nil : used
    }

    private static func call(_ path: String) throws(WorkerFault) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .cannotStart(reason()) }
        guard let failed = SocketAddress.with(path, { connect(descriptor, $0, $1) }), failed == 0 else {
            let why = reason()
            Glibc.close(descriptor)
            throw .cannotStart("\(path): \(why); is 'caunoi worker --socket' running there?")
        }
        return descriptor
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

/// Starting processes of this program beside it: their arguments, and of the environment only what the loader needs, never a setting or a password.
package enum WorkerSpawn {
    /// A child whose standard input is the other end of a line to it: it ends when ours is closed, or when this process dies.
    package static func onLine(_ program: String, _ arguments: [String]) throws(WorkerFault) -> (descriptor: Int32, process: Int32) {
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
            throw .cannotStart(String(cString: strerror(errno)))
        }
        let process = start(program, arguments, input: pair[1])
        let why = String(cString: strerror(errno))
        close(pair[1])
        guard process > 0 else {
            close(pair[0])
            throw .cannotStart("\(program): \(why)")
        }
        return (pair[0], process)
    }

    /// Ends a child and takes it away.
    package static func end(_ process: Int32) { _ = end_worker(process) }

    static func start(_ program: String, _ arguments: [String], input: Int32) -> Int32 {
        var environment = ["PATH=/usr/bin:/bin", "VIPS_WARNING=0", "VIPS_NOVECTOR=1", "MALLOC_ARENA_MAX=2", "SWIFT_BACKTRACE=enable=no"]
        if let libraries = getenv("LD_LIBRARY_PATH") { environment.append("LD_LIBRARY_PATH=" + String(cString: libraries)) }
        let texts = (["caunoi"] + arguments).map { strdup($0) }
        let settings = environment.map { strdup($0) }
        defer { for text in texts + settings { free(text) } }
        return spawn_worker(program, texts + [nil], settings + [nil], input)
    }
}

/// The address of a Unix socket.
enum SocketAddress {
    /// - Returns: nil for a path that is too long for one.
    static func with(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { place in
            guard path.utf8.count < place.count else { return false }
            place.copyBytes(from: path.utf8)
            return true
        }
        guard fits else {
            errno = ENAMETOOLONG
            return nil
        }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}

/// Reads and writes with an end in time.
private enum WorkerReading {
    static func frame(from descriptor: Int32, upTo most: Int, until deadline: ContinuousClock.Instant) throws(WorkerFault) -> WorkerFrame {
        let head = try read(WorkerFrame.headLength, from: descriptor, until: deadline)
        guard let (frame, length) = WorkerFrame.read(head: head), length <= most else { throw .nonsense }
        var whole = frame
        whole.payload = try read(length, from: descriptor, until: deadline)
        return whole
    }

    private static func read(_ count: Int, from descriptor: Int32, until deadline: ContinuousClock.Instant) throws(WorkerFault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var piece = [UInt8](repeating: 0, count: min(count, 256 * 1024))
        while bytes.count < count {
            try wait(descriptor, POLLIN, until: deadline)
            let got = recv(descriptor, &piece, min(piece.count, count - bytes.count), Int32(MSG_DONTWAIT))
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got > 0 else { throw .ended }
            bytes += piece[..<got]
        }
        return bytes
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32, until deadline: ContinuousClock.Instant) throws(WorkerFault) {
        var done = 0
        while done < bytes.count {
            try wait(descriptor, POLLOUT, until: deadline)
            let sent = bytes.withUnsafeBytes { buffer in
                send(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if sent < 0, errno == EINTR || errno == EAGAIN { continue }
            guard sent > 0 else { throw .ended }
            done += sent
        }
    }

    private static func wait(_ descriptor: Int32, _ event: Int32, until deadline: ContinuousClock.Instant) throws(WorkerFault) {
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .tooSlow }
            var poll = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            let milliseconds = Int32(clamping: left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1)
            let ready = Glibc.poll(&poll, 1, milliseconds)
            if ready > 0 { return }
            if ready < 0 && errno != EINTR { throw .ended }
        }
    }
}
