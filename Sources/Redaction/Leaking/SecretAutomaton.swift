/// Finds any of many strings of small letters and digits in one pass (Aho and Corasick, 1975). Memory grows with the strings, time with the text.
struct SecretAutomaton {
    private struct Node {
        var fail = 0
        /// The string that ends here, and the next shorter one that ends here too.
        var output = -1
        var shorter = 0
    }

    private var nodes = [Node()]
    private var edges: [UInt64: Int] = [:]
    private(set) var lengths: [Int] = []
    private var isReady = false

    var isEmpty: Bool { lengths.isEmpty }

    /// Adds a string under its number: the count of strings before it. The same string twice is the first.
    mutating func add(_ string: [UInt8]) -> Int {
        var node = 0
        for byte in string {
            let key = UInt64(node) << 8 | UInt64(byte)
            if let next = edges[key] {
                node = next
            } else {
                nodes.append(Node())
                edges[key] = nodes.count - 1
                node = nodes.count - 1
            }
        }
        if nodes[node].output >= 0 { return nodes[node].output }
        lengths.append(string.count)
        nodes[node].output = lengths.count - 1
        return lengths.count - 1
    }

    /// Links each string to the longest other that it ends with, breadth first.
    mutating func finish() {
        var children: [[(byte: UInt8, node: Int)]] = Array(repeating: [], count: nodes.count)
        for (key, node) in edges { children[Int(key >> 8)].append((UInt8(key & 0xFF), node)) }
        var queue = [0]
        var next = 0
        while next < queue.count {
            let parent = queue[next]
            next += 1
            for (byte, node) in children[parent] {
                let fail = parent == 0 ? 0 : step(nodes[parent].fail, byte)
                nodes[node].fail = fail
                nodes[node].shorter = nodes[fail].output >= 0 ? fail : nodes[fail].shorter
                queue.append(node)
            }
        }
        isReady = true
    }

    private func step(_ node: Int, _ byte: UInt8) -> Int {
        var node = node
        while true {
            if let next = edges[UInt64(node) << 8 | UInt64(byte)] { return next }
            if node == 0 { return 0 }
            node = nodes[node].fail
        }
    }

    /// Calls `found` with the number of each string that ends at a place, and the place after its end.
    func search(_ text: [UInt8], _ found: (_ string: Int, _ end: Int) -> Void) {
        guard isReady, !isEmpty else { return }
        var node = 0
        for (index, byte) in text.enumerated() {
            node = step(node, byte)
            var output = nodes[node].output >= 0 ? node : nodes[node].shorter
            while output != 0 {
                found(nodes[output].output, index + 1)
                output = nodes[output].shorter
            }
        }
    }
}
