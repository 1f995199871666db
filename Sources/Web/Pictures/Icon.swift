public import RichText

/// The house's drawings: one line, 24 units, no colour of their own. They stand beside words and never in place of them.
public enum Icon {
    /// By the name an editor gives (`LookEntry.icon`); nil for a name that is none.
    public static func markup(_ name: String) -> Markup? {
        guard let path = paths[name] else { return nil }
        return Markup(rendered: "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"\(path)\"/></svg>")
    }

    public static var names: [String] { paths.keys.sorted() }

    private static let paths: [String: String] = [
        "document": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        "certificate": "M4 4h16v11H4zM8 8h8M8 11h5M14 15v6l2-1.5 2 1.5v-6",
        "health": "M12 20s-8-4.6-8-10.4A4.4 4.4 0 0 1 12 7a4.4 4.4 0 0 1 8 2.6C20 15.4 12 20 12 20zM7 12h3l1.5-3 2 5 1-2H17",
        "school": "M2 9l10-5 10 5-10 5zM6 11v5c0 1.5 3 3 6 3s6-1.5 6-3v-5M22 9v6",
        "home": "M3 11l9-8 9 8M5 10v11h14V10M10 21v-6h4v6",
        "land": "M3 6l6-3 6 3 6-3v15l-6 3-6-3-6 3zM9 3v15M15 6v15",
        "person": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.6-6.5 8-6.5s8 2.5 8 6.5",
        "family": "M8.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 11a3 3 0 1 0-1-5.8M17 14c2.9.3 5 2.5 5 6",
        "business": "M3 8h18v12H3zM9 8V5h6v3M3 13h18M12 12v2",
        "transport": "M5 17h14V8l-2-4H7L5 8zM5 10h14M8 14h.01M16 14h.01M7 17v3M17 17v3",
        "phone": "M5 3h4l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2C10.7 21 3 13.3 3 5a2 2 0 0 1 2-2z",
        "mail": "M3 5h18v14H3zM3 6l9 7 9-7",
        "place": "M12 22s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
        "clock": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
        "calendar": "M4 6h16v15H4zM4 10h16M8 3v5M16 3v5M8 14h3M13 14h3M8 17h3",
        "chart": "M4 3v18h17M8 17v-5M12 17V8M16 17v-7M20 17V5",
        "shield": "M12 3l8 3v6c0 5-3.5 8-8 9.5C7.5 20 4 17 4 12V6zM8.5 12l2.5 2.5 4.5-5",
        "money": "M2 6h20v12H2zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM5.5 9v.01M18.5 15v.01",
        "leaf": "M5 19C5 9 11 4 20 4c0 10-5 15-13 15zM4 21c2-5 5-8.5 10-11",
        "chat": "M4 4h16v12h-8l-5 5v-5H4zM8 9h8M8 12h5",
        "search": "M10.5 18a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM16 16l5 5",
        "boat": "M3 15h18l-2.5 5h-13zM12 3v12M12 4l6 8h-6M12 6l-5 6h5",
        "mountain": "M2 20l7-12 4 6.5L15.5 11 22 20zM9 8l1.5 4",
        "storm": "M6 13a4 4 0 0 1 .5-8A5.5 5.5 0 0 1 17 6.5a3.5 3.5 0 0 1 .5 6.5M12 10l-3 5h4l-2.5 6",
        "tools": "M14 6a4 4 0 0 1 5.5-2.5L17 6l1 2 2.5 0A4 4 0 0 1 15 11l-8.5 8.5a2 2 0 0 1-3-3L12 8a4 4 0 0 1 2-2z",
    ]
}
