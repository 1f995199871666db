import Crypto
import Store
import Triage

/// What nearly equal letters have in common, in a form that says nothing to who has the database: `DuplicateSignature` under the installation's secret.
struct CaseLikeness: Sendable, Hashable {
    /// Keyed digests to look up by equality.
    let bands: [Int64]
    /// To compare those that share one.
    let sketch: [UInt8]

    /// The share of word pairs that two letters have in common, about.
    func share(_ other: [UInt8]) -> Double {
        guard other.count == sketch.count, !sketch.isEmpty else { return 0 }
        let share = Double(zip(sketch, other).count { $0 == $1 }) / Double(sketch.count)
        return max(0, (share - 1 / 256) / (1 - 1 / 256))
    }
}

/// Makes likenesses. Bands become keyed digests, and each byte of a sketch goes through a substitution of its own place, made from the secret: equal bytes stay
/// equal, and nobody without the secret can hold a text of theirs against it.
struct LikenessKey: Sendable {
    private let terms: CaseTerms
    /// For each place of a sketch 256 bytes.
    private let veils: [UInt8]

    private static let places = 64

    init(_ terms: CaseTerms) {
        self.terms = terms
        var stream = KeyStream(key: terms.key, name: "sketch")
        var veils: [UInt8] = []
        veils.reserveCapacity(Self.places * 256)
        for _ in 0..<Self.places {
            var veil = Array(UInt8.min...UInt8.max)
            for index in stride(from: 255, to: 0, by: -1) { veil.swapAt(index, Int(stream.number() % UInt32(index + 1))) }
            veils += veil
        }
        self.veils = veils
    }

    func likeness(title: String, text: String) -> CaseLikeness {
        let signature = DuplicateSignature(title: title, text: text)
        return CaseLikeness(
            bands: signature.bands.enumerated().map { terms.digest("band \($0) \($1)") },
            sketch: signature.sketch.prefix(Self.places).enumerated().map { veils[$0 * 256 + Int($1)] }
        )
    }
}

/// Numbers that follow from a key and a name.
private struct KeyStream {
    let key: SymmetricKey
    let name: String
    private var count = 0
    private var rest: [UInt8] = []

    init(key: SymmetricKey, name: String) {
        self.key = key
        self.name = name
    }

    mutating func number() -> UInt32 {
        if rest.count < 4 {
            rest = Array(HMAC<SHA256>.authenticationCode(for: Array("\(name) \(count)".utf8), using: key))
            count += 1
        }
        defer { rest.removeFirst(4) }
        return rest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// Letters that say the same, as they come: each begins a cluster or belongs to one.
enum CaseClusters {
    /// Clusters that are compared for one letter; more that share a band say nothing.
    private static let mostCompared = 256

    /// The cluster a new case belongs to. Two nodes at the same moment may begin two for the same text: lists then show both.
    static func join(_ likeness: CaseLikeness, _ id: CaseID, _ db: any Connection) throws -> Int64 {
        let rows = try db.rows(
            """
            SELECT id, sketch FROM case_cluster WHERE id IN (SELECT cluster FROM case_band WHERE band IN (\(list: likeness.bands)))
            ORDER BY id LIMIT \(mostCompared)
            """
        )
        var best: (cluster: Int64, share: Double)?
        for row in rows {
            let share = likeness.share(try row[1])
            if share >= DuplicateSignature.sameFrom, share > best?.share ?? 0 { best = (try row[0], share) }
        }
        if let best { return best.cluster }
        try db.execute("INSERT INTO case_cluster (id, sketch) VALUES (\(id), \(likeness.sketch))")
        let bands = Set(likeness.bands).map { "(\($0), \(id))" as SQL }
        try db.execute("INSERT INTO case_band (band, cluster) VALUES \(SQL.joined(bands, separator: ", ")) ON CONFLICT (band, cluster) DO NOTHING")
        return id.rawValue
    }

    /// Takes a case whose text was destroyed out of its cluster; what the last one leaves is forgotten.
    static func leave(_ id: CaseID, _ db: any Connection) throws {
        guard let cluster = try db.value("SELECT cluster FROM case_file WHERE id = \(id) AND cluster IS NOT NULL", as: Int64.self) else { return }
        try db.execute("UPDATE case_file SET cluster = NULL WHERE id = \(id)")
        guard try db.value("SELECT id FROM case_file WHERE cluster = \(cluster) LIMIT 1", as: Int64.self) == nil else { return }
        try db.execute("DELETE FROM case_band WHERE cluster = \(cluster)")
        try db.execute("DELETE FROM case_cluster WHERE id = \(cluster)")
    }
}
