import FileStore
import Foundation
import Outbound
import Store
import Vietnamese

/// Where files are kept.
extension Settings {
    enum FilePlace: Sendable {
        case folder(String)
        case objects(ObjectPlace)
    }

    func filePlace() throws -> FilePlace {
        guard let text = self[.files] else {
            try refuseWithoutStorage()
            return .folder("\(dataFolder)/files")
        }
        guard text.contains("://") else {
            try refuseWithoutStorage()
            return .folder(text)
        }
        if self[.filesSecret] != nil, self[.filesSecretFile] != nil {
            throw UsageFault("files-secret and files-secret-file are both set; give one of them")
        }
        let secret = try secret(.filesSecret, orIn: .filesSecretFile)
        do { return .objects(try ObjectPlace(text, secret: secret)) } catch { throw UsageFault("\(describe(.files)) \(error)") }
    }

    private func refuseWithoutStorage() throws {
        for setting in [Setting.filesSecret, .filesSecretFile, .filesRoots] where self[setting] != nil {
            throw UsageFault("\(describe(setting)) is set, but files are kept in a folder: set files too, such as s3+https://ACCESSKEY@host/bucket")
        }
    }

    /// Opens the store. Storage on other machines must be closed again.
    func fileStore(_ clock: Clock) throws -> (files: any FileStore, objects: ObjectFileStore?) {
        switch try filePlace() {
        case .folder(let path): return (try DiskFileStore(root: path), nil)
        case .objects(let place):
            let store = try ObjectFileStore(place, spool: "\(dataFolder)/spool", roots: self[.filesRoots]) { clock.now().rawValue / 1_000 }
            return (store, store)
        }
    }
}
