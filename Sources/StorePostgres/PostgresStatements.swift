internal import CLibpq

/// The statements one connection keeps prepared: at most `limit`, the longest unused go first.
struct PostgresStatements {
    struct Kept {
        let name: String
        let types: [Oid]
        var used: Int
    }

    private let limit: Int
    private var kept: [String: [Kept]] = [:]
    private var count = 0
    private var clock = 0

    init(limit: Int = 256) { self.limit = limit }

    /// The name of a statement of this text that takes these types. A NULL fits where any type was prepared.
    mutating func name(of text: String, types: [Oid]) -> String? {
        guard let variants = kept[text] else { return nil }
        guard let index = variants.firstIndex(where: { zip($0.types, types).allSatisfy { $0 == $1 || $1 == 0 } }) else { return nil }
        clock += 1
        kept[text]?[index].used = clock
        return variants[index].name
    }

    mutating func keep(_ text: String, types: [Oid], name: String) {
        clock += 1
        count += 1
        kept[text, default: []].append(Kept(name: name, types: types, used: clock))
    }

    /// Forgets what is over the limit and returns its names, to be deallocated between two transactions.
    mutating func trim() -> [String] {
        guard count > limit else { return [] }
        let edge = kept.values.joined().map(\.used).sorted()[count - limit * 3 / 4]
        var names: [String] = []
        for (text, variants) in kept {
            let stay = variants.filter { $0.used >= edge }
            names += variants.filter { $0.used < edge }.map(\.name)
            kept[text] = stay.isEmpty ? nil : stay
        }
        count -= names.count
        return names
    }

    mutating func forgetAll() {
        kept = [:]
        count = 0
    }
}
