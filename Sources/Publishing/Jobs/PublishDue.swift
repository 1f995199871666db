import PortalNetwork
import Store

/// The scheduled moment of a revision has come.
public struct PublishDue: JobWorker {
    public static let name = "publish-due"
    private let publishing: Publisher

    public init(_ publishing: Publisher) { self.publishing = publishing }

    public func run(_ job: Job) async throws {
        guard let item = ItemID(job.payload) else { return }
        do {
            _ = try await publishing.publishDue(item)
        } catch WorkflowRefusal.notScheduled {
            // Already out, taken back, or moved to another moment: this job's effect is not wanted any more.
        } catch {
            // A person hears of it at the first try, not after the last.
            try? await publishing.raiseAlarm(.publicationFailed, item, detail: (error as? any Refusal)?.key ?? "")
            throw error
        }
    }
}
