public import RichText

/// What a worker makes of one file, with what it cost: for operators who wonder about a picture, and for benchmarks.
public struct PictureTrial: Sendable {
    /// Why nothing is made of it.
    public var refusal: PictureRefusal?
    public var facts: PictureWorkshop.Facts?
    public var variants: [PictureVariant: Int] = [:]
    /// From the order to the last of them; the worker was waiting already.
    public var seconds = 0.0
    /// Processor time of the worker, its start included; nil where it is no child of this process.
    public var processorSeconds: Double?
    /// To write it anew for the library, in its own format and size; nil where that is refused.
    public var cleanSeconds: Double?
}

extension WorkerDoor {
    /// Has a worker make everything a picture comes in; keeps nothing.
    public func trial(of bytes: [UInt8]) async throws -> PictureTrial {
        guard bytes.count <= PictureLimits.bytes else { return PictureTrial(refusal: .tooLarge) }
        guard let header = PictureHeader(bytes) else { return PictureTrial(refusal: .notAPicture) }
        if header.isAnimated { return PictureTrial() }
        let channel = try await take()
        let formats: [PictureFormat] = [.avif, .webp, header.hasAlpha ? .png : .jpg]
        let variants = PictureVariant.widths.reversed().flatMap { width in formats.compactMap { PictureVariant(width: width, format: $0) } }
        var trial = try await blocking { () -> Result<PictureTrial, WorkerFault> in
            var trial = PictureTrial()
            let start = ContinuousClock.now
            let result = Result { () throws(WorkerFault) -> PictureRefusal? in
                try channel.work(WorkerOrder(variants, of: bytes), until: start + .seconds(PictureLimits.seconds)) {
                    trial.facts = PictureWorkshop.Facts(width: $0, height: $1, hasAlpha: $2, isAnimated: $3)
                } made: {
                    trial.variants[$0] = $1.count
                }
            }
            trial.seconds = start.duration(to: .now) / .seconds(1)
            trial.processorSeconds = channel.end().map { Double($0) / 1_000_000 }
            return result.map { refusal in
                trial.refusal = refusal
                return trial
            }
        }.get()
        // The next worker is waiting when it begins, as it is in the portal.
        _ = try await ability()
        prepare()
        let start = ContinuousClock.now
        if trial.refusal == nil, (try? await clean(bytes)) != nil { trial.cleanSeconds = start.duration(to: .now) / .seconds(1) }
        return trial
    }
}
