public import Vietnamese

/// Questions with their answers as an old system would hand them over, and letters in every state: so that lists, boards and figures of the demo show something. Names,
/// numbers and acts are invented.
public enum DemoQuestions {
    /// A line of a `qa` file.
    public struct Answered: Sendable, Hashable, Codable {
        public let id: String
        public let question: String
        public let answer: String
        public let field: String
        public let agency: String
        public let askedOn: String
        public let answeredOn: String

        enum CodingKeys: String, CodingKey {
            case id, question, answer, field, agency
            case askedOn = "asked_on"
            case answeredOn = "answered_on"
        }
    }

    /// Asked and answered in the weeks before a day.
    public static func answered(before today: CivilDate) -> [Answered] {
        blocks(of: answeredText).enumerated().map { index, block in
            let asked = today.adding(days: -7 - index * 9)
            return Answered(
                id: "minh-hoa-\(index + 1)",
                question: block[2],
                answer: block[3],
                field: block[0],
                agency: DemoNetwork.sites.first { $0.code == block[1] }?.agency ?? block[1],
                askedOn: "\(asked)",
                answeredOn: "\(asked.adding(days: 2 + index % 5))"
            )
        }
    }

    /// What becomes of a letter of the demo.
    public enum Fate: String, Sendable, Codable, CaseIterable {
        case received, accepted, transferred, working, asked, review, approved, answered, rejected
    }

    /// A letter that somebody brought, sent or read out.
    public struct Letter: Sendable, Hashable, Codable {
        public let track: String
        public let channel: String
        /// Days before today on which it came.
        public let days: Int
        public let fate: Fate
        public let name: String
        public let title: String
        public let text: String
        /// The answer, as far as there is one.
        public let answer: String
    }

    public static var letters: [Letter] {
        blocks(of: letterText).enumerated().compactMap { index, block in
            let head = block[0].split(separator: " ").map(String.init)
            guard head.count == 4, let days = Int(head[2]), let fate = Fate(rawValue: head[3]) else { return nil }
            return Letter(
                track: head[0],
                channel: head[1],
                days: days,
                fate: fate,
                name: names[index % names.count],
                title: block[1],
                text: block[2],
                answer: block.count > 3 ? block[3] : ""
            )
        }
    }

    private static let names = [
        "Đỗ Minh Họa", "Lương Thị Mẫu", "Tạ Văn Thử", "Khúc Thị Ví Dụ", "Ninh Văn Nháp", "Giáp Thị Mẫu", "Vi Văn Họa", "Cù Thị Thử",
    ]

    /// Paragraphs of several lines, divided by an empty one.
    private static func blocks(of text: String) -> [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }.map { $0.map(String.init) }
    }

    private static let answeredText = """
        Hộ tịch
        so-tu-phap
        Con tôi sinh ở tỉnh khác thì đăng ký khai sinh tại xã nơi bố mẹ thường trú có được không?
        Được. Cha hoặc mẹ nộp giấy chứng sinh và tờ khai tại Ủy ban nhân dân cấp xã nơi cư trú của cha hoặc mẹ, hoặc nộp trực tuyến. Việc đăng ký được giải quyết ngay trong ngày; nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo.

        Đất đai
        so-nong-nghiep-va-moi-truong
        Sau khi sáp nhập xã, tôi có phải đổi giấy chứng nhận quyền sử dụng đất không?
        Không bắt buộc. Giấy chứng nhận đã cấp vẫn có giá trị. Khi có nhu cầu cập nhật địa chỉ mới, người sử dụng đất nộp hồ sơ tại bộ phận một cửa; việc xác nhận thay đổi do sắp xếp đơn vị hành chính không thu phí.

        Xây dựng
        so-xay-dung
        Nhà cấp bốn ở nông thôn xây lại trên nền cũ có phải xin giấy phép xây dựng không?
        Nhà ở riêng lẻ dưới bảy tầng ở nông thôn, ngoài khu vực đã có quy hoạch đô thị, khu chức năng và khu bảo tồn thì được miễn giấy phép. Chủ nhà cần thông báo thời điểm khởi công cho Ủy ban nhân dân cấp xã để theo dõi.

        Y tế
        so-y-te
        Chuyển nơi ở sang xã khác thì đổi nơi khám bệnh bảo hiểm y tế ban đầu vào lúc nào?
        Người tham gia được đổi nơi đăng ký khám bệnh, chữa bệnh ban đầu trong mười lăm ngày đầu của mỗi quý. Việc đổi làm tại cơ quan bảo hiểm xã hội hoặc trên ứng dụng, không mất phí.

        Giáo dục
        so-giao-duc-va-dao-tao
        Hộ khẩu ở xã này nhưng đang thuê trọ ở phường khác, con tôi vào lớp một ở trường nào?
        Học sinh được tuyển sinh theo nơi cư trú thực tế. Phụ huynh xác nhận nơi ở hiện tại trên tài khoản định danh, trường thuộc địa bàn nơi ở tiếp nhận theo kế hoạch tuyển sinh hằng năm của xã, phường.

        Giao thông
        so-xay-dung
        Đường liên xã hư hỏng nhiều đoạn thì báo cho cơ quan nào sửa?
        Đường xã do Ủy ban nhân dân cấp xã quản lý; đường tỉnh do Sở Xây dựng quản lý. Người dân gửi phản ánh hiện trường trên cổng, nêu vị trí và kèm ảnh; nơi nhận chuyển đúng đơn vị quản lý trong một ngày làm việc.

        Doanh nghiệp
        so-tai-chinh
        Hộ kinh doanh muốn chuyển lên doanh nghiệp thì có phải đóng mã số thuế cũ không?
        Hộ kinh doanh chấm dứt hoạt động cùng lúc với việc đăng ký thành lập doanh nghiệp. Cơ quan đăng ký kinh doanh chuyển thông tin cho cơ quan thuế; doanh nghiệp được cấp mã số mới và kế thừa nghĩa vụ theo quy định.

        Người có công
        so-noi-vu
        Thân nhân liệt sĩ làm hồ sơ hưởng trợ cấp thờ cúng ở đâu?
        Nộp đơn tại Ủy ban nhân dân cấp xã nơi thường trú. Xã xác nhận và chuyển Sở Nội vụ trong năm ngày làm việc; quyết định trợ cấp được trả về xã cho gia đình.

        Môi trường
        so-nong-nghiep-va-moi-truong
        Cơ sở giết mổ gần khu dân cư gây mùi thì gửi kiến nghị ở đâu?
        Gửi phản ánh hiện trường trên cổng hoặc báo Ủy ban nhân dân cấp xã. Cơ quan kiểm tra trong năm ngày; nếu vượt quy chuẩn thì xử phạt và buộc khắc phục, kết quả được thông báo cho người phản ánh.

        Công nghệ số
        so-khoa-hoc-va-cong-nghe
        Người cao tuổi không có điện thoại thông minh thì nộp hồ sơ trực tuyến thế nào?
        Tổ công nghệ số cộng đồng tại thôn và bộ phận một cửa cấp xã nộp giúp, không thu tiền. Người nộp mang theo thẻ căn cước và giấy tờ gốc; kết quả có thể nhận bản giấy tại xã hoặc qua bưu chính.

        """

    /// Track, channel, days ago, what became of it; title; text; answer.
    private static let letterText = """
        question reception 1 received
        Hỏi thủ tục đổi tên khai sinh cho con
        Tôi muốn đổi chữ đệm trong giấy khai sinh cho con sáu tuổi, xin hỏi cần giấy tờ gì và nộp ở đâu?

        site-report phone 5 received
        Nắp cống vỡ trước cổng chợ
        Nắp cống trước cổng chợ vỡ đã ba ngày, buổi tối không có đèn, xe máy rất dễ ngã, đề nghị thay sớm.

        petition letter 4 received
        Kiến nghị bỏ yêu cầu nộp bản sao có chứng thực
        Khi làm thủ tục trực tuyến vẫn bị yêu cầu nộp bản sao có chứng thực, trong khi dữ liệu đã có. Đề nghị bỏ yêu cầu này.

        proposal reception 3 accepted
        Đề xuất đặt thùng thu pin cũ tại nhà văn hóa
        Đề xuất mỗi nhà văn hóa thôn đặt một thùng thu pin và bóng đèn cũ, mỗi tháng thu gom một lần để tránh bỏ lẫn với rác sinh hoạt.

        site-report phone 3 accepted
        Cây nghiêng sát đường dây điện
        Cây bàng trước trường tiểu học nghiêng sát đường dây điện sau trận gió hôm qua, đề nghị cắt tỉa trước mùa mưa.

        question letter 6 transferred
        Hỏi việc cấp phép sửa nhà trong ngõ nhỏ
        Nhà tôi trong ngõ rộng hai mét, muốn nâng thêm một tầng, xin hỏi có được cấp phép không và hồ sơ gồm những gì?

        site-report phone 4 transferred
        Mặt đường tỉnh lún thành rãnh
        Đoạn đường tỉnh qua cầu Ngòi lún thành hai rãnh dài, trời mưa đọng nước, đề nghị đơn vị quản lý vá lại.

        question mail 9 working
        Hỏi về hỗ trợ học phí trường nghề
        Con tôi học xong lớp chín và vào trường nghề, xin hỏi có được miễn học phí và tiền ăn không, làm hồ sơ ở đâu?

        petition letter 12 working
        Kiến nghị rút ngắn thời gian xác nhận nơi cư trú
        Giấy xác nhận nơi cư trú phải chờ nhiều ngày dù dữ liệu đã có trên hệ thống, kiến nghị rút ngắn và cho nhận qua mạng.

        question phone 10 asked
        Hỏi về tiền điện công tơ chung nhà trọ
        Chủ nhà trọ thu tiền điện cao hơn giá quy định, xin hỏi người thuê trọ phải làm gì để được tính đúng giá?

        site-report phone 5 asked
        Đèn tín hiệu ở ngã tư không chuyển màu
        Đèn tín hiệu ở ngã tư không chuyển sang màu xanh từ sáng, xe dồn lại rất dài, đề nghị kiểm tra.

        question mail 14 review
        Hỏi điều kiện vay vốn giải quyết việc làm
        Gia đình tôi muốn vay vốn chăn nuôi theo chương trình giải quyết việc làm, xin hỏi điều kiện và mức vay?
        Người lao động có nhu cầu tự tạo việc làm được vay theo mức hiện hành, nộp giấy đề nghị có xác nhận của xã tại điểm giao dịch của ngân hàng chính sách.

        petition letter 13 approved
        Kiến nghị niêm yết biểu phí dễ đọc hơn
        Biểu phí ở bộ phận một cửa in chữ nhỏ và treo cao, người lớn tuổi không đọc được, kiến nghị in lại và hạ thấp bảng.
        Cảm ơn ông bà. Văn phòng đã in lại biểu phí bằng chữ lớn và đặt tại bàn hướng dẫn của bộ phận một cửa.

        question phone 15 answered
        Hỏi lịch tiêm vắc xin cho trẻ ở trạm y tế
        Xin hỏi trạm y tế phường tiêm vắc xin cho trẻ vào những ngày nào trong tháng và có cần đăng ký trước không?
        Trạm y tế tiêm vào ngày 5 và ngày 20 hằng tháng, từ 7 giờ 30; phụ huynh đăng ký trước qua điện thoại của trạm hoặc đến trực tiếp.

        question reception 18 answered
        Hỏi thời hạn trả kết quả cấp đổi giấy phép lái xe
        Tôi đã nộp hồ sơ đổi giấy phép lái xe, xin hỏi sau bao nhiêu ngày thì có kết quả và nhận ở đâu?
        Kết quả được trả trong năm ngày làm việc kể từ khi hồ sơ hợp lệ, nhận tại nơi nộp hoặc qua bưu chính theo đăng ký.

        question letter 45 answered
        Hỏi về hỗ trợ di dời nhà ven sông
        Nhà tôi nằm sát bờ sông đang sạt lở, xin hỏi chính sách hỗ trợ di dời và đất tái định cư thế nào?
        Hộ trong vùng sạt lở nguy hiểm được hỗ trợ di dời và bố trí đất ở khu tái định cư; xã lập danh sách và niêm yết công khai trước khi trình tỉnh.

        site-report phone 4 answered
        Rác tồn đọng ở đầu thôn
        Rác ở điểm tập kết đầu thôn tồn đọng bốn ngày chưa thu gom, bốc mùi, đề nghị cho xe thu gom.
        Đơn vị vệ sinh đã thu gom toàn bộ trong ngày và tăng lên ba chuyến mỗi tuần tại điểm này.

        site-report phone 5 answered
        Nước máy đục vào buổi sáng
        Nước máy ở tổ dân phố đục vào buổi sáng suốt tuần qua, mong cơ quan kiểm tra và thông báo cho dân.
        Nhà máy nước đã xúc rửa đoạn ống cuối tuyến, mẫu nước sau đó đạt quy chuẩn; kết quả niêm yết tại nhà văn hóa.

        proposal mail 20 answered
        Đề xuất giờ mở cửa thư viện vào cuối tuần
        Đề xuất thư viện tỉnh mở cửa cả ngày thứ bảy và sáng chủ nhật để học sinh có chỗ học.
        Từ tháng tới thư viện mở cửa cả ngày thứ bảy và sáng chủ nhật, thử trong ba tháng rồi lấy ý kiến bạn đọc.

        question letter 8 rejected
        Hỏi về một việc không ghi rõ
        Xin hỏi việc hôm trước tôi đã nói ở quầy thì bao giờ xong, tôi chờ đã lâu mà chưa thấy ai gọi lại.

        """
}
