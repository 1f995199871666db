import Synchronization

/// Headers and footers as they were written: the same for every page whose chrome is the same in every field. Nothing need be thrown away when a portal changes,
/// because its chrome is then another; what is no longer asked for goes with the next clearing.
final class KeptFurniture: Sendable {
    /// The models that such a template may ask.
    static let frame: [TemplateCheck.Frame] = [.model(FurnitureFrame.shape.names)]
    /// So many different chromes are kept: one for each entry of a menu of each portal that is read, of some twenty kilobytes.
    static let most = 500

    private let sets = Mutex<[Chrome: Set]>([:])

    /// What is kept for one chrome.
    final class Set: Sendable {
        private let parts = Mutex<[Int: [UInt8]]>([:])

        func bytes(of routine: Int) -> [UInt8]? { parts.withLock { $0[routine] } }
        func keep(_ bytes: [UInt8], of routine: Int) { parts.withLock { $0[routine] = bytes } }
    }

    func set(_ chrome: Chrome) -> Set {
        sets.withLock { sets in
            if let known = sets[chrome] { return known }
            if sets.count >= Self.most { sets.removeAll() }
            let new = Set()
            sets[chrome] = new
            return new
        }
    }

    /// A frame with the chrome and nothing else.
    private struct FurnitureFrame: PageModel {
        let chrome: Chrome

        static let shape: Shape<FurnitureFrame> = [.one("chrome", \.chrome)]
    }
}
