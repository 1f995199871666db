extension WitnessPolicy {
    /// Limit for a policy file, bytes.
    public static let greatestSize = 256 << 10
    /// Most logs, witnesses and groups each.
    public static let greatestCount = 1024

    /// Reads a policy file; every line ends in a newline. The fault names the line.
    public init(parsing bytes: [UInt8]) throws(PolicyFault) {
        guard bytes.count <= Self.greatestSize else { throw PolicyFault(line: 0, reason: "it has more than \(Self.greatestSize) bytes") }
        var reading = PolicyReading()
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for line in lines.dropLast() { try reading.take(line) }
        guard lines.last?.isEmpty ?? true else { throw PolicyFault(line: lines.count, reason: "the last line has no newline; is the file whole?") }
        guard reading.hasQuorum else { throw PolicyFault(line: 0, reason: "there is no line 'quorum'") }
        self = reading.policy
    }
}

private struct PolicyReading {
    var policy = WitnessPolicy()
    var hasQuorum = false
    private var line = 0
    private var names: [[UInt8]: WitnessPolicy.Member] = [:]
    private var grouped: Set<[UInt8]> = []
    private var keys: Set<[UInt8]> = []

    private func fault(_ reason: String) -> PolicyFault { PolicyFault(line: line, reason: reason) }
    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    mutating func take(_ bytes: ArraySlice<UInt8>) throws(PolicyFault) {
        line += 1
        guard bytes.allSatisfy({ ($0 >= 0x20 || $0 == 0x09) && $0 != 0x7F }) else { throw fault("there is a control character") }
        let words = bytes.split { $0 == 0x20 || $0 == 0x09 }
        guard let first = words.first, first.first != UInt8(ascii: "#") else { return }
        let rest = words.dropFirst()
        switch text(first) {
        case "log": try log(Array(rest))
        case "witness": try witness(Array(rest))
        case "group": try group(Array(rest))
        case "quorum": try quorum(Array(rest))
        default: throw fault("'\(text(first.prefix(40)))' is not log, witness, group or quorum")
        }
    }

    private mutating func log(_ words: [ArraySlice<UInt8>]) throws(PolicyFault) {
        guard 1...2 ~= words.count else { throw fault("a log is 'log <key> [<address>]'") }
        let key = try key(words[0], .log)
        guard Checkpoint.isOrigin(key.name) else { throw fault("the key's name is not the origin of a log: a lower-case host and path") }
        guard policy.logs.count < WitnessPolicy.greatestCount else { throw fault("there are more than \(WitnessPolicy.greatestCount) logs") }
        policy.logs.append(WitnessPolicy.Log(key: key, url: words.count > 1 ? text(words[1]) : nil))
    }

    private mutating func witness(_ words: [ArraySlice<UInt8>]) throws(PolicyFault) {
        guard 2...3 ~= words.count else { throw fault("a witness is 'witness <name> <key> [<address>]'") }
        let key = try key(words[1], .cosignature)
        guard policy.witnesses.count < WitnessPolicy.greatestCount else {
            throw fault("there are more than \(WitnessPolicy.greatestCount) witnesses")
        }
        try define(words[0], .witness(policy.witnesses.count))
        policy.witnesses.append(WitnessPolicy.Witness(name: text(words[0]), key: key, url: words.count > 2 ? text(words[2]) : nil))
    }

    private mutating func group(_ words: [ArraySlice<UInt8>]) throws(PolicyFault) {
        guard words.count >= 3 else { throw fault("a group is 'group <name> all|any|<number> <name>…'") }
        var members: [WitnessPolicy.Member] = []
        for word in words.dropFirst(2) {
            guard let member = names[Array(word)] else { throw fault("no witness or group called '\(text(word))' stands above") }
            guard grouped.insert(Array(word)).inserted else { throw fault("'\(text(word))' is in a group already") }
            members.append(member)
        }
        let threshold: Int
        switch text(words[1]) {
        case "all": threshold = members.count
        case "any": threshold = 1
        default:
            guard let number = NoteLines.number(words[1]), 1...Int64(members.count) ~= number else {
                throw fault("'\(text(words[1].prefix(40)))' is not all, any or a number from 1 to \(members.count)")
            }
            threshold = Int(number)
        }
        guard policy.groups.count < WitnessPolicy.greatestCount else { throw fault("there are more than \(WitnessPolicy.greatestCount) groups") }
        try define(words[0], .group(policy.groups.count))
        policy.groups.append(WitnessPolicy.Group(threshold: threshold, members: members))
    }

    private mutating func quorum(_ words: [ArraySlice<UInt8>]) throws(PolicyFault) {
        guard words.count == 1 else { throw fault("the quorum is 'quorum <name>'") }
        guard !hasQuorum else { throw fault("there is a line 'quorum' already") }
        hasQuorum = true
        if words[0].elementsEqual("none".utf8) { return }
        guard let member = names[Array(words[0])] else { throw fault("no witness or group called '\(text(words[0]))' stands above") }
        policy.quorum = member
    }

    private mutating func define(_ name: ArraySlice<UInt8>, _ member: WitnessPolicy.Member) throws(PolicyFault) {
        guard !name.elementsEqual("none".utf8) else { throw fault("'none' cannot be a name") }
        guard names.updateValue(member, forKey: Array(name)) == nil else { throw fault("there is a '\(text(name))' already") }
    }

    /// No key may stand twice, under whatever name or type: one signer would count as two, or a log as its own witness.
    private mutating func key(_ word: ArraySlice<UInt8>, _ kind: VerifierKey.Kind) throws(PolicyFault) -> VerifierKey {
        let key: VerifierKey
        do throws(NoteFault) { key = try VerifierKey(text(word)) } catch { throw fault("\(error)") }
        guard key.kind == kind else { throw fault("a key of type \(key.type) cannot be that of a \(kind == .log ? "log" : "witness") here") }
        guard keys.insert(key.key).inserted else { throw fault("this key stands in the policy already") }
        return key
    }
}
