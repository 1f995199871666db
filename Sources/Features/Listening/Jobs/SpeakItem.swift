public import Publishing
import Speech
import Store

/// Records an item that has just been published, so that the first who listens need not wait. Coming too late, or twice, does nothing.
public struct SpeakItem: JobWorker {
    public static let name = "listening-speak"
    private let listening: Listening

    public init(_ listening: Listening) { self.listening = listening }

    public func run(_ job: Job) async throws {
        guard let id = ItemID(job.payload), let item = try await listening.reader.editions([id]).first, listening.offers(item) else { return }
        for form in AudioForm.allCases {
            do {
                _ = try await listening.recording(of: item, as: form, patience: nil)
            } catch let fault as SpeechFault where fault.lasts {
                // Said in the log where it happened; whoever asks for it is told so.
                return
            } catch SpeechFault.missing {
                // A node without the program leaves it to those who listen elsewhere.
                return
            }
        }
    }
}
