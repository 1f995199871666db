public import Publishing

extension AnsweredQuestion {
    /// How an answered question stands on a line of a `questions` file.
    public static let exchange = ExchangeForm(
        kind: name,
        file: "questions",
        members: [
            "title", "question", "asker", "answer", "agency", "letter", "signer", "basis", "texts", "caution", "field", "page", "askedOn",
            "answeredOn",
        ]
    )
}
