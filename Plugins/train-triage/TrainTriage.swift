import Foundation
import Triage

/// Trains the classifier of fields and measures it. Called by script/train-triage, which unpacks the material.
///
/// Usage: train-triage train|measure|folds MATERIAL DATA WEIGHTS
@main
struct TrainTriage {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 5 else { stop("usage: train-triage train|measure|folds MATERIAL DATA WEIGHTS") }
        do {
            let corpus = try Corpus(material: URL(filePath: arguments[2]), data: URL(filePath: arguments[3]))
            say(
                "procedures: \(corpus.procedures.count), in \(Set(corpus.procedures.map(\.group)).count) groups of near twins; kept out: \(corpus.kept.count)"
            )
            switch arguments[1] {
            case "train":
                let model = Training(corpus: corpus).model(without: { $0.isKept })
                try Data(model.bytes).write(to: URL(filePath: arguments[4]))
                say("weights: \(model.count) in \(model.buckets) buckets, \(model.bytes.count) bytes")
                say(Measure.table(corpus, FieldClassifier(model)))
            case "measure":
                let model = try FieldModel([UInt8](Data(contentsOf: URL(filePath: arguments[4]))))
                say(Measure.table(corpus, FieldClassifier(model)))
            case "folds":
                say(Measure.folds(corpus))
            default: stop("unknown: \(arguments[1])")
            }
        } catch {
            stop("\(error)")
        }
    }

    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    private static func stop(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(1)
    }
}
