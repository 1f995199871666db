import PublicRecord
import Publishing
import Web

/// What kinds of items there are and what their details look like.
extension ReadAPI {
    func kinds(_ question: Question) -> ByteAnswer {
        let visit = question.visit
        var writer = JSONWriter()
        writer.object { writer in
            writer.array("kinds") { writer in
                for kind in kinds.all {
                    writer.object { writer in
                        writer.member("name", kind.name.rawValue)
                        writer.member("title", title(of: kind, visit))
                        writer.member("schema", address(of: kind, visit))
                    }
                }
            }
        }
        return answer(writer, question)
    }

    func kind(_ question: Question) throws -> ByteAnswer {
        guard let kind = question[text: "name"].flatMap({ kinds[KindName(rawValue: $0)] }) else { throw PageError.notFound }
        var writer = JSONWriter()
        writer.value(KindSchemas.document(kind, at: address(of: kind, question.visit)))
        return answer(writer, question)
    }

    private func title(of kind: AnyKind, _ visit: Visit) -> String {
        visit.face.words.has("kind.\(kind.name)") ? visit.word("kind.\(kind.name)") : kind.title
    }

    private func address(of kind: AnyKind, _ visit: Visit) -> String { visit.url("/api/v1/kinds/\(kind.name)") }
}
