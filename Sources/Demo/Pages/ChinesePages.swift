/// The static pages of the portal in Chinese.
enum ChinesePages {
    static func pages(of site: DemoSite) -> [DemoPage] {
        [about(site), history(site), structure(site), contact(site), privacy(site), accessibility(site)]
    }

    private static func about(_ site: DemoSite) -> DemoPage {
        let wards = DemoPlace.all.count { $0.kind == .ward }
        let communes = DemoPlace.all.count { $0.kind == .commune }
        return DemoPage(
            "about",
            role: "introduction",
            on: site,
            title: "安山概况",
            summary: "安山省的地理位置、自然条件、人口、经济和文化。",
            body: [
                .paragraph("安山省西起云谷山脉，经岚江平原，东临大海。省行政中心设在平沙坊。"),
                .table(
                    caption: "安山省基本数据",
                    head: ["指标", "数值"],
                    rows: [
                        ["面积", "8640平方公里"], ["人口", "186万"], ["海岸线", "112公里"], ["森林覆盖率", "52.4%"],
                        ["基层行政单位", "\(wards)个坊、\(communes)个社、1个特区"],
                    ]
                ),
                .heading("自然条件"), .paragraph("地势西高东低，山区冬季凉爽多雾，沿海终年温暖。5月至10月为雨季，8月至10月多台风。"), .heading("经济"),
                .paragraph("加工制造业、农业、海洋经济和旅游业是四大支柱。岚门港，富沙、岚中、海垒工业园区和平沙高新技术园区吸引着国内外投资者。"), .heading("文化与旅游"),
                .paragraph("制陶、织锦、竹编等手工艺世代相传。云谷梯田、金市古街、城望古城和云岛深受游客喜爱。"), .heading("关于本网站"),
                .paragraph("本网站以中文发布安山省人民委员会的官方信息。如与越南语文本不一致，以越南语文本为准。"),
            ]
        )
    }

    private static func history(_ site: DemoSite) -> DemoPage {
        DemoPage(
            "history",
            on: site,
            title: "历史沿革",
            summary: "从早期先民到今天的两级地方政府。",
            body: [
                .heading("早期先民"), .paragraph("在岚溪源头洞穴中发现的陶器、石斧和炭化稻谷表明，这里的先民很早就会种稻制陶。"), .heading("古城、集市与港湾"),
                .paragraph("城望曾是地方治所，金市是平原与山区货物的集散地，岚门是商船停泊的港湾。"), .heading("近现代"),
                .list([
                    "战后：修复堤防，开辟通往山区的道路。", "革新时期：形成茶区、商品稻区和富沙第一个工业园区。", "融入世界：扩建岚门港，建立云谷国家公园。",
                    "自2025年7月1日起：实行省、社两级地方政府。",
                ]),
            ]
        )
    }

    private static func structure(_ site: DemoSite) -> DemoPage {
        DemoPage(
            "structure",
            on: site,
            title: "组织机构",
            summary: "省级机关和基层政府的设置。",
            body: [
                .paragraph("人民议会由选民选举产生，决定本省的预算、规划和政策；人民委员会是人民议会的执行机关，负责地方行政管理。"), .heading("省人民委员会"),
                .list(["主席：主持全面工作。", "副主席：按分工负责各领域工作。", "委员：各厅、局负责人，省公安厅和省军事指挥部负责人。"]), .heading("主要部门"),
                .list([
                    "省人民委员会办公厅", "内务厅", "司法厅", "财政厅", "工商厅", "农业与环境厅", "建设厅", "科学技术厅", "教育培训厅", "卫生厅", "文化体育旅游厅", "民族宗教厅", "外事厅",
                    "省监察局", "经济区管理委员会",
                ]),
                .heading("部分坊、社和特区"), .list(DemoPlace.all.compactMap(\.chineseName)),
            ]
        )
    }

    private static func contact(_ site: DemoSite) -> DemoPage {
        DemoPage(
            "contact",
            role: "contact",
            on: site,
            title: "联系我们",
            summary: "地址、电话、电子邮箱和办公时间。",
            body: [
                .table(
                    caption: "联系方式",
                    head: ["项目", "内容"],
                    rows: [
                        ["主办单位", "安山省人民委员会"], ["地址", site.contact.address], ["电话", site.contact.phone], ["电子邮箱", site.contact.email],
                        ["内容负责人", site.contact.responsible],
                    ]
                ),
                .heading("办公时间"), .paragraph("星期一至星期五，7时至11时30分，13时30分至17时，节假日除外。"), .heading("紧急电话"),
                .list(["搜救：112", "报警：113", "消防：114", "急救：115"]), .heading("意见和建议"),
                .paragraph("请说明事情经过、地点、时间和您的联系方式，可使用越南语、英语或中文。"),
            ]
        )
    }

    private static func privacy(_ site: DemoSite) -> DemoPage {
        DemoPage(
            "privacy",
            role: "privacy",
            on: site,
            title: "个人信息保护",
            summary: "本网站处理哪些个人信息、为何处理，以及您享有的权利。",
            body: [
                .paragraph("本网站依据越南《个人数据保护法》（第91/2025/QH15号）和第356/2025/NĐ-CP号议定处理个人信息，上述规定自2026年1月1日起施行。浏览公开内容无需注册。"),
                .heading("处理的信息"),
                .list(["浏览网页时：网络地址、时间和所访问的页面，记入系统日志，用于保障网络安全。", "来信或提交意见时：您自行提供的姓名、联系方式和内容。", "仅使用网站运行所必需的Cookie，不投放广告，不跟踪用户。"]),
                .heading("目的和依据"),
                .paragraph("信息仅用于答复来信和保障系统安全，依据是您对每一目的的同意，或关于国家机关活动的法律规定。沉默不视为同意。未经您同意或法律规定，不公开姓名和联系方式。"), .heading("保存期限"),
                .paragraph("访问日志保存不超过12个月，因处理事件需要保留的除外；来信按档案管理规定保存。"), .heading("您的权利"),
                .list(["知悉自己的信息如何被处理；", "同意、不同意或撤回同意；", "查阅、更正自己的信息；", "要求提供副本、删除或限制处理，提出反对；", "投诉、起诉并要求赔偿。"]),
                .paragraph("请发邮件至\(site.contact.email)。我们在两个工作日内确认收到请求；依法须报告的信息泄露事件，72小时内通报主管机关。"),
            ]
        )
    }

    private static func accessibility(_ site: DemoSite) -> DemoPage {
        DemoPage(
            "accessibility",
            role: "accessibility",
            on: site,
            title: "无障碍声明",
            summary: "为让所有人都能使用本网站，我们做了哪些工作，还有哪些不足。",
            body: [
                .paragraph("本网站以《网页内容无障碍指南》（WCAG）2.1 AA级为目标。"), .heading("已实现的功能"),
                .list(["全部功能可用键盘操作，并可跳过导航。", "标题、列表、表格和表单结构清晰，便于读屏软件朗读。", "文字与背景对比度不低于4.5:1，文字可放大至200%。", "图片配有文字说明。", "关闭JavaScript也能阅读文章。"]),
                .heading("已知不足"), .list(["部分旧文件为扫描件，没有文字层。", "较宽的表格在小屏幕上需要横向滚动。", "外部提供的视频可能没有字幕。"]), .heading("意见反馈"),
                .paragraph("使用中遇到困难，请发邮件至\(site.contact.email)或致电\(site.contact.phone)，并说明页面地址和所用设备。"),
            ]
        )
    }
}
