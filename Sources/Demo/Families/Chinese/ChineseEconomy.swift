/// Investment, industry, trade and work, for the portal in Chinese.
extension FamilyTexts {
    static let chineseEconomy = """
        === zh-investment-certificate
        for: chinese
        section: jingji
        pictures: harbour city
        tags: 投资; 工业园区
        let product, field = 电子元器件 / 电子 | 产业用纺织品 / 纺织 | 速冻果蔬 / 食品加工 | 木制家具 / 木材加工 | 竹纤维包装材料 / 包装 | 医疗器械 / 医疗设备 | 光伏组件 / 新能源
        let capital = 1800..14600/50
        let jobs = 240..1900/10
        let area = 4..22
        let months = 12..20/2
        let days = 7..10
        T: {park}新增一个{field}项目，注册资本{capital}万美元
        T: {field}项目落户{park}，预计新增就业{jobs}人
        T: 安山省向{field}项目颁发投资登记证
        K: 招商引资
        S: {d}，安山省经济区管理委员会向一个生产{product}的项目颁发投资登记证。项目位于{park}，注册资本{capital}万美元，预计招聘员工约{jobs}人。
        S: 一个生产{product}的工厂即将在{park}动工，注册资本{capital}万美元，占地{area}公顷，计划{months}个月内投产，预计招聘员工约{jobs}人。
        P: 自收到完整材料之日起，{days}个工作日内即完成审批。土地、建设、环保等手续统一由一个窗口受理，投资者无需往返多个部门。
        | 项目用地{area}公顷已完成征地拆迁，供电、供水和污水收集管网均已接通。审批手续由专人跟踪办理，全程用时{days}个工作日。
        P: 投资者承诺采用近五年内生产的设备，废水经处理达标后排入园区管网，排放数据实时上传至环保主管部门。
        | 按照承诺，项目厂房屋顶至少{solar}%的面积将安装光伏板，并优先录用{place}和{place2}的劳动者。
        let solar = 30..60/5
        H: 下一步工作
        L: 15日内签订土地租赁合同 ;; 完成环境影响评价报批 ;; 办理设计审查和施工许可 ;; 投产前六个月启动招工和培训
        P: 省内职业院校将按企业需求开设相应课程，部分学费由省级培训计划承担。
        | 经济区管理委员会已指定一名工作人员全程联系该项目，对企业提出的问题在两个工作日内答复。
        C: {park}内可供新项目使用的土地。

        === zh-investment-figures
        for: chinese
        section: jingji
        pictures: city harbour
        tags: 投资; 统计数据
        let new = 6..24
        let adjusted = 4..15
        let total = new + adjusted
        let capital = 8400..41200/100
        let domestic = 1250..8400/10
        let firms = 74..168
        T: 截至{lastmonth}，安山省吸引外资{capital}万美元
        T: 今年以来安山省新增外资项目{new}个
        T: 安山省公布截至{lastmonth}的投资数据
        S: 截至{lastmonth}底，全省新批外资项目{new}个，另有{adjusted}个现有项目增资，注册外资总额{capital}万美元。
        S: 省财政厅{d}公布的数据显示，截至{lastmonth}底，全省注册外资达{capital}万美元，涉及新批和增资项目共{total}个。
        TB: 截至{lastmonth}底安山省投资情况（累计数）
        TH: 指标 ;; 数值
        TR: 新批外资项目 ;; {new}个
        TR: 增资项目 ;; {adjusted}个
        TR: 注册外资 ;; {capital}万美元
        TR: 注册内资 ;; {domestic}0亿越南盾
        TR: 当月新设企业 ;; {firms}家
        P: 加工制造业所占比重最大，其次是物流和可再生能源，项目主要集中在{park}和沿海经济区。
        | 从行业看，约{share}的注册外资投向加工制造业，其余分布在物流、农业和服务业。
        let share = 三分之二 | 五分之三 | 七成 | 四分之三
        P: 省财政厅指出，资金到位进度仍慢于注册进度，部分企业在等待接电，部分企业缺少熟练工人。
        | 多数材料通过网上提交，平均九个工作日即可领证，而法定时限为十五日。
        P: 下一期数据将于{nextmonth}上旬公布。

        === zh-export
        for: chinese
        section: jingji
        pictures: harbour terraces
        tags: 出口; 农业
        let product, place0 = 绿茶 / 茶娘茶山 | 冷冻虾 / 沿海养殖区 | 笋干 / 竹溪各合作社 | 优质大米 / 和田平原 | 百香果原浆 / 山区种植户 | 肉桂 / 山区林农 | 桃金娘果浆 / 丘陵地区合作社
        let n = 18..140/2
        let farms = 64..320/4
        let price = 12..28
        T: {n}吨安山{product}启运出口
        T: 严把质量关，安山{product}走向国际市场
        T: {farms}户农民联合供货，安山{product}打开出口销路
        S: {d}，{n}吨{product}从岚门港装船启运。这批货物由{farms}户农民与出口企业签约生产。
        S: 在达到农药残留限量和可追溯要求之后，安山省{product}企业签下了整个产季的出口合同，首批{n}吨由{farms}户农民供货。
        P: 货物产自{place0}。每户农民都用手机记录生产日志，扫描包装箱上的编码，即可查到地块、采收日期和检测结果。
        | {place0}的农户两年前加入这一项目，统一生产流程，统一采购农资，采收前统一检测。
        P: 按照合同，企业收购价比当地市场价高约{price}%，并预付部分农资款。
        | 企业承诺保底收购价；农户则须交售至少八成产量，并只使用清单内的农药。
        P: 省工商厅及时向企业通报进口国规定的变化，协助登记种植区编码，并资助企业首次送检的部分费用。
        | 企业可就原产地规则、标签和检疫等问题向省工商厅咨询，咨询免费，三个工作日内答复。
        P?: 原产地证书实行网上签发，平均用时不到四个工作小时。
        C: 岚门港装船现场。

        === zh-border-trade
        for: chinese
        section: jingji
        pictures: harbour city
        tags: 海关; 贸易便利化
        let hours = 2..6
        let files = 860..3400/10
        let growth = 4.2..16.8
        let firms = 42..168
        T: 安山海关{lastmonth}办理进出口报关单{files}份
        T: 通关时间缩短至{hours}小时以内，安山贸易更便利
        T: 安山进出口额同比增长{growth}%
        S: {lastmonth}，安山区域海关共办理进出口报关单{files}份，货物平均通关时间缩短至{hours}小时以内，进出口额同比增长{growth}%。
        S: 据安山区域海关统计，{lastmonth}共办理报关单{files}份，平均通关时间{hours}小时以内，全省进出口额同比增长{growth}%，有{firms}家企业有进出口实绩。
        P: 主要出口商品为木制品、服装、水产品和农产品；主要进口商品为机械设备、化肥和原料。
        | 木制品、水产品和服装仍是主要出口商品，水果冷链运输增长最快。
        P: 海关对信用良好的企业减少查验，允许先放行后补交部分单证；对生鲜农产品开设优先通道。
        | 生鲜农产品实行“随到随检”，符合条件的企业可提前申报，货到即放。
        P: 企业遇到问题，可拨打服务热线，或在海关网站以越南语、英语、中文留言，一个工作日内答复。
        | 海关每月第一周与企业座谈一次，会前可用越南语、英语或中文提交问题。
        P?: 自{d+15}起，部分商品的检验证书改为电子证书，无需再提交纸质文件。

        === zh-trade-fair
        for: chinese
        section: jingji
        months: 3-12
        pictures: festival city
        tags: 贸易促进; 特色产品
        let booths = 90..260/5
        let days = 4..6
        let products = 380..960/10
        let deals = 14..48
        T: 安山特色产品展销会在{place}开幕，设展位{booths}个
        T: {products}种安山特产亮相展销会
        T: 产销对接签约{deals}份，安山特产展销会反响热烈
        S: {d}，安山省特色产品展销会在{place}开幕，设展位{booths}个，展出产品{products}种，为期{days}天，免费入场。
        S: 全省各地生产者携{products}种产品参加{place}展销会，共设展位{booths}个，开幕首日即与采购商签订意向协议{deals}份。
        P: 茶叶、蜂蜜、鱼露、陶器和织锦最受欢迎。每件产品都附有标签，注明生产者、产地和省评审委员会评定的等级。
        | 半数展位免费提供给合作社和山区社的生产者，其中不少人是第一次参展。
        P: 在产销对接会上，采购商品尝样品、了解产能，与生产者签订意向协议{deals}份。
        | 首日举行的对接会上，商店、酒店和出口企业与生产者共签订意向协议{deals}份。
        Q: 现在客商不光问价钱，还问怎么种的，我们都能拿出记录来。 >> {place2}一位茶农
        | 在这里两天学到的包装知识，比在家两年还多。 >> {place2}一位合作社负责人
        P: 展会每天8时至21时30分开放，会场与汽车站、火车站之间每30分钟有一班免费接驳车。
        P?: 每晚有民歌演唱、织布体验，还可品尝{dish}。
        C: 特色产品展销会现场。

        === zh-business-dialogue
        for: chinese
        section: jingji
        pictures: hall
        tags: 营商环境; 政企对话
        let people = 120..340/5
        let questions = 28..86
        let solved = 55%..80% of questions
        let rest = questions - solved
        let topic = 土地与建设 | 税收与海关 | 融资 | 技术工人 | 电力与交通
        T: 省领导现场回应企业{questions}个问题
        T: 政企对话会聚焦{topic}
        T: {rest}个企业问题将于{d+20}前书面答复
        S: {d}，{people}名企业代表与省领导面对面交流，共提出{questions}个问题，主要涉及{topic}。
        S: 在{d}举行的定期对话会上，省领导对{questions}个问题中的{solved}个当场作出答复，其余明确了答复期限。
        P: 省人民委员会主席要求各部门直接回答问题，不照念条文，不推诿。
        | 会议约定：提问两分钟，回答三分钟，当场不能解决的，必须公布责任人。
        TB: 对话会问题办理情况
        TH: 情况 ;; 数量
        TR: 当场答复 ;; {solved}
        TR: 限期书面答复 ;; {rest}
        TR: 合计 ;; {questions}
        P: 小企业希望简化表格，并建议每年检查不超过一次。省里要求各检查单位公开年度计划，避免重复检查。
        | 多家外资企业希望加快办理技术人员的工作许可，省内务厅承诺材料齐全的五个工作日内答复。
        P: 其余{rest}个问题将于{d+20}前书面答复，并在本网站公布。
        P?: 下一次对话会将于三个月后举行，企业可用越南语、英语或中文提前提交问题。
        C: 企业代表在对话会上发言。

        === zh-port
        for: chinese
        section: jingji
        pictures: harbour sea
        tags: 港口; 物流
        let tonnes = 32..78
        let ships = 64..180
        let boxes = 4200..12600/10
        let growth = 3.2..14.6
        T: 岚门港{lastmonth}货物吞吐量达{tonnes}万吨
        T: 岚门港货物吞吐量增长{growth}%
        T: {lastmonth}共有{ships}艘次船舶停靠岚门港
        S: {lastmonth}，岚门港货物吞吐量达{tonnes}万吨，同比增长{growth}%，靠泊船舶{ships}艘次。
        S: 安山海事港务局{d}通报，{lastmonth}岚门港货物吞吐量{tonnes}万吨，同比增长{growth}%，靠泊船舶{ships}艘次，装卸集装箱{boxes}标箱。
        P: 出口以木片、建材和农产品为主，进口以机械、化肥和饲料为主。
        | 出口货物占总量的{share}%，水产品和水果冷藏集装箱增长最快。
        let share = 52..64
        P: 得益于电子申报和全天候引航，船舶平均在港时间缩短至{hours}小时。
        let hours = 22..36
        | 船舶进出港实行网上申报，材料齐全的一小时内办结。
        P: 航道疏浚工程预计明年完工，水深将达11米，3万吨级船舶可随时进港。
        | 第二个集装箱泊位正在建设，桩基施工已结束，预计明年建成。
        P?: 货车进港请通过港口应用程序预约时段，避免在{road}排队。
        C: 岚门港装卸作业。

        === zh-skills
        for: chinese
        section: jingji
        pictures: school city
        tags: 职业培训; 就业
        let trainees = 180..760/10
        let trade = 工业电气 | 精密机械 | 酒店管理与服务 | 服装工艺 | 物流 | 食品加工
        let rate = 84..97
        T: {trainees}名学员参加{trade}专业培训
        T: 校企合作培养{trade}人才
        T: {park}企业与安山学院共同开设{trade}课程
        S: {d}，安山学院{trade}专业新一期培训班开班，共有学员{trainees}人，一半课时在企业车间进行。
        S: 根据安山学院与{park}企业签订的协议，{trainees}名青年将接受{trade}专业培训。
        P: 培训期限为6至18个月。企业参与制订课程，提供设备，并在实习期间向学员发放津贴。
        | 从第二个月起，学员一边上课，一边到工厂实习，每十名学员配一名企业师傅。
        P: 上一期学员中，{rate}%在三个月内找到工作，多数留在省内。
        | 上一期学员三个月内就业率为{rate}%，其余学员可免试继续深造。
        P: 少数民族学员、残疾人和贫困户家庭学员免交学费，并享受伙食和交通补助。
        | 海岛和山区社的学员可免费住校。
        P?: 下一期培训{d+30}前报名，可在网上或任何一个社级公共服务中心办理。

        === zh-cooperative
        for: chinese
        section: jingji
        pictures: terraces fields
        tags: 农业; 合作社
        terrain: upland midland plain
        let crop, way = 茶叶 / 不用化学农药 | 水稻 / 采用干湿交替灌溉 | 蔬菜 / 采用网棚和滴灌 | 药材 / 在林下种植 | 蜂蜜 / 随花期转地放养
        let members = 34..128
        let area = 18..140
        let more = 15..45/5
        T: {place}：{crop}合作社带动{members}户增收
        T: {place}农民联合生产{crop}，收入提高{more}%
        T: 小农户对接大市场——{place}{crop}合作社见闻
        S: 在{place}，{members}户农民联合经营{area}公顷土地，生产{crop}，{way}，每公顷收入比过去提高{more}%。
        S: {members}户农民、{area}公顷土地、一套流程、一个品牌，{place}的{crop}合作社让小农户对接上了大客户，收入提高{more}%。
        P: 三年前，各家各户只能把产品卖给上门收购的商贩。如今，社员一起安排生产，共用农机，按合同销售。
        | 头一季产量下降，有人退出。从第二季起，客户愿意加价收购，邻居们也纷纷前来打听如何入社。
        P: 农技人员每两周上门一次，指导病虫害防治和生产记录。合作社建起了自己的分拣间和包装线。
        | 合作社用优惠贷款购置了烘干机和冷库，不必再在采收当天匆忙出售。
        Q: 以前天天操心价钱，现在操心的是质量，而质量掌握在我们自己手里。 >> {place}一位社员
        | 年轻人看到干这行能过上好日子，就回来了。 >> {place}合作社负责人
        P?: 合作社接待预约参观，并提供一日农家体验。
        C: {place}的合作社田间。
        """
}
