import CZstd

/// Small texts packed one by one, for stores that hold many. One box serves one task at a time; making it is what costs.
public final class ZstdBlock {
    private let packer: OpaquePointer?
    private let expander: OpaquePointer?
    /// The most a block may unfold to: what is longer is damaged or hostile.
    private let largest: Int

    public init(largest: Int = 64 << 20) {
        packer = ZSTD_createCCtx()
        expander = ZSTD_createDCtx()
        self.largest = largest
    }

    deinit {
        ZSTD_freeCCtx(packer)
        ZSTD_freeDCtx(expander)
    }

    /// Nil only when memory is short.
    public func pack(_ bytes: [UInt8], level: Int32 = 3) -> [UInt8]? {
        guard let packer else { return nil }
        var failed = false
        let packed = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { output, count in
            let size = bytes.withUnsafeBytes { ZSTD_compressCCtx(packer, output.baseAddress, output.count, $0.baseAddress, $0.count, level) }
            failed = ZSTD_isError(size) != 0
            count = failed ? 0 : size
        }
        return failed ? nil : packed
    }

    /// Nil for anything that is not one whole block of bounded size.
    public func unpack(_ packed: [UInt8]) -> [UInt8]? {
        guard let expander else { return nil }
        let size = packed.withUnsafeBytes { ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
        guard size <= UInt64(largest) else { return nil }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { output, count in
            let done = packed.withUnsafeBytes { ZSTD_decompressDCtx(expander, output.baseAddress, output.count, $0.baseAddress, $0.count) }
            failed = ZSTD_isError(done) != 0 || done != Int(size)
            count = failed ? 0 : done
        }
        return failed ? nil : bytes
    }
}
