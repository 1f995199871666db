import PortalNetwork

/// Writes a checked template out for swift-mustache: wording put in, whitespace settled, and our own escaping named at the head.
struct TemplatePrinter {
    let words: Words
    let language: Language

    func print(_ nodes: [TemplateNode]) -> String {
        var out = "{{% CONTENT_TYPE: \(ByteEscaping.name)}}"
        write(nodes, to: &out)
        return out
    }

    private func write(_ nodes: [TemplateNode], to out: inout String) {
        for node in nodes {
            switch node {
            case .text(let text): out += text
            case .variable(let path, _): out += "{{\(path)}}"
            case .raw(let path, _): out += "{{{\(path)}}}"
            case .section(let path, let inverted, let inner, _):
                out += inverted ? "{{^\(path)}}" : "{{#\(path)}}"
                write(inner, to: &out)
                out += "{{/\(path)}}"
            case .partial(let name, _): out += "{{>\(name)}}"
            case .inherit(let name, let blocks, _):
                out += "{{<\(name)}}"
                for block in blocks { write(block, to: &out) }
                out += "{{/\(name)}}"
            case .place(let block): write(block, to: &out)
            case .wording(let tag, let key, _): write(tag, key, to: &out)
            }
        }
    }

    private func write(_ block: TemplateBlock, to out: inout String) {
        out += "{{$\(block.name)}}"
        write(block.nodes, to: &out)
        out += "{{/\(block.name)}}"
    }

    private func write(_ tag: WordingTag, _ key: String, to out: inout String) {
        guard let phrase = words.phrase(key, language) else { return }
        if tag == .word { out += "<span data-r=\"w\" data-k=\"\(HTMLEscape.text(key))\">" }
        for part in phrase.parts {
            switch part {
            case .literal(let text): out += HTMLEscape.text(text)
            case .hole(let name): out += "{{\(name)}}"
            }
        }
        if tag == .word { out += "</span>" }
    }
}
