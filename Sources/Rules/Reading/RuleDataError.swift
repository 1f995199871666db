/// Data of rules or of a calendar that cannot be taken, with everything that is wrong in them.
public struct RuleDataError: Error, Hashable, Sendable, CustomStringConvertible {
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        public let file: String
        /// From 1; 0 where the fault has no line.
        public let line: Int
        /// The rule's code, where there is one.
        public let code: String?
        /// One sentence.
        public let message: String

        /// `house.yaml:12: rule 'x-1': …`
        public var description: String { "\(file)\(line > 0 ? ":\(line)" : ""): \(code.map { "rule '\($0)': " } ?? "")\(message)" }
    }

    /// Never empty.
    public let faults: [Fault]

    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
