/// What words around numbers say.
struct NumberWordTables: Sendable {
    /// What kind of number a word announces; the order is that of the file.
    enum Label: Int, Sendable, CaseIterable {
        case phone, identity, passport, tax, insurance, bank, plate, landbook, dossier, law
    }

    let labels: PhraseTable
    let units: PhraseTable
    let amounts: PhraseTable
    let banks: PhraseTable
    /// A digit in words; the list's number is the digit.
    let digits: PhraseTable
    let births: PhraseTable
    let notBirths: PhraseTable
    /// 0: day, 1: month, 2: year.
    let dateParts: PhraseTable
    let providers: Set<String>
    let at: PhraseTable
    let dot: PhraseTable
    let profiles: [String]
    let profileLabels: PhraseTable
    /// 0: plot, 1: map sheet.
    let plots: PhraseTable
    let sheetWord: PhraseTable
    let notSerials: PhraseTable
    let coordinates: PhraseTable

    init(_ lists: WordLists) {
        let keyed = Dictionary(lists.keys("labels").map { ($0.key, $0.entries) }) { $0 + $1 }
        labels = PhraseTable(Label.allCases.map { keyed["\($0)"] ?? [] })
        units = PhraseTable(lists.list("units-of-amounts"))
        amounts = PhraseTable(lists.list("before-amounts"))
        banks = PhraseTable(lists.list("banks"))
        digits = PhraseTable(lists.keys("digit-words").map(\.entries))
        births = PhraseTable(lists.list("births"))
        notBirths = PhraseTable(lists.list("not-births"))
        dateParts = PhraseTable(lists.keys("parts-of-dates").map(\.entries))
        providers = Set(lists.list("providers"))
        at = PhraseTable(lists.list("at"))
        dot = PhraseTable(lists.list("dot"))
        profiles = lists.list("profile-hosts")
        profileLabels = PhraseTable(lists.list("profile-labels"))
        plots = PhraseTable(lists.keys("plots").map(\.entries))
        sheetWord = PhraseTable(lists.list("plot-sheet"))
        notSerials = PhraseTable(lists.list("not-serials"))
        coordinates = PhraseTable(lists.list("coordinates"))
    }
}
