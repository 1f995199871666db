import ArgumentParser
import Foundation
import Notary
import PublicRecord

struct SignerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signer",
        abstract: "Sign the heads of the public record, apart from the portal.",
        discussion: """
            serve starts such a signer itself. With --socket it runs on its own, under a user of its own, and serve is told where (--signer): then whoever takes \
            over the portal has no key. It signs a head only when it follows from the one it signed before, which it keeps in its guard file; neither the key \
            nor the guard file belongs in the portal's backup (docs/operating/record.md).
            """
    )

    @Option(name: .long, help: "Host and path of the record, for instance cong.anson.gov.vn/log/1.") var origin: String
    @Option(name: .long, help: "Folder of the key and the guard file; both are made when the folder is empty.") var folder: String
    @Option(name: .long, help: "Unix socket to wait at for portals.") var socket: String?
    @Flag(name: .long, help: ArgumentHelp("Serve the process at the standard input.", visibility: .private)) var channel = false
    @Flag(name: .long, help: "Say the public key of the record, that for cosigning others, and the head signed last; and end.") var show = false
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Take the signed head in this file for the one signed last, and end: after the guard file was lost. Only a head signed with the key in the folder.",
            valueName: "file"
        )
    ) var adoptHead: String?

    @Flag(name: .long, help: "Make a second key, which signs beside the first from the next start on, and print it; and end.") var rotate = false
    @Flag(name: .long, help: "Put the second key in the first one's place, which is destroyed; and end. After thirty days of both.") var retire =
        false
    @Flag(name: .long, help: "With --retire: before the thirty days are over, where the first key is lost or stolen.") var early = false

    @Flag(
        name: .long,
        help:
            "Put the key and the guard file away for good, and say the head signed last; and end. Before 'caunoi log succeed', where this signer runs apart."
    )
    var end = false

    func run() async throws {
        if end {
            let head = Signer.guarded(folder, origin: origin)
            do { try Signer.end(folder, origin: origin) } catch { throw UsageFault("\(error)") }
            print(head.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "", terminator: "")
            return
        }
        if channel {
            // A child says what is wrong to its parent, over the line it has.
            do { SignerHall.serve(0, signer: try open()) } catch { SignerHall.excuse(0, "\(error)") }
            return
        }
        let signer: Signer
        do { signer = try open() } catch { throw UsageFault("\(error)") }
        if rotate {
            do { print(try Signer.rotate(folder, origin: origin).text) } catch { throw UsageFault("\(error)") }
            return
        }
        if retire {
            do { try signer.retire(now: Int64(Date().timeIntervalSince1970), early: early) } catch { throw UsageFault("\(error)") }
            if let key = signer.nextKey { print(key.text) }
            return
        }
        if let adoptHead {
            guard let data = FileManager.default.contents(atPath: adoptHead) else { throw UsageFault("the file '\(adoptHead)' cannot be read") }
            do { try signer.adopt(SignedNote(parsing: Array(data))) } catch { throw UsageFault("'\(adoptHead)': \(error)") }
            print(signer.note ?? "", terminator: "")
            return
        }
        if show {
            print(signer.key.text)
            if let next = signer.nextKey { print("next \(next.text)") }
            do { print(try signer.witnessKey().text) } catch { throw UsageFault("\(error)") }
            print(signer.note ?? "", terminator: "")
            return
        }
        guard let socket else { throw UsageFault("say where to wait (--socket PATH); serve needs no socket, it starts its own signer") }
        let hall: SignerHall
        do { hall = try SignerHall(socket: socket, signer: signer) } catch { throw UsageFault("\(error)") }
        Console(json: false, quiet: false).note("Signing for \(origin) at \(socket)")
        hall.run()
    }

    private func open() throws -> Signer {
        guard Checkpoint.isOrigin(origin) else { throw UsageFault("'\(origin)' is not a lower-case host and path such as cong.anson.gov.vn/log/1") }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw UsageFault("the folder '\(folder)' cannot be made; check the path and its permissions")
        }
        return try Signer(origin: origin, folder: folder)
    }
}
