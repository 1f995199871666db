/// Health, schools, welfare and the environment, for the portal in Chinese.
extension FamilyTexts {
    static let chineseSociety = """
        === zh-vaccination
        for: chinese
        section: shehui
        pictures: city school
        tags: 公共卫生; 疫苗接种
        let children = 4200..18600/100
        let posts = 42..128
        let disease = 麻疹和风疹 | 乙型脑炎 | 白喉、破伤风和百日咳 | 脊髓灰质炎
        T: {children}名儿童将免费接种{disease}疫苗
        T: 全省设{posts}个接种点，开展{disease}疫苗接种
        T: {place}、{place2}启动{disease}疫苗接种
        S: 省卫生厅自{d+3}起开展{disease}疫苗接种，全省设{posts}个接种点，约{children}名儿童可免费接种。
        S: {disease}疫苗接种将于{d+3}开始，全省设{posts}个接种点，约{children}名儿童可免费接种，请家长提前核对孩子的接种记录。
        P: 儿童可在所在社、坊的卫生站或学校接种，不受户籍限制。
        | 新近搬来的家庭（包括外国居民）可携带接种记录到最近的卫生站接种。
        P: 接种前由医生检查，接种后须在现场观察至少30分钟，回家后24小时内注意有无发热或皮疹。
        | 请将过敏史、当前疾病和以往的不良反应告知医护人员。接种后须留观至少30分钟。
        L: 携带接种记录或出示电子记录 ;; 接种前让孩子少量进食 ;; 发高热的孩子请勿前来，可另约时间
        P: 目标是适龄儿童接种率不低于95%。离卫生站较远的居民点由流动小组上门接种。
        P?: 急救电话115全天接听。

        === zh-dengue
        for: chinese
        section: shehui
        months: 5-11
        pictures: city fields
        tags: 公共卫生; 登革热
        let cases = 34..186
        let change = 8..42
        let clusters = 3..14
        T: {lastmonth}报告登革热病例{cases}例，请注意防蚊
        T: 发现{clusters}处登革热聚集性疫情，请及时清除积水
        T: 每周十分钟，清除蚊虫孳生地
        S: {lastmonth}全省报告登革热病例{cases}例，比上月增加{change}%，其中聚集性疫情{clusters}处，无死亡病例。
        S: {lastmonth}全省报告登革热病例{cases}例，{place}和{place2}等地发现{clusters}处聚集性疫情，卫生站和青年志愿者将上门检查积水容器。
        P: 传播登革热的蚊子在干净的积水中繁殖，水缸、花瓶、旧轮胎、堵塞的檐沟都是孳生地，多数就在房前屋后。
        | 检查发现，每五户中有两户至少有一个容器存在蚊子幼虫，而住户往往并不知情。
        L: 盖好水缸、水桶 ;; 每周更换花瓶水 ;; 清理或倒扣能积水的器物 ;; 白天睡觉也要挂蚊帐 ;; 清晨和傍晚穿长袖衣服
        P: 如突然高热、头痛、肌肉酸痛，请及时就医，切勿自行服用阿司匹林或布洛芬，以免引起出血。
        | 高热第一天就应就医。腹痛、反复呕吐、牙龈出血、烦躁不安是危险信号，请立即拨打115。
        P: 只在有病例的地点进行药物喷洒，并提前一天通过广播和短信通知。
        | 喷药只能在几天内杀灭成蚊，清除积水才是根本办法。

        === zh-hospital
        for: chinese
        section: shehui
        pictures: city
        tags: 医疗; 医院
        let service, gain = 卒中单元 / 患者无需转往外省，发病后可在黄金时间内得到救治 | 远程会诊室 / 患者可得到中央医院专家的诊疗意见 | 血液透析室 / 患者可就近接受每周三次的治疗 | 新生儿重症监护室 / 孕28周以上早产儿可得到救治 | 电子病历 / 患者不必再拿着纸质病历来回跑 | 外语服务台 / 患者从挂号到缴费可得到英语和中文帮助
        let patients = 420..1600/10
        let cost = 8..64
        T: {hospital}启用{service}
        T: 家门口的好医疗：{hospital}新设{service}
        S: {d}，{hospital}启用{service}，{gain}。
        S: {hospital}新设{service}后，{gain}。
        P: 医院投入{cost}0亿越南盾购置设备，部分资金来自捐赠，并选派医护人员进修3至12个月。
        | 筹备工作历时一年，设备投入{cost}0亿越南盾，中央医院协助培训了医护人员。
        P: 医院日均门诊量约{patients}人次。患者可网上或电话预约，候诊时间缩短至30分钟以内。
        | 医院每天接待患者约{patients}人次，建议提前预约，按时到诊的患者一般30分钟内即可就诊。
        P: 费用按医疗保险规定支付。未参保患者可在服务台和医院网站查询价目表。
        | 参保患者按规定报销；外国游客可刷卡支付，并可索取英文单据用于保险理赔。
        Q: 过去山区患者要走一整天，现在两小时内就能到这里。 >> 该院一位医生
        | 抢回每一分钟，就有更多人能重新站起来、说出话。 >> 该院一位医生
        P?: 急诊全天开放，急救电话115。

        === zh-school-year
        for: chinese
        section: shehui
        months: 7-9
        pictures: school
        tags: 教育; 新学年
        let pupils = 21..27
        let schools = 684..742
        let rooms = 140..420/10
        let teachers = 180..640/10
        T: 全省约{pupils}万名学生迎接新学年
        T: {schools}所学校9月5日开学
        T: 新建和维修教室{rooms}间，安山省做好开学准备
        S: 9月5日，全省{schools}所学校约{pupils}万名学生将迎来新学年。暑期共新建和维修教室{rooms}间。
        S: 安山省已做好开学准备：新建和维修教室{rooms}间，新招聘教师{teachers}名。
        P: 学校只能按公布的项目收费。家长如被要求缴纳其他费用，可向省教育培训厅反映。
        | 收费项目在各校和教育培训厅网站公布，捐助必须自愿，不得向各家庭摊派。
        P: 山区社的寄宿宿舍已修缮完毕，寄宿生享受大米和伙食补助。
        | 在{place}，志愿者帮助教师把桌椅搬到偏远教学点，教材已全部送到。
        P: 开学当天，平沙各校周边道路6时30分至8时30分禁止汽车通行。
        | 开学当天上午，学校周边道路禁止汽车通行，请家长让孩子步行最后200米。
        P?: 外国居民子女可按同等规定入读公立学校，学校可提供越南语辅导。

        === zh-exchange
        for: chinese
        section: shehui
        pictures: school city
        tags: 教育; 国际交流
        let students = 18..64
        let weeks = 4..16
        let subject = 海洋科学 | 越南语言与文化 | 山地农业 | 旅游管理 | 软件工程 | 传统建筑
        let families = 12..40
        T: {students}名国际学生来安山学习{subject}
        T: 安山大学开设{subject}国际交流项目
        T: {weeks}周安山生活：国际学生走近{subject}
        S: {d}，{students}名国际学生在安山大学开始为期{weeks}周的{subject}课程。
        S: 安山大学与合作院校共同开设{subject}交流项目，{students}名学生将在安山学习{weeks}周。
        P: 课程以英语讲授，每名国际学生与一名本校学生结对，共同完成报告，成绩计入学分。
        | 项目把课堂教学与在{place}、{place2}的实地考察结合起来，学生住在当地家庭。
        P: 省内{families}户家庭提供住宿，学校协助办理暂住登记、保险和电话卡。
        | {families}户寄宿家庭事先接受了暂住登记和饮食过敏方面的培训。
        Q: 我是为研究而来，但最难忘的是和寄宿家庭一起吃的晚饭。 >> 一位项目学生
        | 第一周我每天学十个越南语单词，房东奶奶每晚都要考我。 >> 一位项目学生
        P: 下一期项目{d+45}前报名，奖学金涵盖学费和一半生活费。
        | 下一期计划于{nextyear}年举办，报名条件将于{nextmonth}公布。

        === zh-forest
        for: chinese
        section: shehui
        terrain: upland midland
        pictures: forest mountains
        tags: 环境; 森林
        let trees = 24000..66000/1000
        let area = 20..44/2
        let households = 140..620/10
        let pay = 34..98
        T: {place}种下{trees}株乡土树种
        T: {place}{households}户居民承包护林
        T: 一公顷一公顷，{place}的森林在恢复
        S: {place}居民、学生和士兵在{area}公顷土地上种下{trees}株乡土树苗。
        S: 在{place}，{households}户居民签约护林，并种下{trees}株树苗，报酬来自水电站和供水企业缴纳的森林环境服务费。
        P: 树苗来自当地苗圃，种子采自周边森林。种植后三个月、一年和三年各检查一次成活率。
        | 造林选用能固土、涵养水源的乡土树种，而不是速生用材林。首次成活率检查将在三个月后进行。
        P: {households}户护林家庭每年每公顷可得{pay}万越南盾，款项直接打入银行账户，名单在居民点公示。
        | {households}户护林家庭每年每公顷可得{pay}万越南盾，其中一部分存入居民点公共基金。
        P: 摄像头和卫星影像有助于及早发现毁林和火情。请登山者不要生火，并带走垃圾。
        | 使用卫星影像后，护林员一天之内就能赶到可疑地点，而过去需要一周。
        C: {place}的幼林。

        === zh-clean-water
        for: chinese
        section: shehui
        terrain: upland midland plain coast
        pictures: river fields
        tags: 农村发展; 清洁用水
        let homes = 640..2800/10
        let cost = 14..68
        let pipe = 18..74
        T: {place}{homes}户居民用上清洁水
        T: {place}新水厂投入运行
        T: {pipe}公里管道把清洁水送到{place}
        S: 自{d}起，{place}和{place2}共有{homes}户居民用上清洁水。
        S: {d}，{place}新水厂投入运行，工程投资{cost}0亿越南盾，铺设管道{pipe}公里。
        P: 过去许多家庭靠井水和雨水，旱季常常缺水，如今全天供水。
        | 多年来，这里的居民旱季要一桶一桶买水。新水厂的水价约为过去的十分之一。
        P: 水厂每天化验水质，用户端每月抽检一次，结果在省农村清洁水中心网站公布。
        | 自动监测站测定浊度、余氯和酸碱度，数据可在省农村清洁水中心网站查询。
        P: 贫困户免费接通；其他用户支付水表费用，可分三期付款。
        | 贫困户和有功人员家庭免费接通。
        P?: 下一阶段，供水管网将于{nextyear}年底前延伸到偏远居民点。

        === zh-housing
        for: chinese
        section: shehui
        pictures: fields terraces
        tags: 社会保障; 住房
        let houses = 46..240
        let done = 58%..96% of houses
        let each = 60..90/5
        T: 为贫困家庭建房{houses}套，已完工{done}套
        T: {place}一户贫困家庭雨季前搬进新居
        T: {done}户困难家庭住上安全房
        S: 据省祖国阵线委员会{d}通报，全省计划为贫困家庭建房{houses}套，已完工{done}套。
        S: 在每户{each}00万越南盾的补助和邻里帮助下，{houses}户困难家庭中已有{done}户搬进坚固的新房。
        P: 每户可得补助{each}00万越南盾，来自财政和社会捐款。邻居、士兵和青年志愿者帮助运料、施工。
        | 捐助者可选择资助某一户家庭，每一笔捐款和支出都在网站公布。
        P: 新房地面、墙架、屋顶均坚固；洪泛区的住房设有阁楼，可供全家避水数日。
        | 设计方案有平原、山区和沿海三种。在{place}，许多家庭保留了传统干栏式建筑。
        Q: 从前夜里下雨，全家要起来按住屋顶，现在孩子们能睡安稳觉了。 >> {place}一位三个孩子的母亲
        | 这是我们家第一座门上有锁的房子。 >> {place}一位居民
        P: 其余住房将于{d+60}前完工，没有宅基地的家庭由社里安排土地。
        | 其余住房正在施工，计划{d+60}前交付使用。

        === zh-sports
        for: chinese
        section: shehui
        pictures: river sea festival
        tags: 体育; 群众活动
        let runners = 800..4200/50
        let event, course = 半程马拉松赛 / 沿岚江而行，途经两座大桥 | 山地越野赛 / 穿越茶山和森林 | 自行车骑行赛 / 沿滨海公路骑行 | 龙舟赛 / 在古码头前的江面举行 | 公开水域游泳赛 / 环绕海湾一周
        T: {runners}人报名参加安山{event}
        T: 安山{event}{d+6}举行，部分道路临时封闭
        S: 安山{event}将于{d+6}举行，{course}，共有{runners}人报名。
        S: 来自国内外的{runners}名选手将参加{d+6}举行的安山{event}。赛事{course}。
        P: 比赛5时30分开始，部分报名费将用于山区学校图书室。
        | 为避开高温，首批选手5时30分出发。赛事设各年龄组奖项和家庭组奖项。
        P: 包括{road}在内的部分道路4时30分至9时30分封闭，居民可在指定路口听从指挥通过。
        | {road}及周边道路4时30分至9时30分封闭，公交车临时改道。
        P: 沿途设有医生和救护车。患有心脏病或发热者请勿参赛。
        | 补给点使用可重复使用的水杯，赛后志愿者将清扫沿线。
        """
}
