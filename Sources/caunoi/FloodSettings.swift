import Casework

extension Settings {
    /// From how many letters on forms ask for a proof, and how much work it is.
    func floodBounds() throws -> FloodBounds {
        func number(_ setting: Setting, _ allowed: ClosedRange<Int>, standard: Int) throws -> Int {
            guard let text = self[setting] else { return standard }
            guard let number = Int(text), allowed.contains(number) else {
                throw UsageFault("\(setting.name) is '\(text)'; give a whole number from \(allowed.lowerBound) to \(allowed.upperBound)")
            }
            return number
        }
        let standard = FloodBounds()
        return FloodBounds(
            portal: try number(.floodPortal, 0...10_000_000, standard: standard.portal),
            range: try number(.floodRange, 0...10_000_000, standard: standard.range),
            node: try number(.floodNode, 0...10_000_000, standard: standard.node),
            bits: try number(.proofBits, FloodBounds.allowedBits, standard: standard.bits)
        )
    }
}
