import ArgumentParser
import Backup
import FileStore
import Foundation
import Mirror
import Notary
import PortalNetwork
import Publishing
import Store
import Web

struct Caunoi: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caunoi",
        abstract: "Cầu Nối: the open platform on which a state runs its portals.",
        discussion: "Exit status: 0 done; 1 done, and something was found wrong; 2 could not be done.",
        version: Version.text,
        subcommands: [
            ServeCommand.self, InitCommand.self, DemoCommand.self, ImportCommand.self, ExportCommand.self, SiteCommand.self, SectionCommand.self,
            LeaderCommand.self, LawCommand.self, CompetenceCommand.self, HostCommand.self, NoticeCommand.self, UserCommand.self, AuditCommand.self,
            CheckCommand.self,
            WatchCommand.self,
            WatchBench.self,
            CaseBench.self,
            CasesCommand.self,
            MigrateCommand.self, UpgradeCommand.self,
            WorkerCommand.self, SignerCommand.self, LogCommand.self, RulesCommand.self, VerifyCommand.self, ReindexCommand.self, SearchCommand.self,
            SpeechCommand.self,
            BackupCommand.self, VerifyBackupCommand.self, RestoreCommand.self,
            DoctorCommand.self,
            ConfigCommand.self,
            VersionCommand.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch is FoundWrong {
            Foundation.exit(1)
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            stop(error)
        }
    }

    /// One line that says what to do, and the status that means it.
    private static func stop(_ error: any Error) -> Never {
        switch error {
        case let fault as UsageFault: fail("\(fault)")
        case let refusal as any Refusal: fail(english(refusal))
        case let fault as StoreFault: fail("\(fault)")
        case let fault as AccessFault: fail("\(fault)")
        case let fault as RecordFault: fail("\(fault)")
        case let fault as BackupFault: fail("\(fault)")
        case let fault as FileStoreFault: fail("\(fault)")
        case let fault as CopyFault: fail("\(fault)")
        case let fault as PortalImportFault: fail("\(fault)")
        case let fault as MirrorFault: fail("\(fault)")
        case is CleanExit: exit(withError: error)
        default:
            let message = fullMessage(for: error)
            if exitCode(for: error) == .success { exit(withError: error) }
            fail(message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message)
        }
    }

    /// A refusal in the command line's language.
    static func english(_ refusal: any Refusal) -> String {
        guard let words = try? ProgramTexts(features: Features.all()).words, words.has("refusal." + refusal.key) else {
            return "refused: \(refusal.key)"
        }
        return words.text("refusal." + refusal.key, .en, refusal.values)
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("caunoi: \(message)\n".utf8))
        Foundation.exit(2)
    }
}

/// The version of the program and of what it holds on to.
enum Version {
    static let number = "0.1.0"
    static let text = "caunoi \(number)"
}
