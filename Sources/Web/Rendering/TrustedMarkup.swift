import RichText

/// The one place where this room declares a text of its own making to be markup (wording spans, QR codes, structured data).
/// Whatever goes in was written by the program or escaped on the way.
enum TrustedMarkup {
    static func of(_ html: String) -> Markup { Markup(rendered: html) }
}
