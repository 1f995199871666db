import Media

/// What is taken of the files that come with letters: what one is, its bytes say, whatever it calls itself.
enum SentFile {
    static let types: Set<FileType> = [.jpeg, .png, .webp, .pdf, .mp3, .mp4]

    /// - Throws: `FileRefusal`.
    static func type(of bytes: [UInt8]) async throws -> FileType {
        // Telephones give pictures wrong endings: unlike in a newsroom, that is no reason to send somebody away.
        let type = try await FileInspection.type(of: FileBytes(bytes), named: "")
        guard types.contains(type) else { throw type.isPacked || type.isCompound ? FileRefusal.locked : .unknownType }
        return type
    }

    /// What to say of one that is not taken, so that who sends it knows what to do.
    static func finding(_ refusal: FileRefusal) -> String {
        switch refusal {
        case .executable, .script: "file-program"
        case .vector: "file-vector"
        case .archive: "file-archive"
        case .locked, .macros: "file-office"
        case .pictureTooLarge, .bomb: "file-picture-too-large"
        case .movingPicture: "file-moving"
        case .cameraFormat: "file-camera"
        case .damaged, .empty, .twoTypes: "file-damaged"
        case .unknownType, .wrongEnding, .page, .tooLarge, .captions, .unscannable: "file-type"
        }
    }

    /// The last part of a path, without signs that file systems or pages take for more than letters, with an ending that says what it is.
    static func name(_ name: String, _ type: FileType) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "tep"
        let kept = String(last.filter { $0.isLetter || $0.isNumber || " ._-()".contains($0) }.prefix(120))
        let plain = kept.isEmpty ? "tep" : kept
        let ending = plain.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() ?? ""
        return plain.contains(".") && type.endings.contains(ending) ? plain : plain + "." + type.ending
    }
}
