import Publishing
import Speech
import Store

/// `/nghe/{id}-{edition}-{recipe}.opus`: which words, in which voice. The recipe is a digest of the voice and the tables it reads by, so what is behind an address
/// never changes. Without a recipe, or with an old one, it leads to the one of today.
struct AudioAddress: Hashable, Sendable {
    let item: ItemID
    let edition: Int
    let recipe: String
    let form: AudioForm

    static let segment = "nghe"

    init(item: ItemID, edition: Int, recipe: String, form: AudioForm) {
        self.item = item
        self.edition = edition
        self.recipe = recipe
        self.form = form
    }

    /// Reads the file's name.
    init?(_ name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let form = AudioForm(rawValue: String(parts[1])) else { return nil }
        let fields = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard (2...3).contains(fields.count), let item = ItemID(String(fields[0])), fields[1].utf8.count <= 9, let edition = Int(fields[1]),
            edition > 0,
            fields.count == 2 || fields[2].utf8.count == 8
        else { return nil }
        self.init(item: item, edition: edition, recipe: fields.count == 3 ? String(fields[2]) : "", form: form)
    }

    var path: String { "/\(Self.segment)/\(item)-\(edition)-\(recipe).\(form.rawValue)" }
}
