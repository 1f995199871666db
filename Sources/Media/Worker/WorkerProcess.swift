import CVips
import Glibc
import RichText

/// The worker's side: one process, one picture. It decodes what strangers made, so it is given nothing to lose: no file, no network, no key, no second picture.
/// Whoever takes it over with a picture can spoil the smaller versions of that picture and nothing else.
public enum WorkerProcess {
    /// The library, by the name under which Debian keeps its ABI.
    public static let library = "libvips.so.42"

    /// Serves the portal at standard input once, and returns when the process is to end.
    /// - Returns: false when the library is not there.
    public static func run(library: String = library) -> Bool {
        let link = WorkerLink(descriptor: 0)
        signal(SIGPIPE, SIG_IGN)
        confine_early(0)
        guard cvips_open(library) == 0 else {
            link.send(WorkerFrame(kind: .refusal, payload: Array(String(cString: cvips_error()).utf8)))
            return false
        }
        let formats = cvips_formats()
        let isConfined = confine_late(PictureLimits.memory) == 0 && open("/proc/self/status", O_RDONLY) < 0
        link.send(WorkerFrame(kind: .ready, a: formats, b: isConfined ? 1 : 0, payload: Array(String(cString: cvips_version()).utf8)))
        // Waits here until there is something to do; ends when the portal does.
        guard let frame = link.receive() else { return true }
        confine_time(UInt32(PictureLimits.seconds), UInt32(PictureLimits.processorSeconds))
        if frame.kind == .document { return readWords(of: frame.payload, link) }
        guard frame.kind == .order, let order = WorkerOrder(frame.payload) else { return true }
        let refusal = order.picture.withUnsafeBytes { bytes -> PictureRefusal? in
            do throws(PictureRefusal) {
                try make(order, bytes, link)
                return nil
            } catch {
                return error
            }
        }
        link.send(refusal.map { WorkerFrame(kind: .refusal, payload: Array($0.rawValue.utf8)) } ?? WorkerFrame(kind: .end))
        return true
    }

    private static func readWords(of document: [UInt8], _ link: WorkerLink) -> Bool {
        do throws(FileRefusal) {
            var rest = try OfficeText.words(of: document)[...]
            while !rest.isEmpty {
                link.send(WorkerFrame(kind: .words, payload: Array(rest.prefix(1 << 20))))
                rest = rest.dropFirst(1 << 20)
            }
            link.send(WorkerFrame(kind: .end))
        } catch {
            link.send(WorkerFrame(kind: .refusal, payload: Array(PictureRefusal.damaged.rawValue.utf8)))
        }
        return true
    }

    private static func make(_ order: WorkerOrder, _ bytes: UnsafeRawBufferPointer, _ link: WorkerLink) throws(PictureRefusal) {
        // A loader chosen by the library could be another than the one the portal saw.
        guard let header = PictureHeader(order.picture), header.kind != .gif else { throw .notAPicture }
        var (width, height, alpha, frames): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard cvips_head(bytes.baseAddress, bytes.count, &width, &height, &alpha, &frames) == 0 else { throw .damaged }
        guard width > 0, height > 0, width <= PictureLimits.side, height <= PictureLimits.side, Int(width) * Int(height) <= PictureLimits.pixels
        else {
            throw .tooLarge
        }
        let flags: UInt32 = (alpha != 0 ? 1 : 0) | (frames > 1 || header.isAnimated ? 2 : 0)
        link.send(WorkerFrame(kind: .facts, a: UInt32(width), b: UInt32(height), c: flags))
        let wanted = order.variants.filter { $0.width <= Int(width) && Int(height) * $0.width / Int(width) <= PictureLimits.variantSide }
        guard flags & 2 == 0, let widest = order.whole == nil ? wanted.map(\.width).max() : Int(width) else { return }
        guard var picture = cvips_decode(bytes.baseAddress, bytes.count, Int32(widest)) else { throw .damaged }
        defer { cvips_close(picture) }
        if let format = order.whole { try write(picture, format, isFine: true, PictureLimits.bytes, .whole, link) }
        // From the largest down: each is made of the one before.
        for width in Set(wanted.map(\.width)).sorted(by: >) {
            if cvips_width(picture) > Int32(width) {
                guard let smaller = cvips_shrink(picture, Int32(width)) else { throw .damaged }
                cvips_close(picture)
                picture = smaller
            }
            for variant in wanted where variant.width == width {
                try write(picture, variant.format, isFine: false, PictureLimits.variantBytes, .variant, link)
            }
        }
    }

    private static func write(
        _ picture: OpaquePointer,
        _ format: PictureFormat,
        isFine: Bool,
        _ most: Int,
        _ kind: WorkerFrame.Kind,
        _ link: WorkerLink
    ) throws(PictureRefusal) {
        var bytes: UnsafeMutableRawPointer?
        var count = 0
        guard cvips_encode(picture, format.code, isFine ? 1 : 0, &bytes, &count) == 0, let bytes, count <= most else {
            throw .cannotBeWritten
        }
        defer { cvips_free(bytes) }
        link.send(
            WorkerFrame(
                kind: kind,
                a: UInt32(cvips_width(picture)),
                b: UInt32(cvips_height(picture)),
                c: format.code,
                payload: Array(UnsafeRawBufferPointer(start: bytes, count: count))
            )
        )
    }
}

/// Why no smaller pictures are made of one. For the operator; readers get the picture itself.
public enum PictureRefusal: String, Error, Sendable, CaseIterable {
    case notAPicture = "not-a-picture"
    case tooLarge = "too-large"
    case damaged
    case cannotBeWritten = "cannot-be-written"
    /// It ended the worker twice: by a fault, by its time or by its memory.
    case endsTheWorker = "ends-the-worker"
}

/// Blocking reads and writes of the worker's only descriptor.
private struct WorkerLink {
    let descriptor: Int32

    func send(_ frame: WorkerFrame) {
        for part in [frame.head, frame.payload] {
            part.withUnsafeBytes { bytes in
                var done = 0
                while done < bytes.count {
                    let sent = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                    if sent < 0 && errno == EINTR { continue }
                    // The portal is gone: nobody is left to work for.
                    guard sent > 0 else { exit(0) }
                    done += sent
                }
            }
        }
    }

    func receive() -> WorkerFrame? {
        guard let head = read(WorkerFrame.headLength), let (frame, length) = WorkerFrame.read(head: head), length <= PictureLimits.bytes + 4096,
            let payload = read(length)
        else { return nil }
        var whole = frame
        whole.payload = payload
        return whole
    }

    private func read(_ count: Int) -> [UInt8]? {
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while done < count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + done }, count - done)
                if got < 0 && errno == EINTR { continue }
                guard got > 0 else { break }
                done += got
            }
            filled = done
        }
        return done == count ? bytes : nil
    }
}
