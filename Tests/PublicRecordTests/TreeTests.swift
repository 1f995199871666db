import PublicRecord
import Testing

@Suite struct TreeTests {
    /// The eight leaves that implementations of RFC 6962 share.
    static let leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    static let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("roots of RFC 6962's usual leaves", arguments: zip(1...8, roots))
    func publishedRoots(size: Int, root: String) throws {
        let entries = try Self.leaves.prefix(size).map { try #require(Hex.decode($0)) }
        var frontier = RecordFrontier()
        for entry in entries { frontier.append(.leaf(entry)) }
        #expect(frontier.root.hex == root)
        #expect(RecordTree(entries: entries).root.hex == root)
    }

    @Test func rootsOfTheLongVector() throws {
        #expect(RecordHash.empty.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(RecordFrontier().root == .empty)
        #expect(try Vectors.tree.root(at: 300).base64 == "9nWMMkQe3RuZ+rz7jeXkXr7bIQ4bEZwIogBM9WU9iZA=")
        #expect(Vectors.tree.root.base64 == "iJtmOn3GZZRMukin/LTUD1xMPD/LDax+w4Wla6XMdM8=")
    }

    @Test func frontierFollowsTheTreeAndCanBeStored() throws {
        var frontier = RecordFrontier()
        for size in 0...600 {
            #expect(frontier.size == Int64(size))
            #expect(frontier.edge.count == size.nonzeroBitCount)
            #expect(frontier.root == (try Vectors.tree.root(at: Int64(size))))
            let stored = try #require(RecordFrontier(size: frontier.size, edge: frontier.edge.compactMap { RecordHash($0.bytes) }))
            #expect(stored == frontier)
            frontier = stored
            frontier.append(.leaf(Vectors.entries[size]))
        }
        #expect(RecordFrontier(size: 3, edge: [.empty]) == nil)
        #expect(RecordFrontier(size: -1, edge: []) == nil)
        #expect(RecordFrontier(size: .max, edge: [RecordHash](repeating: .empty, count: 63)) == nil)
    }

    @Test func everySmallProofVerifiesAndNoOtherPlace() throws {
        let tree = Vectors.tree
        for size in Int64(1)...40 {
            let root = try tree.root(at: size)
            for index in 0..<size {
                let leaf = RecordHash.leaf(Vectors.entries[Int(index)])
                let proof = try tree.inclusionProof(of: index, in: size)
                try RecordProof.verifyInclusion(leaf: leaf, index: index, size: size, root: root, proof: proof)
                for other in 0..<size where other != index {
                    #expect(throws: ProofFault.self) {
                        try RecordProof.verifyInclusion(leaf: leaf, index: other, size: size, root: root, proof: proof)
                    }
                }
                refuses(leaf: leaf, index: index, size: size, root: root, proof: proof)
            }
            for old in 0...size {
                let oldRoot = try tree.root(at: old)
                let proof = try tree.consistencyProof(from: old, to: size)
                try RecordProof.verifyConsistency(old: old, oldRoot: oldRoot, new: size, newRoot: root, proof: proof)
                refuses(old: old, oldRoot: oldRoot, new: size, newRoot: root, proof: proof)
            }
        }
    }

    /// Every proof with one hash altered, missing, twice, two swapped, or one more is refused.
    private func altered(_ proof: [RecordHash]) -> [[RecordHash]] {
        var variants = [proof + [.empty], [.empty] + proof]
        for place in proof.indices {
            var one = proof
            one[place] = .leaf(one[place].bytes)
            variants.append(one)
            one = proof
            one.remove(at: place)
            variants.append(one)
            one = proof
            one.insert(proof[place], at: place)
            variants.append(one)
            one = proof
            one.swapAt(0, place)
            if place > 0 { variants.append(one) }
        }
        return variants
    }

    private func refuses(leaf: RecordHash, index: Int64, size: Int64, root: RecordHash, proof: [RecordHash]) {
        for proof in altered(proof) {
            #expect(throws: ProofFault.self) { try RecordProof.verifyInclusion(leaf: leaf, index: index, size: size, root: root, proof: proof) }
        }
        #expect(throws: ProofFault.root) { try RecordProof.verifyInclusion(leaf: leaf, index: index, size: size, root: .empty, proof: proof) }
        #expect(throws: ProofFault.root) { try RecordProof.verifyInclusion(leaf: .empty, index: index, size: size, root: root, proof: proof) }
    }

    private func refuses(old: Int64, oldRoot: RecordHash, new: Int64, newRoot: RecordHash, proof: [RecordHash]) {
        for proof in altered(proof) {
            #expect(throws: ProofFault.self) {
                try RecordProof.verifyConsistency(old: old, oldRoot: oldRoot, new: new, newRoot: newRoot, proof: proof)
            }
        }
        let wrong = RecordHash.leaf([1])
        #expect(throws: ProofFault.self) { try RecordProof.verifyConsistency(old: old, oldRoot: wrong, new: new, newRoot: newRoot, proof: proof) }
        // From an empty log everything follows; nothing else may.
        if old > 0 {
            #expect(throws: ProofFault.self) { try RecordProof.verifyConsistency(old: old, oldRoot: oldRoot, new: new, newRoot: wrong, proof: proof) }
        }
    }

    @Test("sizes and indices out of range", arguments: [-1, 5, 6, Int64.max, Int64.min])
    func outOfRange(index: Int64) {
        let tree = RecordTree(entries: Vectors.entries.prefix(5))
        #expect(throws: ProofFault.index(index, size: 5)) { try tree.inclusionProof(of: index) }
        #expect(throws: ProofFault.index(index, size: 5)) {
            try RecordProof.verifyInclusion(leaf: .empty, index: index, size: 5, root: .empty, proof: [])
        }
        if index != 5 {
            #expect(throws: ProofFault.self) { try tree.consistencyProof(from: index) }
            #expect(throws: ProofFault.self) { try tree.root(at: index) }
            #expect(throws: ProofFault.self) {
                try RecordProof.verifyConsistency(old: index, oldRoot: .empty, new: 5, newRoot: .empty, proof: [])
            }
        }
    }

    @Test("sizes that differ in many bits", arguments: [255, 256, 257, 32_767, 65_535, 65_536, 65_537, 69_999, 70_000] as [Int64])
    func greatSizes(size: Int64) throws {
        let tree = Vectors.tree
        let root = try tree.root(at: size)
        for old in [1, 7, 254, 255, 256, 257, 43_690, 65_535, 65_536, 65_537, size - 1, size] where old <= size {
            let proof = try tree.consistencyProof(from: old, to: size)
            try RecordProof.verifyConsistency(old: old, oldRoot: tree.root(at: old), new: size, newRoot: root, proof: proof)
            let leaf = RecordHash.leaf(Vectors.entry(Int(old) - 1))
            let path = try tree.inclusionProof(of: old - 1, in: size)
            try RecordProof.verifyInclusion(leaf: leaf, index: old - 1, size: size, root: root, proof: path)
        }
    }

    @Test func textForms() throws {
        let hash = RecordHash.leaf([])
        #expect(RecordHash(hash.bytes) == hash)
        #expect(RecordHash(hash.bytes.lazy.map { $0 }) == hash)
        #expect(RecordHash(hex: hash.hex) == hash)
        #expect(RecordHash(base64: hash.base64) == hash)
        #expect(RecordHash(hash.bytes.dropLast()) == nil)
        #expect(RecordHash(hex: hash.hex.uppercased()) == nil)
        // 32 bytes leave two bits over in base64; only zeroes there are the one form.
        let text = RecordHash.empty.base64
        #expect(text.hasSuffix("FU="))
        let short = String(text.dropLast())
        for wrong in ["\(short.dropLast())V=", short, "\(text)=", "\(short)A", " \(text.dropFirst())", "\(text.dropLast(3))V=="] {
            #expect(RecordHash(base64: wrong) == nil)
        }
    }
}
