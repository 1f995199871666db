public import Publishing

extension Article {
    /// How an article stands on a line of a `news` file that this program wrote.
    public static let exchange = ExchangeForm(
        kind: name,
        file: "news",
        members: ["title", "kicker", "standfirst", "body", "picture", "authors", "source", "tags", "topics", "related", "translates", "extra"],
        renamed: ["standfirst": "summary", "picture": "image"],
        sections: ["topics"],
        rest: "extra"
    )
}
