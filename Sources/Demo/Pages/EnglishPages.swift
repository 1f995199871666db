/// The static pages of the portal in English.
enum EnglishPages {
    static func pages(of site: DemoSite) -> [DemoPage] {
        [about(site), history(site), structure(site), contact(site), privacy(site), accessibility(site)]
    }

    private static func about(_ site: DemoSite) -> DemoPage {
        let wards = DemoPlace.all.count { $0.kind == .ward }
        let communes = DemoPlace.all.count { $0.kind == .commune }
        return DemoPage(
            "about",
            role: "introduction",
            on: site,
            title: "About An Son",
            summary: "Where An Son lies, who lives here and what people live on.",
            body: [
                .paragraph(
                    "An Son stretches from the Lung May range in the west across the plain of the Lam Giang River to the sea. Its administrative centre is Binh Sa Ward."
                ),
                .table(
                    caption: "An Son in figures",
                    head: ["Indicator", "Value"],
                    rows: [
                        ["Area", "8,640 square kilometres"], ["Population", "1.86 million"], ["Coastline", "112 kilometres"],
                        ["Forest cover", "52.4%"],
                        ["Local administrations", "\(wards) wards, \(communes) communes and one special zone"],
                    ]
                ),
                .heading("Land and climate"),
                .paragraph(
                    "The uplands are cool and misty in winter; the coast is warm all year. The rainy season lasts from May to October, and storms are most likely from August to October."
                ),
                .heading("Economy"),
                .paragraph(
                    "Manufacturing, farming, the sea and tourism are the four pillars of the economy. Cua Lam Port, the industrial parks of Phu Sa, Lam Trung and Hai Luy and"
                        + " the Binh Sa High-Tech Park attract investors from home and abroad."
                ),
                .heading("Culture and travel"),
                .paragraph(
                    "Pottery, brocade weaving and bamboo work are living crafts. Visitors come for the rice terraces of Lung May, the old quarter of Cho Vang, the citadel of Thanh Vong and Hon May Island."
                ),
                .heading("About this portal"),
                .paragraph(
                    "This portal publishes official information of the Provincial People's Committee in English. The Vietnamese text prevails where versions differ."
                ),
            ]
        )
    }

    private static func history(_ site: DemoSite) -> DemoPage {
        DemoPage(
            "history",
            on: site,
            title: "History",
            summary: "From the first potters to the two-tier local government of today.",
            body: [
                .heading("Early settlers"),
                .paragraph(
                    "Pottery, stone axes and charred rice found in caves at the source of the Nam Lam River show that people grew rice and fired clay here in early times."
                ),
                .heading("Citadel, market and harbour"),
                .paragraph(
                    "Thanh Vong was the seat of the regional administration, Cho Vang the market between lowlands and uplands, and Cua Lam the harbour of the merchant junks."
                ),
                .heading("Recent times"),
                .list([
                    "After the war: dykes were rebuilt and roads opened into the uplands.",
                    "The years of reform: tea hills, rice for the market and the first industrial park at Phu Sa.",
                    "Opening to the world: Cua Lam Port was enlarged and the Lung May National Park founded.",
                    "Since 1 July 2025: local government at two levels, the province and the commune.",
                ]),
            ]
        )
    }

    private static func structure(_ site: DemoSite) -> DemoPage {
        let departments = DemoAgency.departments.filter { $0.name.hasPrefix("Sở ") || $0.traits.contains("inspection") }.compactMap(\.englishName)
        return DemoPage(
            "structure",
            on: site,
            title: "Government",
            summary: "How the province is governed and which offices serve residents and investors.",
            body: [
                .paragraph(
                    "The People's Council is elected by the voters of the province and decides on its budget, plans and policies. The People's Committee carries out these decisions and runs the administration."
                ),
                .heading("Provincial People's Committee"),
                .list([
                    "Chair: directs the work of the committee.", "Vice chairs: each in charge of a group of subjects.",
                    "Members: heads of departments, of the Provincial Police and of the Provincial Military Command.",
                ]),
                .heading("Departments"), .list(departments), .heading("Wards, communes and special zone"), .list(DemoPlace.all.map(\.englishName)),
            ]
        )
    }

    private static func contact(_ site: DemoSite) -> DemoPage {
        DemoPage(
            "contact",
            role: "contact",
            on: site,
            title: "Contact",
            summary: "Address, telephone, e-mail and office hours.",
            body: [
                .table(
                    caption: "How to reach us",
                    head: ["Item", "Details"],
                    rows: [
                        ["Published by", "People's Committee of An Son Province"], ["Address", site.contact.address],
                        ["Telephone", site.contact.phone],
                        ["E-mail", site.contact.email], ["Responsible for content", site.contact.responsible],
                    ]
                ),
                .heading("Office hours"), .paragraph("Monday to Friday, 7 am to 11.30 am and 1.30 pm to 5 pm, except on public holidays."),
                .heading("In an emergency"),
                .list(["Search and rescue: 112", "Police: 113", "Fire and rescue: 114", "Ambulance: 115"]),
                .heading("Suggestions and complaints"),
                .paragraph(
                    "Please describe what happened, where and when, and how we can reach you. You may write in Vietnamese, English or Chinese."
                ),
            ]
        )
    }

    private static func privacy(_ site: DemoSite) -> DemoPage {
        DemoPage(
            "privacy",
            role: "privacy",
            on: site,
            title: "Protection of personal data",
            summary: "What data this portal processes, why, and which rights you have.",
            body: [
                .paragraph(
                    "Personal data are processed under the Law on Personal Data Protection No. 91/2025/QH15 and Decree No. 356/2025/ND-CP of Vietnam, in force since 1 January 2026."
                        + " You can read everything published here without an account."
                ),
                .heading("Data we process"),
                .list([
                    "When you read pages: network address, time and page, in logs kept for network security.",
                    "When you write to us: your name, how to reach you and what you tell us.",
                    "Only cookies that the portal needs to work; no advertising and no tracking.",
                ]),
                .heading("Purpose and legal basis"),
                .paragraph(
                    "Data are used to answer you and to keep the system secure, on the basis of your consent for each purpose or of the law that governs public bodies."
                        + " Silence is not consent. Names and contact details are not made public unless you agree or the law requires it."
                ),
                .heading("How long data are kept"),
                .paragraph(
                    "Access logs are kept for no more than twelve months, unless an incident is being investigated; correspondence is kept as long as the rules on public records require."
                ),
                .heading("Your rights"),
                .list([
                    "To know which of your data are processed and why.", "To give, refuse or withdraw consent.",
                    "To see your data and have them corrected.",
                    "To ask for a copy, for deletion or restriction, and to object.", "To complain, to bring an action and to claim damages.",
                ]),
                .paragraph(
                    "Please write to \(site.contact.email). We acknowledge requests within two working days. Breaches that must be reported are notified within 72 hours."
                ),
            ]
        )
    }

    private static func accessibility(_ site: DemoSite) -> DemoPage {
        DemoPage(
            "accessibility",
            role: "accessibility",
            on: site,
            title: "Accessibility statement",
            summary: "What we do so that everyone can use this portal, and what is still missing.",
            body: [
                .paragraph("This portal aims to meet the Web Content Accessibility Guidelines (WCAG) 2.1 at level AA."), .heading("What works"),
                .list([
                    "Everything can be reached with the keyboard; a link skips the navigation.",
                    "Headings, lists, tables and forms are marked up for screen readers.",
                    "Contrast between text and background is at least 4.5:1; text can be enlarged to 200%.", "Pictures have a text alternative.",
                    "Articles can be read without JavaScript.",
                ]),
                .heading("Known limits"),
                .list([
                    "Some older documents are scans without a text layer.", "Wide tables have to be scrolled sideways on small screens.",
                    "Videos from elsewhere may lack subtitles.",
                ]),
                .heading("Tell us"),
                .paragraph(
                    "If something does not work for you, please write to \(site.contact.email) or call \(site.contact.phone), naming the page and the device you use."
                ),
            ]
        )
    }
}
