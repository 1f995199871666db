public import Hummingbird
public import Web

/// The inward arc as people meet it: ways to ask, petition and report, receipts, looking a case up; and the desk's rooms for those who answer.
public struct QuestionsFeature: PortalFeature {
    public let name = "questions"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [
        PageTemplate<CaseFormView>.form, PageTemplate<TracksView>.tracks, PageTemplate<ReceiptView>.receipt, PageTemplate<GuideView>.guide,
        PageTemplate<LookUpForm>.lookUp, PageTemplate<AskedView>.asked, PageTemplate<CasesScreen>.cases, PageTemplate<CaseScreen>.one,
        PageTemplate<AnsweredView>.answered, PageTemplate<EditionScreen>.edition, PageTemplate<EditionTextsScreen>.editionTexts,
        PageTemplate<CalendarScreen>.workdays,
        PageTemplate<HushView>.hush, PageTemplate<RatingView>.rating, PageTemplate<RatedScreen>.rated, PageTemplate<EnterScreen>.enter,
        PageTemplate<EnteredScreen>.entered,
        PageTemplate<ComposeScreen>.compose, PageTemplate<LawsScreen>.laws, PageTemplate<TemplatesScreen>.templates,
        PageTemplate<OutdatedScreen>.outdated,
        PageTemplate<SplitScreen>.split, PageTemplate<CompetenceScreen>.competence,
        PageTemplate<BoardScreen>.board, PageTemplate<CaseBulkScreen>.caseBulk, PageTemplate<CaseBulkDoneScreen>.caseBulkDone,
        PageTemplate<StatisticsView>.statistics,
    ]

    private let pages: CasePages?

    public init(_ pages: CasePages? = nil) { self.pages = pages }

    public let queryParameters: [String: Set<String>] = Dictionary(uniqueKeysWithValues: CasePages.pages.map { ("/" + $0, ["trang"]) })
        .merging([CaseStops.path: ["ho-so"], RatingPages.path: ["bai"], "/phan-anh-kien-nghi/loi-trang": ["bai"]]) { $1 }
        .merging(StatisticsPages.queryParameters) { $1 }

    public func addRoutes(to routes: RouterGroup<PortalContext>) { pages?.addRoutes(to: routes) }
}
