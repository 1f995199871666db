import Casework
import Exchange
import PortalNetwork
import Publishing
import Store

/// A handful of texts for the demo's register: some in force, some that others took the place of.
enum DemoLaws {
    static let table = """
        so-hieu,ten,co-quan,ngay-ban-hanh,ngay-hieu-luc,ngay-het-hieu-luc,thay-bang,dia-chi,nguon
        60/2014/QH13,Luật Hộ tịch,Quốc hội,2014-11-20,2016-01-01,,,https://vbpl.vn/,Dữ liệu mẫu
        123/2015/NĐ-CP,Quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch,Chính phủ,2015-11-15,2016-01-01,,,https://vbpl.vn/,Dữ liệu mẫu
        45/2013/QH13,Luật Đất đai năm 2013,Quốc hội,2013-11-29,2014-07-01,2024-08-01,31/2024/QH15,,Dữ liệu mẫu
        31/2024/QH15,Luật Đất đai năm 2024,Quốc hội,2024-01-18,2024-08-01,,,https://vbpl.vn/,Dữ liệu mẫu
        104/2016/QH13,Luật Tiếp cận thông tin,Quốc hội,2016-04-06,2018-07-01,,,https://vbpl.vn/,Dữ liệu mẫu
        20/2008/NĐ-CP,"Về tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính",Chính phủ,2008-02-14,,,,,Dữ liệu mẫu
        42/2022/NĐ-CP,"Quy định về việc cung cấp thông tin, dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng",Chính phủ,2022-06-24,2022-08-15,2026-07-01,224/2026/NĐ-CP,,Dữ liệu mẫu
        224/2026/NĐ-CP,"Cung cấp thông tin, dịch vụ công trực tuyến của cơ quan nhà nước",Chính phủ,2026-06-24,2026-07-01,,,,Dữ liệu mẫu
        13/2023/NĐ-CP,Bảo vệ dữ liệu cá nhân,Chính phủ,2023-04-17,2023-07-01,2026-01-01,356/2025/NĐ-CP,,Dữ liệu mẫu
        91/2025/QH15,Luật Bảo vệ dữ liệu cá nhân,Quốc hội,2025-06-26,2026-01-01,,,,Dữ liệu mẫu
        """

    static func load(_ program: Program, _ actor: ActingPerson) async throws {
        guard let root = program.directory.tree.roots.first else { return }
        let drafts = try LawTable(ByteSource(text: table)).lines.compactMap { line in try line.draft?.get() }
        let by = LawBook.By(actor.person, as: actor.by.actor, in: program.directory.tree, from: actor.caller)
        _ = try await LawBook(database: program.database, clock: program.clock, ids: program.lease.ids).load(drafts, into: root, by: by)
    }
}
