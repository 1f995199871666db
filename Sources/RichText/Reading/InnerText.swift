extension HTMLNode {
    /// The text inside, up to about `limit` bytes, without scripts and styles.
    func innerText(limit: Int) -> String {
        var out = ""
        var stack: [(node: HTMLNode, next: Int)] = [(self, 0)]
        while let last = stack.indices.last, out.utf8.count < limit {
            guard stack[last].next < stack[last].node.childCount else {
                stack.removeLast()
                continue
            }
            let child = stack[last].node.child(stack[last].next)
            stack[last].next += 1
            if let text = child.text {
                out += text
            } else if child.isElement, !HTMLRole.of(child).isDropped {
                if HTMLRole.of(child).isLineBreak { out += "\n" }
                stack.append((child, 0))
            }
        }
        return out
    }
}
