import Glibc

/// Where things are in the folder of a store: two levels of 256 folders, so that none grows beyond what file systems like.
struct DiskLayout: Sendable {
    let root: String
    var incoming: String { root + "/incoming" }

    func path(of hash: ContentHash) -> String {
        folder(of: hash) + "/" + hash.description
    }

    func folder(of hash: ContentHash) -> String {
        let name = hash.description
        return "\(root)/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))"
    }

    func prepare() throws {
        try make(root, parents: true)
        try make(incoming, parents: false)
    }

    func makeFolder(of hash: ContentHash) throws {
        let folder = folder(of: hash)
        if access(folder, F_OK) == 0 { return }
        try make(String(folder.dropLast(3)), parents: false)
        try make(folder, parents: false)
    }

    func syncFolder(of hash: ContentHash) throws {
        try sync(folder(of: hash))
    }

    /// The hashes held, in order, after one of them. Names that are no hashes are not ours and are passed over.
    func hashes(after: ContentHash?, limit: Int) throws -> [ContentHash] {
        let start = after?.description ?? ""
        var found: [ContentHash] = []
        for upper in try entries(of: root) where upper.utf8.count == 2 && upper >= start.prefix(2) {
            for lower in try entries(of: "\(root)/\(upper)") where lower.utf8.count == 2 && upper + lower >= start.prefix(4) {
                for name in try entries(of: "\(root)/\(upper)/\(lower)") where name > start && name.hasPrefix(upper + lower) {
                    if found.count >= limit { return found }
                    if let hash = ContentHash(name) { found.append(hash) }
                }
            }
        }
        return found
    }

    private func make(_ path: String, parents: Bool) throws {
        if mkdir(path, 0o750) == 0 {
            try sync(Self.parent(of: path))
            return
        }
        switch errno {
        case EEXIST: return
        case ENOENT where parents:
            let parent = Self.parent(of: path)
            guard parent != path else { throw writeFault(path, ENOENT) }
            try make(parent, parents: true)
            try make(path, parents: false)
        default: throw writeFault(path, errno)
        }
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

/// The names in a folder, sorted; none if there is no such folder.
func entries(of folder: String) throws -> [String] {
    guard let stream = opendir(folder) else {
        if errno == ENOENT || errno == ENOTDIR { return [] }
        throw FileStoreFault.cannotRead(path: folder, reason: reason(of: errno))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
}

/// A name in a folder is durable only when the folder is.
func sync(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw writeFault(folder, errno) }
    defer { close(descriptor) }
    // Some network file systems cannot do this for a folder and say EINVAL; there is nothing better to do then.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw writeFault(folder, errno) }
}

func writeFault(_ path: String, _ code: Int32) -> FileStoreFault {
    code == ENOSPC || code == EDQUOT ? .diskFull(path: path) : .cannotWrite(path: path, reason: reason(of: code))
}

/// The operating system's words for an error number.
func reason(of code: Int32) -> String {
    String(cString: strerror(code))
}
