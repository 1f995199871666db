import HTTPTypes
import NIOCore
public import Notary
import PublicRecord
public import Web

/// Proof files of the record (C2SP tlog-proof), as readers keep them beside a page.
public struct RecordProofs: ProofPages {
    private let record: RecordFiles

    public init(_ record: RecordFiles) { self.record = record }

    public func proof(of index: Int64) async throws -> ByteAnswer {
        // Published a moment ago, or by an import while no portal ran: it will be signed.
        guard let (entry, proof, note) = try await record.proof(of: index) else { throw PageError.unavailable(retryAfter: 5) }
        let file = try ProofFile(entry: entry, index: index, proof: proof, note: note)
        return ByteAnswer(
            ByteBuffer(bytes: file.bytes),
            type: "text/plain; charset=utf-8",
            freshness: .proof,
            headers: [.accessControlAllowOrigin: "*"]
        )
    }
}
