import NIOCore
import RichText

/// Writes one page: walks the steps of a program over the models that are open, and puts bytes at the end of what there is.
struct TemplateWriter {
    /// What names are looked up in: a model, or a text of a list (which has none and is `{{.}}`).
    private enum Frame {
        case model(any PageModel)
        case text(String)
    }

    private let routines: [[TemplateStep]]
    private var frames: [Frame]
    private let kept: KeptFurniture.Set?
    private var out: [UInt8] = []

    /// - Parameters:
    ///   - models: the outermost first.
    ///   - furniture: what the first of them holds as `chrome`.
    static func page(_ entry: Int, of program: TemplateProgram, over models: [any PageModel], furniture: Chrome?) -> ByteBuffer {
        var writer = TemplateWriter(routines: program.routines, frames: models.map(Frame.model), kept: furniture.map(program.kept.set))
        writer.out.reserveCapacity(48 << 10)
        writer.walk(program.routines[entry])
        return ByteBuffer(bytes: writer.out)
    }

    private mutating func walk(_ steps: [TemplateStep]) {
        for step in steps {
            switch step {
            case .bytes(let bytes): out.append(contentsOf: bytes)
            case .print(let path): print(value(at: path))
            case .raw(let path): if case .markup(let markup) = value(at: path) { out.append(contentsOf: markup.string.utf8) }
            case .section(let path, let inner): open(value(at: path), inner)
            case .unless(let path, let inner): if isMissing(value(at: path)) { walk(inner) }
            case .routine(let number): walk(routines[number])
            case .furniture(let number): walk(furniture: number)
            }
        }
    }

    /// Puts down what was written for the same furniture before, or writes and keeps it.
    private mutating func walk(furniture number: Int) {
        guard let kept else { return walk(routines[number]) }
        if let bytes = kept.bytes(of: number) { return out.append(contentsOf: bytes) }
        let start = out.count
        walk(routines[number])
        kept.keep(Array(out[start...]), of: number)
    }

    private mutating func print(_ value: TemplateValue) {
        switch value {
        case .text(let text): HTMLEscape.append(text, to: &out)
        case .number(let number): out.append(contentsOf: String(number).utf8)
        case .absent, .flag, .markup, .texts, .one, .many: break
        }
    }

    private mutating func open(_ value: TemplateValue, _ inner: [TemplateStep]) {
        switch value {
        case .absent, .number, .flag(false): break
        case .flag(true), .markup: walk(inner)
        case .text(let text): walk(inner, over: .text(text))
        case .texts(let texts): for text in texts { walk(inner, over: .text(text)) }
        case .one(let model): walk(inner, over: .model(model))
        case .many(let models): for model in models { walk(inner, over: .model(model)) }
        }
    }

    private mutating func walk(_ inner: [TemplateStep], over frame: Frame) {
        frames.append(frame)
        walk(inner)
        frames.removeLast()
    }

    private func isMissing(_ value: TemplateValue) -> Bool {
        switch value {
        case .absent, .flag(false): true
        case .texts(let texts): texts.isEmpty
        case .many(let models): models.isEmpty
        case .flag(true), .text, .number, .markup, .one: false
        }
    }

    private func value(at path: TemplatePath) -> TemplateValue {
        if path.isSelf {
            guard case .text(let text)? = frames.last else { return .absent }
            return .text(text)
        }
        var found = first(path)
        for part in path.parts.dropFirst() {
            guard case .one(let model) = found, let next = model.value(of: part) else { return .absent }
            found = next
        }
        return found
    }

    /// The innermost model that declares the path's first name.
    private func first(_ path: TemplatePath) -> TemplateValue {
        var index = frames.count - 1
        while index >= 0 {
            if case .model(let model) = frames[index], let value = model.value(of: path.parts[0]) { return value }
            if path.isLocal { return .absent }
            index -= 1
        }
        return .absent
    }
}
