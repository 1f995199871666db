import Foundation
import PortalNetwork
import Vietnamese

/// A small country before and after 2025-07-01, with the faults of the real lists.
enum UnitFixture {
    static let provincesOld = """
        code,name,full_name,lat,lon
        22,Quảng Ninh,Tỉnh Quảng Ninh,21.0,107.2
        48,Đà Nẵng,Thành phố Đà Nẵng,16.0,108.2
        49,Quảng Nam,Tỉnh Quảng Nam,15.5,108.0
        89,An Giang,Tỉnh An Giang,10.5,105.1
        91,Kiên Giang,Tỉnh Kiên Giang,9.9,105.1
        """
    static let districtsOld = """
        code,name,full_name,unit_type,province_code,lat,lon
        193,Hạ Long,Thành phố Hạ Long,Thành phố,22,20.9,107.0
        202,Ba Chẽ,Huyện Ba Chẽ,Huyện,22,21.2,107.2
        498,Hoàng Sa,Huyện Hoàng Sa,Huyện,48,16.0,108.2
        492,Hải Châu,Quận Hải Châu,Quận,48,16.0,108.2
        503,Hội An,Thành phố Hội An,Thành phố,49,15.8,108.3
        883,Long Xuyên,Thành phố Long Xuyên,Thành phố,89,10.3,105.4
        893,Chợ Mới,Huyện Chợ Mới,Huyện,89,10.4,105.4
        899,Rạch Giá,Thành phố Rạch Giá,Thành phố,91,10.0,105.0
        """
    static let wardsOld = """
        code,name,full_name,unit_type,district_code,province_code,lat,lon
        06652,Hà Tu,Phường Hà Tu,Phường,193,22,20.9,107.1
        06970,Ba Chẽ (Thị trấn),Thị trấn Ba Chẽ,Thị trấn,202,22,21.2,107.2
        06973,Thanh Sơn,Xã Thanh Sơn,Xã,202,22,21.2,107.1
        20194,Hoà Thuận,Phường Hoà Thuận,Phường,492,48,16.0,108.2
        20398,Minh An,Phường Minh An,Phường,503,49,15.8,108.3
        30280,Phường 1,Phường 1,Phường,883,89,10.3,105.4
        30676,Hòa An,Xã Hòa An,Xã,893,89,10.4,105.4
        30733,Vĩnh Thanh,Phường Vĩnh Thanh,Phường,899,91,10.0,105.0
        """
    static let provincesNew = """
        code,name,full_name,full_name_en,slug,unit_type,lat,lon
        22,Quảng Ninh,Tỉnh Quảng Ninh,Quang Ninh Province,quang_ninh,Tỉnh,21.0,107.2
        48,Đà Nẵng,Thành phố Đà Nẵng,Da Nang City,da_nang,Thành phố trực thuộc trung ương,16.0,108.2
        91,An Giang,Tỉnh An Giang,An Giang Province,an_giang,Tỉnh,10.1,105.0
        """
    static let wardsNew = """
        code,name,full_name,full_name_en,slug,unit_type,province_code,province_full_name,lat,lon,area_km2
        06652,Hà Tu,Phường Hà Tu,Ha Tu Ward,ha_tu,Phường,22,Tỉnh Quảng Ninh,20.9,107.1,50
        06978,Ba Chẽ,xã Ba Chẽ,Ba Che Commune,ba_che,Xã,22,Tỉnh Quảng Ninh,,,
        20333,Hoàng Sa,Đặc khu Hoàng Sa,Hoang Sa Special administrative region,hoang_sa,Đặc khu tại hải đảo,48,Thành phố Đà Nẵng,16.5,111.6,305
        20194,Hòa Thuận,Phường Hòa Thuận,Hoa Thuan Ward,hoa_thuan,Phường,48,Thành phố Đà Nẵng,16.0,108.2,5
        20410,Hội An,Phường Hội An,Hoi An Ward,hoi_an,Phường,48,Thành phố Đà Nẵng,15.8,108.3,10
        30307,Long Xuyên,Phường Long Xuyên,Long Xuyen Ward,long_xuyen,Phường,91,Tỉnh An Giang,10.3,105.4,20
        30682,Cù Lao Giêng,Xã Cù Lao Giêng,Cu Lao Gieng Commune,cu_lao_gieng,Xã,91,Tỉnh An Giang,10.4,105.4,90
        30685,Hội An,Xã Hội An,Hoi An Commune,hoi_an,Xã,91,Tỉnh An Giang,10.4,105.5,80
        30742,Rạch Giá,Phường Rạch Giá,Rach Gia Ward,rach_gia,Phường,91,Tỉnh An Giang,10.0,105.0,40
        """
    static let mapping = """
        old_province_code,old_district_code,old_ward_code,old_province,old_district,old_ward,new_province_code,new_ward_code,new_province,new_ward,mapping_type,is_default
        22,193,06652,Tỉnh Quảng Ninh,Thành phố Hạ Long,Phường Hà Tu,22,06652,Tỉnh Quảng Ninh,Phường Hà Tu,unchanged,
        22,202,06970,Tỉnh Quảng Ninh,Huyện Ba Chẽ,Thị trấn Ba Chẽ,22,06970,Tỉnh Quảng Ninh,Xã Ba Chẽ,merged,
        22,202,06973,Tỉnh Quảng Ninh,Huyện Ba Chẽ,Xã Thanh Sơn,22,06978,Tỉnh Quảng Ninh,,merged,
        ,,,Thành phố Đà Nẵng,Huyện Hoàng Sa,,48,20333,Thành phố Đà Nẵng,Đặc khu Hoàng Sa,renamed,
        48,492,20194,Thành phố Đà Nẵng,Quận Hải Châu,Phường Hoà Thuận,48,20194,Thành phố Đà Nẵng,Phường Hoà Thuận,merged,
        49,503,20398,Tỉnh Quảng Nam,Thành phố Hội An,Phường Minh An,48,20410,Thành phố Đà Nẵng,Phường Hội An,merged,
        89,883,30280,Tỉnh An Giang,Thành phố Long Xuyên,Phường 1,91,30307,Tỉnh An Giang,Phường Long Xuyên,merged,
        89,893,30676,Tỉnh An Giang,Huyện Chợ Mới,,91,30682,Tỉnh An Giang,Xã Cù Lao Giêng,divided,1
        89,893,30676,Tỉnh An Giang,Huyện Chợ Mới,Xã Hòa An,91,30685,Tỉnh An Giang,Xã Hội An,divided,0
        91,899,30733,Tỉnh Kiên Giang,Thành phố Rạch Giá,Phường Vĩnh Thanh,91,30742,Tỉnh An Giang,Phường Rạch Giá,renamed,
        """

    static let change = CivilDate("2025-07-01")!
    static let before = CivilDate("2025-06-30")!
    static let first = CivilDate("2019-01-01")!

    static func table(_ csv: String) throws -> UnitTable {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("units-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data((csv + "\n").utf8).write(to: file)
        return try UnitTable.read(path: file.path)
    }

    /// All six lists; the reports in their order.
    @discardableResult
    static func importAll(_ net: Net, lastDayOfOld: CivilDate? = before, progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws
        -> [UnitImportReport]
    {
        let importer = UnitImporter(into: net.database, ids: net.ids, progress: progress)
        return [
            try await importer.run(table(provincesOld), as: .provinces, validFrom: first, validTo: lastDayOfOld),
            try await importer.run(table(districtsOld), as: .districts, validFrom: first, validTo: lastDayOfOld),
            try await importer.run(table(wardsOld), as: .wards, validFrom: first, validTo: lastDayOfOld),
            try await importer.run(table(provincesNew), as: .provinces, validFrom: change),
            try await importer.run(table(wardsNew), as: .wards, validFrom: change),
            try await importer.run(table(mapping), as: .mapping, validFrom: change),
        ]
    }
}
