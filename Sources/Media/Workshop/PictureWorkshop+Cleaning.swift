public import RichText

/// A picture written anew: its pixels and nothing else.
public struct CleanPicture: Sendable {
    public let bytes: [UInt8]
    public let width: Int
    public let height: Int
}

extension WorkerDoor {
    /// Writes a picture anew in its own format: upright, in sRGB, without a word of where and with what it was taken, and without what hung on it.
    /// - Throws: `PictureRefusal` where the picture is at fault, `WorkerFault` where the worker is and it should be tried again.
    public func clean(_ bytes: [UInt8]) async throws -> CleanPicture {
        guard bytes.count <= PictureLimits.bytes else { throw PictureRefusal.tooLarge }
        guard let header = PictureHeader(bytes), !header.isAnimated, let format = header.kind.format else { throw PictureRefusal.notAPicture }
        let channel = try await take()
        prepare()
        let result = await blocking { () -> Result<CleanPicture?, any Error> in
            defer { channel.end() }
            var whole: [UInt8]?
            do {
                let order = WorkerOrder([], whole: format, of: bytes)
                let refusal = try channel.work(order, until: .now + .seconds(PictureLimits.seconds)) { _, _, _, _ in
                } made: { _, _ in
                } whole: {
                    whole = $0
                }
                if let refusal { return .failure(refusal) }
            } catch { return .failure(error) }
            guard let whole, let header = PictureHeader(whole), let width = header.width, let height = header.height else { return .success(nil) }
            return .success(CleanPicture(bytes: whole, width: width, height: height))
        }
        switch result {
        case .success(let picture?):
            worked()
            return picture
        case .success(nil):
            throw PictureRefusal.damaged
        case .failure(let fault as WorkerFault):
            failed(fault)
            throw fault
        case .failure(let error): throw error
        }
    }
}

extension PictureHeader.Kind {
    /// In what such a picture is written anew.
    var format: PictureFormat? {
        switch self {
        case .jpeg: .jpg
        case .png: .png
        case .webp: .webp
        case .avif: .avif
        case .gif: nil
        }
    }
}
