import PortalTesting
import Testing

/// A question from the form of a browser without script to its answer and its rating, on the portal and on the desk.
@Suite("Cases in a browser", .enabled(if: DeskWalk.isHere, "no playwright here: script/bootstrap installs it"))
struct CasesBrowserTests {
    @Test(.timeLimit(DeskWalk.limit), arguments: DeskWalk.cells)
    func walk(_ backend: Backend, _ width: String) async throws {
        try await DeskWalk.walk(backend, "cases", looks: 40, serving: ["--worker", "none"], width: width)
    }
}
