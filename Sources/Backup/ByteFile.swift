import Glibc

/// Small files whole, and what the system says of files, as faults of backups.
enum ByteFile {
    static func contents(_ path: String, limit: Int = 1 << 26) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? BackupFault.missing(path: path) : BackupFault.cannotRead(path: path, reason: reason(errno))
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while true {
            let part = try read(descriptor, 1 << 20, path)
            if part.isEmpty { return bytes }
            bytes += part
            guard bytes.count <= limit else { throw BackupFault.damaged(path: path, what: "it is longer than \(limit) bytes") }
        }
    }

    /// Up to `count` bytes; fewer only at the end.
    static func read(_ descriptor: Int32, _ count: Int, _ path: String) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got == 0 { return }
                if got > 0 { filled += got } else if errno != EINTR { throw BackupFault.cannotRead(path: path, reason: reason(errno)) }
            }
        }
    }

    static func write(_ descriptor: Int32, _ bytes: some Collection<UInt8>, _ path: String) throws {
        let bytes = Array(bytes)
        try bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let wrote = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if wrote >= 0 { done += wrote } else if errno != EINTR { throw fault(path, errno) }
            }
        }
    }

    /// A new file, durable when it returns; refused where one is.
    static func create(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o640) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw fault(path, errno) }
        defer { close(descriptor) }
        try write(descriptor, bytes, path)
        guard fsync(descriptor) == 0 else { throw fault(path, errno) }
    }

    /// Makes a folder and those above it where they are missing.
    static func makeFolder(_ path: String) throws {
        if mkdir(path, 0o750) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw fault(path, errno) }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o750) == 0 || errno == EEXIST else { throw fault(path, errno) }
    }

    /// A name in a folder is durable only when the folder is.
    static func sync(_ folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(folder, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw fault(folder, errno) }
    }

    static func move(_ path: String, to other: String) throws {
        guard rename(path, other) == 0 else { throw fault(other, errno) }
    }

    /// Bytes; nil where there is no such file.
    static func size(_ path: String) -> Int64? {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : nil
    }

    /// The names in a folder, sorted; none if there is no such folder.
    static func names(_ folder: String) throws -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw BackupFault.cannotRead(path: folder, reason: reason(errno))
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

    /// Takes away a file or a folder with what is in it.
    static func remove(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in try names(path) { try remove("\(path)/\(name)") }
            guard rmdir(path) == 0 else { throw fault(path, errno) }
        } else {
            guard unlink(path) == 0 else { throw fault(path, errno) }
        }
    }

    /// Writes zeros over a file's bytes before it goes.
    static func overwrite(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(path, errno) }
        defer { close(descriptor) }
        var left = Int(size(path) ?? 0)
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        while left > 0 {
            let part = min(left, zeros.count)
            try write(descriptor, zeros[..<part], path)
            left -= part
        }
        guard fdatasync(descriptor) == 0 else { throw fault(path, errno) }
    }

    static func fault(_ path: String, _ code: Int32) -> BackupFault {
        code == ENOSPC || code == EDQUOT ? .diskFull(path: path) : .cannotWrite(path: path, reason: reason(code))
    }

    static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
