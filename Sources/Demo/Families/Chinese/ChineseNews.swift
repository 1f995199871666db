/// Government, reform, roads and the province's dealings with the world, for the portal in Chinese.
extension FamilyTexts {
    static let chineseNews = """
        === zh-monthly-economy
        for: chinese
        section: xinwen
        pictures: city harbour
        tags: 经济; 统计数据
        let industry = 5.4..12.8
        let exports = 11200..26400/100
        let retail = 5.9..13.4
        let budget = 1240..2380/5
        T: {lastmonth}安山省工业产值同比增长{industry}%
        T: {lastmonth}安山省出口额达{exports}万美元
        T: 安山省经济保持增长，公共投资仍需加力
        S: 据省统计局数据，{lastmonth}全省工业产值同比增长{industry}%，出口额{exports}万美元。
        S: {d}，省人民委员会召开例会分析经济形势：工业和贸易保持增长，公共投资进度落后于计划。
        TB: {lastmonth}主要经济指标
        TH: 指标 ;; 数值
        TR: 工业产值同比 ;; 增长{industry}%
        TR: 出口额 ;; {exports}万美元
        TR: 商品零售和服务业同比 ;; 增长{retail}%
        TR: 年初以来财政收入 ;; {budget}0亿越南盾
        P: 增长主要来自加工制造业。农业生产平稳，水产养殖受月初高温影响。
        | 木制品、服装和水产品仍是主要出口商品。在旅游业和本地产品促销活动带动下，零售业增长{retail}%。
        P: 公共投资计划仅完成{done}%，主要困难是征地拆迁和建材价格。
        let done = 36..74
        | 会议要求各项目业主按周承诺进度，将资金从进展缓慢的项目调整到能够使用的项目。
        P?: 居民消费价格环比上涨{cpi}%，主要受食品和燃料影响。
        let cpi = 0.1..0.6

        === zh-delegation
        for: chinese
        section: xinwen
        event: delegation
        pictures: hall city
        tags: 对外合作
        let nguoi = 8..24
        let noidung = 职业培训与实习生交流 | 农产品产后加工 | 基础教育与学生交流 | 森林保护与生态旅游
        T: 国际代表团到访安山省
        T: 安山省与外国伙伴探讨{noidung}合作
        T: {nguoi}人代表团来安山考察{noidung}
        S: {d}，安山省代表会见{nguoi}人组成的国际代表团，就{noidung}合作交换意见。
        S: {d}，安山省接待一个{nguoi}人的国际代表团，双方重点讨论了{noidung}方面的合作。
        P: 双方介绍了各自的优势和做法。安山省希望从具体项目做起，明确步骤和联系人。
        | 安山省介绍了本省的自然条件、人力资源和发展方向，建议双方尽快成立{noidung}联合工作组。
        P: 代表团还访问了{place}，了解当地生产情况，并与学生交流。
        | 访问期间，代表团前往{place}实地考察，并走访了合作社和职业学校。
        P: 双方商定在{d+40}前交换谅解备忘录草案，并每季度举行一次视频会议。
        C: 会见现场。

        === zh-one-stop
        for: chinese
        section: xinwen
        event: one-stop
        pictures: city fields
        tags: 行政改革; 公共服务
        let hoso = 860..4200/10
        let dunghan = 95%..99% of hoso
        let tructuyen = 62%..93% of hoso
        let hl = 96..99
        T: {place}公共行政服务中心一个月受理{hoso}份材料
        T: {place}：办事群众满意率达{hl}%
        T: 走进{place}一站式服务窗口
        S: 过去一个月，{place}公共行政服务中心共受理材料{hoso}份，其中网上提交{tructuyen}份。
        S: 由于分流合理、有人引导，{place}公共行政服务中心受理的{hoso}份材料中，有{dunghan}份按时办结。
        P: 群众一进门就有人指引取号、选择窗口、核对材料。中心为老年人、残疾人和孕妇设立了专门服务台。
        | 中心每天提前15分钟开门，安排两名工作人员指导网上办事，并设一个老年人、残疾人优先窗口。
        TB: 当月材料受理和办理情况
        TH: 指标 ;; 份数
        TR: 受理总数 ;; {hoso}
        TR: 网上提交 ;; {tructuyen}
        TR: 按时或提前办结 ;; {dunghan}
        P: 电子问卷显示，{hl}%的办事群众表示满意或非常满意。建议多集中在增加停车位和自助打印机。
        | 办事后的即时调查显示，满意率为{hl}%；也有群众建议延长下午办公时间，增加等候座位。
        P?: 今后，流动服务点将在周末前往偏远居民点。
        C: 工作人员在{place}公共行政服务中心指导群众网上办事。

        === zh-signature
        for: chinese
        section: xinwen
        event: signature
        pictures: hall
        tags: 数字化转型
        let hocvien = 60..240/5
        let ngay = 2..3
        T: {hocvien}名公务员参加数字签名培训
        T: 安山省举办数字签名和电子档案培训班
        T: {year}年底前，安山省机关发文将全面使用数字签名
        S: {d}，数字签名和电子档案培训班开班，{hocvien}名学员参加。
        S: 培训班为期{ngay}天，三分之二的课时用于在日常公文上实际操作。
        P: 学员学习如何在电脑和手机上签名，检查证书是否有效，处理常见错误，保管签名设备。
        | 课程内容包括电子文件的法律效力、个人签名和单位签名、签名验证以及电子档案归档。
        P: 目标是到{year}年底，除涉密文件外，所有发文均采用数字签名，并通过政务交换平台发送。
        | 已有数字签名电子文件的，今后不再另发纸质文件。
        P: 讲师提醒学员，不得出借签名设备，不得在公用电脑上保存密码，怀疑密钥泄露时应立即报告。
        C: 学员在测试系统上练习数字签名。

        === zh-online-services
        for: chinese
        section: xinwen
        pictures: city hall
        tags: 行政改革; 网上办事
        let procedures = 24..96
        let cut = 30..50/5
        let share = 68..94
        let area = 企业登记 | 施工许可 | 土地登记 | 工作许可 | 社会救助
        T: 安山省又有{procedures}项手续可全程网上办理
        T: {area}办理时间缩短{cut}%
        T: 安山省网上办件率达{share}%
        S: 自{d}起，包括{area}在内的{procedures}项手续可从申请到领取结果全程网上办理。
        S: 安山省将{area}办理时间缩短{cut}%，凡行政机关已掌握的材料，不再要求提交。
        P: 申请人用电子身份登录，表格自动填入已有信息，网上缴费，最后收到带有数字签名的办理结果。
        | 凡持有国家电子身份账户的人，在家即可申办；在越居留的外国人也可使用电子身份账户办理。
        L: 查看手续清单和所需材料 ;; 用电子身份账户登录 ;; 上传材料并网上缴费 ;; 凭回执编码查询进度
        P: 其中，{area}的办理时限比过去缩短{cut}%。
        P: 无论居住在何处，均可在任何一个社、坊提交材料，结果可邮寄或以电子方式送达。
        | 这些手续实行“省内通办”，材料可在全省任何一个公共行政服务中心提交。
        P: {lastmonth}，{share}%的材料通过网上提交。需要补交材料的，工作人员必须书面说明理由，且只能要求一次。
        | {lastmonth}网上办件率为{share}%，绝大多数按时办结；逾期的，须公开致歉并说明新的办结日期。
        D: 关于公布全程网上办理手续清单的决定 >> {no}
        let no = doc QĐ-UBND -4

        === zh-bridge
        for: chinese
        section: xinwen
        pictures: bridge river
        tags: 交通; 公共投资
        let length = 420..980/10
        let cost = 460..1840/10
        let progress = 38..96
        let workers = 140..360/10
        T: {bridge}工程已完成{progress}%
        T: {workers}名建设者奋战{bridge}工地
        T: {bridge}主跨预计{d+60}前合龙
        S: {bridge}工程已完成{progress}%，{workers}名工程师和工人分两班施工。
        S: 省交通工程项目管理委员会{d}通报，全长{length}米的{bridge}已完成{progress}%，{workers}名建设者正在现场施工。
        P: 大桥跨越{river}，连接{place}和{place2}，设四条机动车道，并设独立的人行道和自行车道。
        | 目前，{place}居民要绕行{detour}公里或等候渡船。大桥建成后，十分钟即可到达{place2}。
        let detour = 9..24
        P: 工程总投资{cost}0亿越南盾，由中央和省级财政共同出资，施工单位承担五年质量保修责任。
        | 工程总投资{cost}0亿越南盾。每一段混凝土都须经独立检测合格后，才能进行下一段施工。
        P: 为在雨季前完工，桥梁构件在工地附近的预制场同步生产。
        | 雨季洪水曾使工期延误数周，施工单位已增加设备追赶进度。
        P?: 吊装期间，过往船只须听从水上交警指挥。
        C: {bridge}施工现场。

        === zh-bus
        for: chinese
        section: xinwen
        pictures: city bridge
        tags: 交通; 公共交通
        let from, to = 火车站 / 富沙工业园区 | 平沙中心广场 / 岚门港 | 医院区 / 安山大学 | 汽车站 / 云谷游客中心 | 金市古街 / 玉沙海滩
        let buses = 12..36/2
        let fare = 8..15
        let minutes = 10..25/5
        T: {from}至{to}公交线路开通
        T: {buses}辆电动公交车将往返{from}与{to}
        T: 每{minutes}分钟一班，{from}至{to}出行更方便
        S: 自{d+7}起，{buses}辆电动公交车将往返于{from}和{to}之间，5时30分至21时，每{minutes}分钟一班。
        S: {from}至{to}公交线路{d+7}开通，前十五天免费乘车。
        P: 单程票价{fare}000越南盾，学生和工人可购月票。六岁以下儿童、60岁以上老人和残疾人免费乘车。
        | 票价{fare}000越南盾，可用现金、银行卡或扫码支付。车辆为低地板，设有轮椅坡道，并以越南语和英语报站。
        P: 各站均显示候车时间。非高峰时段，自行车可放在车头支架上。
        | 候车时间可在站牌和公交应用程序上查询，线路两端设有免费停车点。
        P: 运行三个月后，将根据客流和乘客意见调整时刻表。
        | 省建设厅预计，半年后日均客流可达{riders}人次，欢迎乘客反映拥挤情况。
        let riders = 1800..5200/100

        === zh-council
        for: chinese
        section: xinwen
        pictures: hall city
        tags: 人民议会; 地方政府
        let resolutions = 14..32
        let matter = 农村职业培训补助 | 老年人免费体检 | 生活垃圾收运收费 | 创新创业扶持 | 山区学校营养餐 | 公共交通优惠
        let answers = 18..54
        T: 省人民议会通过{resolutions}项决议
        T: 省人民议会就{matter}作出决议
        T: 议会代表就{matter}提出质询
        S: {d}，省人民议会召开会议，通过{resolutions}项决议，其中包括关于{matter}的决议。
        S: 在{d}的会议上，省人民议会代表讨论了{matter}等议题，通过{resolutions}项决议，并向各厅负责人提出{answers}个问题。
        P: 关于{matter}的决议自{nextmonth}1日起施行，各社、坊须在发放前公示受益人名单。
        | 决议草案此前公开征求意见30天，意见和答复均已在网站上公布。
        P: 代表共提出{answers}个问题，每个答复不超过五分钟，并须说明解决期限。
        | 各厅负责人回答了{answers}个问题，全程直播；未解决的事项将在下次会议上继续跟踪。
        P: 省人民委员会每半年报告一次执行情况。
        | 议会各委员会将到{place}、{place2}等地检查决议落实情况。
        D: 省人民议会关于{matter}的决议 >> {no}
        let no = doc NQ-HĐND 0
        """
}
