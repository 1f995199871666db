/// Festivals, sights, food and journeys, and notices to visitors, for the portal in Chinese.
extension FamilyTexts {
    static let chineseTravel = """
        === zh-festival
        for: chinese
        section: luyou
        pictures: festival flowers river
        tags: 节庆; 文化
        let days = 2..4
        let troupes = 8..24
        let visitors = 1.8..6.4
        T: {year}年{festival}活动安排和出行提示
        T: {troupes}支文艺队参加今年的{festival}
        T: {festival}{d+5}在{place}开幕
        K: 节庆
        S: {festival}将于{d+5}在{place}开幕，为期{days}天，免费入场。
        S: {festival}{d+5}在{place}举行，{troupes}支文艺队参加，设有游行和地方美食集市。
        P: 清晨举行祭祀仪式，随后是游行，各居民点都举着自己的旗帜。
        | 清晨由长者主持祭祀仪式，游客可在绳线外观看，请勿使用闪光灯。
        P: 下午有摔跤、拔河、荡秋千和行进煮饭比赛；晚上，{troupes}支文艺队轮流演出。
        | 白天，游客可学习织布、印画或制作{dish}；晚上，{troupes}支文艺队在广场演出。
        H: 游客须知
        L: 6时至22时，平沙至会场每20分钟一班接驳车 ;; 停车收费标准已公示，不得超收 ;; 进入祭祀场所请衣着得体 ;; 失物招领和急救点设在正门
        P: 去年约有{visitors}万人次参加。建议提前订房，并避开16时至19时的高峰时段。
        | 预计将有约{visitors}万人次参加，住宿紧张，尚有空房的民宿可在旅游网站查询。
        P?: 咨询台提供英语和中文服务。
        C: {festival}活动现场。

        === zh-visitors
        for: chinese
        section: luyou
        pictures: sea terraces city
        tags: 旅游; 统计数据
        let total = 24..68
        let foreign = 1.2..5.8
        let growth = 4.2..18.6
        let revenue = 310..940
        let stay = 1.6..2.8
        T: {lastmonth}安山省接待游客{total}万人次
        T: {lastmonth}安山省游客数量增长{growth}%
        T: 游客平均停留{stay}天，安山旅游收入稳步增长
        S: {lastmonth}，安山省接待游客{total}万人次，同比增长{growth}%，其中国际游客{foreign}万人次。
        S: {lastmonth}全省旅游收入{revenue}0亿越南盾，游客数量增长{growth}%，平均停留{stay}天。
        TB: {lastmonth}旅游情况
        TH: 指标 ;; 数值
        TR: 游客总数 ;; {total}万人次
        TR: 国际游客 ;; {foreign}万人次
        TR: 旅游收入 ;; {revenue}0亿越南盾
        TR: 平均停留 ;; {stay}天
        P: 海滩和海岛最受欢迎，山区增长最快，越来越多的游客徒步、骑行、住民宿。
        | 山区旅游成为亮点，云谷和茶娘的民宿周末常常订满。
        P: 酒店平均入住率为{rate}%。有关部门检查了{checked}家经营单位的价格和安全情况，对未明码标价的予以处罚。
        let rate = 48..82
        let checked = 32..96
        | 有关部门检查了{checked}家经营单位，多数守法经营。游客遇到乱收费，可随时拨打热线投诉。
        P: 今后几个月，还将开放新的徒步路线、夜市和游客中心。
        | 省里要求各地改善外语标识、公共厕所和垃圾收集。

        === zh-trail
        for: chinese
        section: luyou
        terrain: upland midland
        months: 9-5
        pictures: terraces mountains forest
        tags: 徒步; 民宿
        let km = 9..26
        let days = 2..3
        let homes = 8..32
        let guides = 14..46
        let price = 25..42
        T: {place}新开{km}公里徒步路线
        T: 从{place}到{place2}：{days}天徒步之旅
        T: 住在山里：{place}沿线{homes}家民宿
        S: 一条{km}公里的徒步路线连接{place}和{place2}，全程{days}天，沿途有梯田、山泉和{homes}家民宿。
        S: 走完{place}{km}公里的新路线需要{days}天，沿途有{homes}家民宿，{guides}名当地向导已接受培训并持证上岗。
        P: 路线沿着村寨之间的古道延伸，每公里设一根木桩，起点设有越、英、中三种文字的地图。
        | 第一天穿过竹林，第二天沿梯田走到瀑布。最陡的路段设有台阶和扶手。
        P: 在国家公园内必须聘请持证向导，其他路段也建议聘请。向导费按团队收取，全部归向导所有。
        | 向导均为沿途村民，会说简单的外语，懂急救，并配有对讲机。
        H: 出发之前
        L: 在游客中心或网上登记 ;; 带足半天的饮水和雨衣 ;; 穿长裤和包脚鞋 ;; 带走自己的垃圾 ;; 溪水上涨时立即返回
        P: 民宿含早晚餐，每人{price}万越南盾，收入归农户，其中一小部分用于维护步道。
        | 民宿住宿含早晚餐，每人{price}万越南盾，与主人同桌用餐，素食请提前一天预订。
        P?: 5月至8月可能因大雨临时关闭。
        C: {place}徒步路线。

        === zh-food
        for: chinese
        section: luyou
        pictures: city festival fields
        tags: 美食; 旅游
        let stalls = 24..90
        let where = 江边夜市 | 金市古街 | 海晚鱼市 | 平沙美食街 | 茶娘周末集市
        T: 到安山，去哪里品尝{dish}
        T: {where}：{stalls}个摊位的一个夜晚
        T: 一盘{dish}背后的故事
        S: 在{where}，{stalls}个摊位现做现卖。想尝{dish}，最好七点前到。
        S: 来安山的游客很少会错过{dish}。在{where}，{stalls}个摊位的厨师当场展示做法。
        P: 食材来自附近的菜园和渔船，随季节而变。{season}，厨师会加入嫩笋和野菜。
        | 每家都有自己的做法，相同的是耐心：小火、砂锅，起锅前撒一把香草。
        P: 摊位均公示食品安全证书和价格。对花生、鱼露或贝类过敏的游客，可在咨询台领取越南语提示卡。
        | 厨师都参加过食品安全培训，价格写在牌子上，一般不议价。
        Q: 母亲当年做给船工吃，如今我做给远道而来的客人吃。 >> {where}一位厨师
        | 隔着一条街闻不到香味，就还没做好。 >> {where}一位厨师
        P: 集市17时至23时开放，下公交车步行五分钟即到，停车位有限。
        | 每天上午开设烹饪课，先逛市场再下厨，每班最多八人。

        === zh-heritage
        for: chinese
        section: luyou
        pictures: city mountains festival
        tags: 文化遗产
        let monument, part = 岚下古亭 / 木雕梁架 | 城望古城 / 南城门 | 瓦桥寺 / 钟楼 | 云岛灯塔 / 旋梯 | 金市古街商宅 / 瓦屋顶
        let cost = 6..48
        let months = 8..18
        let craftsmen = 14..46
        T: {monument}修缮工程启动
        T: {craftsmen}名工匠修缮{monument}{part}
        T: 修缮期间，游客可近距离观看{monument}修复过程
        S: {d}，{monument}{part}修缮工程开工，{craftsmen}名工匠将用约{months}个月完成。
        S: 安山省投入{cost}0亿越南盾修缮{monument}，首先修缮{part}，{craftsmen}名工匠参加施工。
        P: 开工前，每个构件都经过测量、拍照和编号。能保留的尽量保留，更换的构件标明年份。
        | 修缮采用传统材料：硬木、石灰砂浆和省内村庄手工烧制的砖瓦，不使用铁钉。
        P: 修缮期间照常开放，游客可在参观廊道观看，星期六上午还可向工匠提问。
        | 出于安全考虑，部分区域暂停开放，其余区域7时30分至17时开放，门票减半。
        P: {place}居民捐出了老照片，记录了{monument}过去的样子。
        | 考古人员借此机会开挖两条探沟，出土的陶器和砖块现于省博物馆展出。

        === zh-beach
        for: chinese
        section: luyou
        months: 4-9
        terrain: coast island
        pictures: sea
        tags: 海滩; 安全
        let guards = 24..68
        T: {beach}配备{guards}名救生员迎接旺季
        T: 请在旗帜之间游泳：{beach}安全提示
        S: 旺季期间，每天5时至18时30分，{beach}等海滩共有{guards}名救生员值守。
        S: 近日海流较强，{beach}管理处提醒游客在旗帜之间的区域游泳。
        P: 红黄旗表示有救生员看护的区域，红旗表示禁止下水。在旗帜范围之外，海流可能把水性很好的人也带离岸边。
        | 离岸流看上去像浪花之间平静的深色水带。一旦遇上，请保持镇静、仰浮，沿与海岸平行的方向游出。
        L: 不要独自或酒后下水 ;; 让孩子始终在伸手可及之处 ;; 听到雷声立即上岸 ;; 被水母蜇伤用海水冲洗，不用淡水 ;; 紧急情况拨打112或向救生员求助
        P: 摩托艇和船只不得进入浮标以内水域，违者处罚。
        | 今年新增了淋浴间、厕所、通向水边的轮椅通道和免费饮水点。
        C: {beach}清晨。

        === zh-island
        for: chinese
        section: luyou
        months: 3-10
        pictures: sea harbour
        tags: 云岛; 旅游
        let trips = 4..10/2
        let minutes = 55..80/5
        let fare = 16..24
        let limit = 600..1200/50
        T: 云岛{month}轮渡时刻
        T: 每天{trips}班轮渡往返云岛
        T: 云岛每日限客{limit}人
        S: 自{d+2}起，岚门与云岛之间每天有{trips}班轮渡，航程约{minutes}分钟；岛上每天最多接待一日游游客{limit}人。
        S: 为保护珊瑚礁和淡水资源，云岛每天最多接待一日游游客{limit}人，{trips}班轮渡均可网上预约。
        P: 首班6时30分开船，末班17时返回，单程票价{fare}万越南盾，岛上居民和六岁以下儿童免费。
        | 轮渡从客运码头出发，票价{fare}万越南盾，请携带护照或身份证提前30分钟到达。
        P: 风力达到六级时停航，乘客会收到短信，可免费改签。
        | 开航视天气而定，停航的船票三天内全额退款。
        P: 岛上禁止使用一次性塑料袋和餐盒，码头、灯塔和海滩设有饮水点。
        | 禁止在珊瑚礁上抛锚，船只须系在浮标上。浮潜时请勿触碰珊瑚。
        C: 前往云岛途中。

        === zh-craft
        for: chinese
        section: luyou
        terrain: upland midland plain
        pictures: terraces city festival
        tags: 手工艺; 文化
        let craft, product = 制陶 / 陶罐和茶具 | 织锦 / 围巾和挎包 | 竹编 / 竹篮和灯具 | 造纸 / 手工纸和笔记本 | 银饰制作 / 银饰
        let makers = 24..140/2
        let guests = 180..940/10
        let price = 8..22
        T: {place}{makers}户人家传承{craft}技艺
        T: 到{place}，亲手体验{craft}
        T: {place}：{craft}老手艺有了新客人
        S: 在{place}，{makers}户人家以{craft}为生，游客可在开放的作坊亲手体验。
        S: {place}有{makers}户人家从事{craft}，每月约有{guests}名游客前来体验，带走自己做的{product}。
        P: 原料就地取材，毫不浪费。学徒至少要学两年才能独立操作。
        | 天不亮就开工，此时最凉爽。学徒要练两年，手艺才算稳定。
        P: 十年前，只剩下几位年长的师傅。学校开设课程，酒店下了订单，年轻人又回来了。
        | 年轻人改变了样式，却没有改变做法，{product}如今在多个城市的商店有售。
        Q: 机器能做出一千件一模一样的，我从来做不出两件相同的。 >> {place}一位女工匠
        | 我的手比我更清楚该怎么做。 >> {place}一位老工匠
        P: 除农历初一外，作坊每天开放。两小时的课程收费{price}万越南盾，含材料。
        | 课程两小时，收费{price}万越南盾，成品可邮寄到国内外。
        C: {place}的手工作坊。
        """
}
