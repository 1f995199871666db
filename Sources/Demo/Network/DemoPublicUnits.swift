/// The 74 public units whose portals stand on the third level, below those of their department: hospitals, schools, centres, sub-departments.
/// Code, parent, traits, name, short name, English name.
extension DemoAgency {
    static let publicUnitTable = """
        benh-vien-da-khoa-tinh | so-y-te | unit hospital | Bệnh viện Đa khoa tỉnh An Sơn | Bệnh viện Đa khoa tỉnh | -
        benh-vien-san-nhi | so-y-te | unit hospital | Bệnh viện Sản - Nhi An Sơn | Bệnh viện Sản - Nhi | -
        benh-vien-y-duoc-co-truyen | so-y-te | unit hospital | Bệnh viện Y dược cổ truyền An Sơn | Bệnh viện Y dược cổ truyền | -
        benh-vien-phoi | so-y-te | unit hospital | Bệnh viện Phổi An Sơn | Bệnh viện Phổi | -
        benh-vien-mat | so-y-te | unit hospital | Bệnh viện Mắt An Sơn | Bệnh viện Mắt | -
        benh-vien-phuc-hoi-chuc-nang | so-y-te | unit hospital | Bệnh viện Phục hồi chức năng An Sơn | Bệnh viện Phục hồi chức năng | -
        benh-vien-suc-khoe-tam-than | so-y-te | unit hospital | Bệnh viện Sức khỏe tâm thần An Sơn | Bệnh viện Sức khỏe tâm thần | -
        benh-vien-dkkv-lam-thuong | so-y-te | unit hospital | Bệnh viện Đa khoa khu vực Lam Thượng | Bệnh viện ĐKKV Lam Thượng | -
        benh-vien-dkkv-suoi-ngan | so-y-te | unit hospital | Bệnh viện Đa khoa khu vực Suối Ngàn | Bệnh viện ĐKKV Suối Ngàn | -
        benh-vien-dkkv-hai-van | so-y-te | unit hospital | Bệnh viện Đa khoa khu vực Hải Vãn | Bệnh viện ĐKKV Hải Vãn | -
        trung-tam-y-te-hon-may | so-y-te | unit healthcentre | Trung tâm Y tế quân dân y Hòn Mây | Trung tâm Y tế Hòn Mây | -
        trung-tam-kiem-soat-benh-tat | so-y-te | unit healthcentre | Trung tâm Kiểm soát bệnh tật tỉnh | Trung tâm Kiểm soát bệnh tật | -
        trung-tam-cap-cuu-115 | so-y-te | unit healthcentre | Trung tâm Cấp cứu 115 An Sơn | Trung tâm Cấp cứu 115 | -
        trung-tam-kiem-nghiem | so-y-te | unit healthcentre | Trung tâm Kiểm nghiệm thuốc, mỹ phẩm, thực phẩm tỉnh | Trung tâm Kiểm nghiệm | -
        chi-cuc-an-toan-ve-sinh-thuc-pham | so-y-te | unit healthcentre | Chi cục An toàn vệ sinh thực phẩm tỉnh | Chi cục An toàn vệ sinh thực phẩm | -
        chi-cuc-dan-so | so-y-te | unit healthcentre | Chi cục Dân số tỉnh | Chi cục Dân số | -
        trung-tam-bao-tro-xa-hoi | so-y-te | unit care | Trung tâm Bảo trợ xã hội tỉnh | Trung tâm Bảo trợ xã hội | -
        trung-tam-cong-tac-xa-hoi | so-y-te | unit care | Trung tâm Công tác xã hội và Quỹ Bảo trợ trẻ em tỉnh | Trung tâm Công tác xã hội | -
        truong-thpt-chuyen-an-son | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Chuyên An Sơn | THPT Chuyên An Sơn | -
        truong-thpt-binh-sa | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Bình Sa | THPT Bình Sa | -
        truong-thpt-lam-giang | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Lam Giang | THPT Lam Giang | -
        truong-thpt-cua-lam | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Cửa Lam | THPT Cửa Lam | -
        truong-thpt-suoi-ngan | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Suối Ngàn | THPT Suối Ngàn | -
        truong-thpt-lung-may | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Lũng Mây | THPT Lũng Mây | -
        truong-thpt-dong-may | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Đồng Mây | THPT Đồng Mây | -
        truong-thpt-thach-lam | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Thạch Lam | THPT Thạch Lam | -
        truong-thpt-hoa-dien | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Hòa Điền | THPT Hòa Điền | -
        truong-thpt-phu-dien | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Phú Điền | THPT Phú Điền | -
        truong-thpt-hai-van | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Hải Vãn | THPT Hải Vãn | -
        truong-thpt-hon-may | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Hòn Mây | THPT Hòn Mây | -
        truong-thpt-muong-vang | so-giao-duc-va-dao-tao | unit highschool | Trường Trung học phổ thông Mường Vãng | THPT Mường Vãng | -
        truong-ptdt-noi-tru-tinh | so-giao-duc-va-dao-tao | unit highschool | Trường Phổ thông Dân tộc nội trú tỉnh | Trường PTDT nội trú tỉnh | -
        trung-tam-gdtx-tinh | so-giao-duc-va-dao-tao | unit highschool | Trung tâm Giáo dục thường xuyên tỉnh | Trung tâm GDTX tỉnh | -
        trung-tam-giao-duc-hoa-nhap | so-giao-duc-va-dao-tao | unit specialschool | Trung tâm Hỗ trợ phát triển giáo dục hòa nhập tỉnh | Trung tâm Giáo dục hòa nhập | -
        thu-vien-tinh | so-van-hoa-the-thao-va-du-lich | unit library | Thư viện tỉnh An Sơn | Thư viện tỉnh | -
        bao-tang-tinh | so-van-hoa-the-thao-va-du-lich | unit museum | Bảo tàng tỉnh An Sơn | Bảo tàng tỉnh | -
        trung-tam-van-hoa-nghe-thuat | so-van-hoa-the-thao-va-du-lich | unit arts | Trung tâm Văn hóa nghệ thuật tỉnh | Trung tâm Văn hóa nghệ thuật | -
        nha-hat-ca-mua-nhac | so-van-hoa-the-thao-va-du-lich | unit arts | Nhà hát Ca múa nhạc An Sơn | Nhà hát Ca múa nhạc | -
        trung-tam-huan-luyen-the-thao | so-van-hoa-the-thao-va-du-lich | unit sports | Trung tâm Huấn luyện và Thi đấu thể thao tỉnh | Trung tâm Huấn luyện thể thao | -
        ban-quan-ly-di-tich-va-danh-thang | so-van-hoa-the-thao-va-du-lich | unit museum | Ban Quản lý di tích và danh thắng tỉnh | Ban Quản lý di tích và danh thắng | -
        chi-cuc-kiem-lam | so-nong-nghiep-va-moi-truong | unit agriunit forest | Chi cục Kiểm lâm tỉnh | Chi cục Kiểm lâm | -
        chi-cuc-thuy-loi-va-pctt | so-nong-nghiep-va-moi-truong | unit agriunit water | Chi cục Thủy lợi và Phòng, chống thiên tai tỉnh | Chi cục Thủy lợi và PCTT | -
        chi-cuc-trong-trot-va-bvtv | so-nong-nghiep-va-moi-truong | unit agriunit crops | Chi cục Trồng trọt và Bảo vệ thực vật tỉnh | Chi cục Trồng trọt và BVTV | -
        chi-cuc-chan-nuoi-va-thu-y | so-nong-nghiep-va-moi-truong | unit agriunit livestock | Chi cục Chăn nuôi và Thú y tỉnh | Chi cục Chăn nuôi và Thú y | -
        chi-cuc-thuy-san-va-kiem-ngu | so-nong-nghiep-va-moi-truong | unit agriunit fishery | Chi cục Thủy sản và Kiểm ngư tỉnh | Chi cục Thủy sản và Kiểm ngư | -
        chi-cuc-bao-ve-moi-truong | so-nong-nghiep-va-moi-truong | unit agriunit environment | Chi cục Bảo vệ môi trường tỉnh | Chi cục Bảo vệ môi trường | -
        van-phong-dang-ky-dat-dai | so-nong-nghiep-va-moi-truong | unit agriunit land | Văn phòng Đăng ký đất đai tỉnh | Văn phòng Đăng ký đất đai | -
        trung-tam-khuyen-nong | so-nong-nghiep-va-moi-truong | unit agriunit crops | Trung tâm Khuyến nông tỉnh | Trung tâm Khuyến nông | -
        trung-tam-phat-trien-quy-dat | so-nong-nghiep-va-moi-truong | unit agriunit land | Trung tâm Phát triển quỹ đất tỉnh | Trung tâm Phát triển quỹ đất | -
        ban-quan-ly-rung-phong-ho | so-nong-nghiep-va-moi-truong | unit agriunit forest | Ban Quản lý rừng phòng hộ Lam Thượng | Ban Quản lý rừng phòng hộ | -
        ban-quan-ly-cang-ca | so-nong-nghiep-va-moi-truong | unit agriunit fishery | Ban Quản lý cảng cá tỉnh | Ban Quản lý cảng cá | -
        trung-tam-nuoc-sach-nong-thon | so-nong-nghiep-va-moi-truong | unit agriunit water | Trung tâm Nước sạch nông thôn tỉnh | Trung tâm Nước sạch nông thôn | -
        quy-bao-ve-moi-truong | so-nong-nghiep-va-moi-truong | unit agriunit environment | Quỹ Bảo vệ môi trường tỉnh | Quỹ Bảo vệ môi trường | -
        chi-cuc-quan-ly-thi-truong | so-cong-thuong | unit tradeunit | Chi cục Quản lý thị trường tỉnh | Chi cục Quản lý thị trường | -
        trung-tam-khuyen-cong | so-cong-thuong | unit tradeunit | Trung tâm Khuyến công và Phát triển công nghiệp tỉnh | Trung tâm Khuyến công | -
        trung-tam-chuyen-doi-so | so-khoa-hoc-va-cong-nghe | unit scienceunit | Trung tâm Chuyển đổi số tỉnh | Trung tâm Chuyển đổi số | -
        chi-cuc-tieu-chuan-do-luong-chat-luong | so-khoa-hoc-va-cong-nghe | unit scienceunit | Chi cục Tiêu chuẩn Đo lường Chất lượng tỉnh | Chi cục Tiêu chuẩn Đo lường Chất lượng | -
        trung-tam-doi-moi-sang-tao | so-khoa-hoc-va-cong-nghe | unit scienceunit | Trung tâm Đổi mới sáng tạo và Khởi nghiệp tỉnh | Trung tâm Đổi mới sáng tạo | -
        trung-tam-dich-vu-viec-lam | so-noi-vu | unit labourunit | Trung tâm Dịch vụ việc làm tỉnh | Trung tâm Dịch vụ việc làm | -
        trung-tam-luu-tru-lich-su | so-noi-vu | unit archiveunit | Trung tâm Lưu trữ lịch sử tỉnh | Trung tâm Lưu trữ lịch sử | -
        trung-tam-dieu-duong-nguoi-co-cong | so-noi-vu | unit care | Trung tâm Điều dưỡng người có công tỉnh | Trung tâm Điều dưỡng người có công | -
        trung-tam-tro-giup-phap-ly | so-tu-phap | unit justiceunit | Trung tâm Trợ giúp pháp lý nhà nước tỉnh | Trung tâm Trợ giúp pháp lý | -
        phong-cong-chung-so-1 | so-tu-phap | unit justiceunit | Phòng Công chứng số 1 tỉnh An Sơn | Phòng Công chứng số 1 | -
        trung-tam-dang-kiem | so-xay-dung | unit transportunit | Trung tâm Đăng kiểm xe cơ giới tỉnh | Trung tâm Đăng kiểm | -
        ban-quan-ly-ben-xe | so-xay-dung | unit transportunit | Ban Quản lý bến xe và điểm đỗ tỉnh | Ban Quản lý bến xe | -
        vien-quy-hoach-va-kiem-dinh | so-xay-dung | unit buildunit | Viện Quy hoạch và Kiểm định xây dựng tỉnh | Viện Quy hoạch và Kiểm định | -
        trung-tam-ho-tro-doanh-nghiep | so-tai-chinh | unit enterpriseunit | Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa tỉnh | Trung tâm Hỗ trợ doanh nghiệp | -
        trung-tam-dich-vu-khu-kinh-te | ban-quan-ly-khu-kinh-te | unit enterpriseunit | Trung tâm Dịch vụ việc làm và hạ tầng Khu kinh tế | Trung tâm Dịch vụ Khu kinh tế | -
        cung-van-hoa-thieu-nhi | tinh-doan | unit youthunit | Cung Văn hóa thiếu nhi tỉnh | Cung Văn hóa thiếu nhi | -
        trung-tam-hoat-dong-thanh-thieu-nhi | tinh-doan | unit youthunit | Trung tâm Hoạt động thanh thiếu nhi tỉnh | Trung tâm Hoạt động thanh thiếu nhi | -
        nha-van-hoa-lao-dong | lien-doan-lao-dong | unit unionunit | Nhà Văn hóa lao động tỉnh | Nhà Văn hóa lao động | -
        trung-tam-ho-tro-nong-dan | hoi-nong-dan | unit unionunit | Trung tâm Hỗ trợ nông dân tỉnh | Trung tâm Hỗ trợ nông dân | -
        trung-tam-ho-tro-phu-nu | hoi-lien-hiep-phu-nu | unit unionunit | Trung tâm Hỗ trợ phụ nữ phát triển tỉnh | Trung tâm Hỗ trợ phụ nữ | -
        trung-tam-cuu-ho-lung-may | vuon-quoc-gia-lung-may | unit forest | Trung tâm Cứu hộ và Giáo dục môi trường Lũng Mây | Trung tâm Cứu hộ Lũng Mây | -
        """
}
