/// Where pictures are made smaller.
public enum WorkerPlace: Sendable, Hashable {
    /// Worker processes that this program starts itself: the program and its arguments.
    case child(program: String, arguments: [String])
    /// A `caunoi worker --socket` that somebody else runs.
    case socket(String)
}

/// Why a worker could not be asked, or did not answer.
public enum WorkerFault: Error, Sendable, Hashable {
    case cannotStart(String)
    /// It ended, by itself or by its own limits, before it was done.
    case ended
    /// It took too long and was ended.
    case tooSlow
    /// What came was no answer of a worker.
    case nonsense
    case missingLibrary(String)
}

extension WorkerFault {
    /// There is no worker at all: nothing that a picture could be blamed for, and nothing that trying again soon would mend.
    public var isAbsence: Bool {
        switch self {
        case .cannotStart, .missingLibrary: true
        case .ended, .tooSlow, .nonsense: false
        }
    }
}

extension WorkerFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotStart(let why): "the media worker cannot be started: \(why)"
        case .ended: "the media worker ended over a picture"
        case .tooSlow: "the media worker took too long over a picture and was ended"
        case .nonsense: "the media worker answered with something else than pictures; it was ended"
        case .missingLibrary(let why): "the media worker cannot open libvips (\(why)); install the package libvips42"
        }
    }
}

/// What a worker that is ready says of itself.
public struct WorkerAbility: Sendable, Hashable {
    /// The version of libvips.
    public let version: String
    /// In the order of their names.
    public let formats: [String]
    /// Whether the kernel holds it back from files, network and other processes.
    public let isConfined: Bool
}
