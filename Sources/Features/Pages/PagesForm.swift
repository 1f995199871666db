public import Publishing

extension StaticPage {
    /// How a static page stands on a line of a `pages` file.
    public static let exchange = ExchangeForm(kind: name, file: "pages", members: ["title", "summary", "body", "role"])
}
