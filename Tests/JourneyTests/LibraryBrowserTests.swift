import PortalTesting
import Testing

/// The library of a demo in a real browser: uploads over a line that breaks, a file described and found again, deleted and had back.
@Suite("The library in a browser", .enabled(if: DeskWalk.isHere, "no playwright here: script/bootstrap installs it"))
struct LibraryBrowserTests {
    @Test(.timeLimit(DeskWalk.limit), arguments: Backend.available)
    func walk(_ backend: Backend) async throws { try await DeskWalk.walk(backend, "library", looks: 18) }
}
