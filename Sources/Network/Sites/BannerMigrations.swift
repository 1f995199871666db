import Store

/// What banners say in other languages than their portal's: a JSON list of `BannerText`; NULL where there is none.
enum BannerMigrations {
    static let all = [Migration(150, "banners in several languages", ["ALTER TABLE banner ADD COLUMN others TEXT"])]
}
