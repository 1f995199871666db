public import FileStore
public import Publishing
public import Web

/// Where the staff write, review, publish, correct and withdraw: for every kind, from its declared fields.
public struct NewsroomFeature: PortalFeature {
    public let name = "newsroom"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [
        PageTemplate<WorkListScreen>.list, PageTemplate<NewItemScreen>.new, PageTemplate<EditScreen>.edit, PageTemplate<ItemScreen>.item,
        PageTemplate<HistoryScreen>.history, PageTemplate<ComparisonScreen>.comparison, PageTemplate<PreviewScreen>.preview,
        PageTemplate<CalendarScreen>.calendar, PageTemplate<GuestScreen>.guest, PageTemplate<ConflictScreen>.conflict,
        PageTemplate<BulkScreen>.bulk, PageTemplate<BulkDoneScreen>.bulkDone, PageTemplate<TogetherScreen>.together,
        PageTemplate<TogetherGuestScreen>.togetherGuest,
    ]

    public init() {}
}
