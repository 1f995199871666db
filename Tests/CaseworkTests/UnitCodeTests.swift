import Foundation
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@testable import Casework

/// Places as people write them: by names and codes of today and of before 1 July 2025.
@Suite("The place of a letter")
struct UnitCodeTests {
    static let change = CivilDate("2025-07-01")!
    static let lists: [(UnitListKind, CivilDate, CivilDate?, String)] = [
        (
            .provinces, CivilDate("2019-01-01")!, CivilDate("2025-06-30")!,
            """
            code,name,full_name,lat,lon
            48,Đà Nẵng,Thành phố Đà Nẵng,16.0,108.2
            49,Quảng Nam,Tỉnh Quảng Nam,15.5,108.0
            89,An Giang,Tỉnh An Giang,10.5,105.1
            91,Kiên Giang,Tỉnh Kiên Giang,9.9,105.1
            """
        ),
        (
            .districts, CivilDate("2019-01-01")!, CivilDate("2025-06-30")!,
            """
            code,name,full_name,unit_type,province_code,lat,lon
            503,Hội An,Thành phố Hội An,Thành phố,49,15.8,108.3
            893,Chợ Mới,Huyện Chợ Mới,Huyện,89,10.4,105.4
            899,Rạch Giá,Thành phố Rạch Giá,Thành phố,91,10.0,105.0
            """
        ),
        (
            .wards, CivilDate("2019-01-01")!, CivilDate("2025-06-30")!,
            """
            code,name,full_name,unit_type,district_code,province_code,lat,lon
            20398,Minh An,Phường Minh An,Phường,503,49,15.8,108.3
            30676,Hòa An,Xã Hòa An,Xã,893,89,10.4,105.4
            30679,Hòa Bình,Xã Hòa Bình,Xã,893,89,10.4,105.4
            30733,Vĩnh Thanh,Phường Vĩnh Thanh,Phường,899,91,10.0,105.0
            """
        ),
        (
            .provinces, change, nil,
            """
            code,name,full_name,full_name_en,slug,unit_type,lat,lon
            48,Đà Nẵng,Thành phố Đà Nẵng,Da Nang City,da_nang,Thành phố trực thuộc trung ương,16.0,108.2
            91,An Giang,Tỉnh An Giang,An Giang Province,an_giang,Tỉnh,10.1,105.0
            """
        ),
        (
            .wards, change, nil,
            """
            code,name,full_name,full_name_en,slug,unit_type,province_code,province_full_name,lat,lon,area_km2
            20410,Hội An,Phường Hội An,Hoi An Ward,hoi_an,Phường,48,Thành phố Đà Nẵng,15.8,108.3,10
            30682,Cù Lao Giêng,Xã Cù Lao Giêng,Cu Lao Gieng Commune,cu_lao_gieng,Xã,91,Tỉnh An Giang,10.4,105.4,90
            30685,Hội An,Xã Hội An,Hoi An Commune,hoi_an,Xã,91,Tỉnh An Giang,10.4,105.5,80
            30688,Chợ Mới,Xã Chợ Mới,Cho Moi Commune,cho_moi,Xã,91,Tỉnh An Giang,10.4,105.5,80
            30742,Rạch Giá,Phường Rạch Giá,Rach Gia Ward,rach_gia,Phường,91,Tỉnh An Giang,10.0,105.0,40
            """
        ),
        (
            .mapping, change, nil,
            """
            old_province_code,old_district_code,old_ward_code,old_province,old_district,old_ward,new_province_code,new_ward_code,new_province,new_ward,mapping_type,is_default
            49,503,20398,Tỉnh Quảng Nam,Thành phố Hội An,Phường Minh An,48,20410,Thành phố Đà Nẵng,Phường Hội An,merged,
            89,893,30676,Tỉnh An Giang,Huyện Chợ Mới,Xã Hòa An,91,30682,Tỉnh An Giang,Xã Cù Lao Giêng,divided,1
            89,893,30676,Tỉnh An Giang,Huyện Chợ Mới,Xã Hòa An,91,30685,Tỉnh An Giang,Xã Hội An,divided,0
            89,893,30679,Tỉnh An Giang,Huyện Chợ Mới,Xã Hòa Bình,91,30685,Tỉnh An Giang,Xã Hội An,divided,0
            89,893,30679,Tỉnh An Giang,Huyện Chợ Mới,Xã Hòa Bình,91,30688,Tỉnh An Giang,Xã Chợ Mới,divided,0
            91,899,30733,Tỉnh Kiên Giang,Thành phố Rạch Giá,Phường Vĩnh Thanh,91,30742,Tỉnh An Giang,Phường Rạch Giá,renamed,
            """
        ),
    ]

    static func fill(_ room: CaseRoom) async throws {
        let importer = UnitImporter(into: room.database, ids: room.casework.ids) { _ in }
        for (kind, from, to, csv) in lists {
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("units-\(UUID().uuidString).csv")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data((csv + "\n").utf8).write(to: file)
            let report = try await importer.run(UnitTable.read(path: file.path), as: kind, validFrom: from, validTo: to)
            try #require(report.rejects.isEmpty, "\(report.rejects)")
        }
    }

    /// What is typed, and the code that is kept.
    static let typed: [(String, String?)] = [
        ("30682", "30682"), ("Xã Cù Lao Giêng", "30682"), ("cù lao giêng, an giang", "30682"),
        // Codes of old.
        ("30676", "30682"), ("30733", "30742"), ("20398", "20410"), ("89", "91"), ("49", "48"),
        // A district of old has no code of today but where all of it is one commune.
        ("503", "20410"), ("893", nil),
        // Names of old, with and without accents.
        ("Xã Hòa An, huyện Chợ Mới, An Giang", "30682"), ("hoa an", "30682"), ("Phường Minh An", "20410"), ("Quảng Nam", "48"), ("Kiên Giang", "91"),
        // Divided, and none of the parts stands for it.
        ("Xã Hòa Bình", nil), ("30679", "30679"),
        // Of today there are two, until the kind or the province is written.
        ("Hội An", nil), ("Phường Hội An", "20410"), ("Hội An, An Giang", "30685"),
        // The district that was is not the commune that is called so today.
        ("Huyện Chợ Mới", nil), ("Xã Chợ Mới", "30688"), ("Thành phố Hội An", "20410"),
        ("Xã Không Có", nil), ("99999", "99999"), ("9999", nil), ("  ", nil),
    ]

    @Test("names and codes of today and of old become the code of today, where there is one", arguments: Backend.available)
    func codes(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            try await Self.fill(room)
            for (typed, code) in Self.typed {
                var letter = try room.letter()
                letter.unit = typed
                let id = try await room.casework.receive(letter, on: room.province).id
                #expect(try await room.file(id).unit == code, "\(typed)")
            }
        }
    }
}
