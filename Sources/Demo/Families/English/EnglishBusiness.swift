/// Investment, industry, trade and work, for the portal in English.
extension FamilyTexts {
    static let englishBusiness = """
        === en-investment-certificate
        for: english
        by: ban-quan-ly-khu-kinh-te so-tai-chinh
        section: business
        pictures: harbour city
        tags: investment; industrial parks
        let product, field = electronic components / electronics | technical textiles / textiles | frozen fruit and vegetables / food processing | wooden furniture / wood processing | packaging from bamboo fibre / packaging | medical devices / medical equipment | cold storage and logistics services / logistics
        let capital = 18.0..146.0
        let jobs = 240..1900/10
        let area = 4..22
        let months = 12..20/2
        T: New project in {field} receives investment certificate for {park}
        T: {park} welcomes a US${capital} million {field} project
        T: {field} project to create {jobs} jobs in {park}
        K: Investment
        | Industrial parks
        S: An investor in {field} received an investment registration certificate on {d} for a plant making {product} in {park}, with registered capital of US${capital} million and about {jobs} jobs.
        S: A plant for {product}, worth US${capital} million, is to be built on {area} hectares in {park}. The investor plans to begin operation within {months} months and to recruit about {jobs} workers.
        P: The certificate was handed over {working} after a complete file had been received. According to {coquan}, procedures on land, construction and the environment are handled through a single point of contact, so that the investor need not visit several offices.
        let working = seven working days | nine working days | ten working days
        | The registered capital of US${capital} million is for the first phase. The plant will occupy {area} hectares of land already cleared and connected to power, water and waste-water treatment.
        P: The project is to use equipment made in the last five years, treat all waste water before discharge to the park's collection system and report its emissions online to the environmental authority.
        | In its commitments to the province, the investor undertakes to treat waste water on site, to install rooftop solar panels on at least {solar}% of the roof and to give priority to workers from {place} and {place2}.
        let solar = 30..60/5
        H: What happens next
        L: Lease contract for the land, within 15 days ;; Approval of the environmental impact assessment ;; Design appraisal and building permit ;; Recruitment and training, starting six months before operation
        P: Vocational colleges in the province have been asked to open classes for the skills the plant requires; tuition is partly covered by the provincial training programme.
        | {coquan} has assigned one officer to follow the project until it begins operation and to answer questions within two working days.
        P?: In the same area, {neighbours} projects are now in operation, most of them in processing and manufacturing.
        let neighbours = 12..46
        C: Land in {park} ready for new projects.

        === en-investment-figures
        for: english
        by: so-tai-chinh
        section: business
        pictures: city harbour
        tags: investment; statistics
        let new = 6..24
        let adjusted = 4..15
        let total = new + adjusted
        let capital = 84.0..412.0
        let domestic = 1250..8400/10
        let firms = 74..168
        T: An Son attracts US${capital} million of foreign investment by the end of {lastmonth}
        T: {new} new foreign-invested projects since the beginning of the year
        T: Foreign and domestic investment: figures to the end of {lastmonth}
        S: By the end of {lastmonth}, the province had granted certificates to {new} new foreign-invested projects and allowed {adjusted} existing ones to raise their capital.
        S: Registered foreign capital reached US${capital} million by the end of {lastmonth}, according to figures that the Department of Finance published on {d}.
        TB: Investment in An Son, cumulative figures to the end of {lastmonth}
        TH: Indicator ;; Value
        TR: New foreign-invested projects ;; {new}
        TR: Projects with increased capital ;; {adjusted}
        TR: Registered foreign capital ;; US${capital} million
        TR: Registered domestic capital ;; VND {domestic} billion
        TR: New enterprises in {lastmonth} ;; {firms}
        P: Processing and manufacturing took the largest share, followed by logistics and renewable energy. Projects are concentrated in {park} and in the coastal economic zone.
        | About {share} of the registered foreign capital went to processing and manufacturing; the rest was divided among logistics, agriculture and services.
        let share = two thirds | three fifths | 70% | three quarters
        P: The department noted that disbursement remains slower than registration: some investors are waiting for electricity connections, others for skilled labour.
        | Of the {total} projects, most had their files submitted online; on average, a certificate was issued in nine working days against the fifteen that the law allows.
        P?: Enterprises may check the status of their files at any time with the code printed on the receipt.
        P: The next set of figures will be released in the first ten days of {nextmonth}.
        | Detailed tables, by sector and by commune, are available from the department on request.

        === en-park-infrastructure
        for: english
        by: ban-quan-ly-khu-kinh-te
        section: business
        pictures: city bridge
        tags: industrial parks; infrastructure
        let work, result = a waste-water treatment plant / treat waste water for the whole second phase of the park | a 110 kV substation / end the shortage of power in peak months | an access road of four lanes / keep heavy lorries away from residential streets | dormitories for workers / house workers who now rent rooms in nearby villages | a fire station / bring the fire service within five minutes of any plant
        let cost = 96..480/2
        let progress = 34..92
        T: Work on {work} in {park} {progress}% complete
        T: {park}: {work} to be ready by {nextyear}
        T: Infrastructure in {park}: progress report for {month}
        S: Construction of {work} in {park} is {progress}% complete, the Economic Zone Authority reported on {d}.
        S: The Economic Zone Authority inspected the site of {work} in {park}, {progress}% complete, on {d} and asked contractors to make up for days lost to rain.
        P: With an investment of VND {cost} billion, the work is to {result}. It is paid for by the park's developer and the provincial budget in equal parts.
        | Once in operation, the facility will {result}. Total investment amounts to VND {cost} billion.
        P: Contractors now work in {shifts} and have been told to sprinkle roads, cover lorries and stop noisy work between 10 pm and 6 am.
        let shifts = two shifts | three shifts
        | Residents of {place} along the site have been informed of the schedule; complaints about dust and noise are taken by telephone at any hour.
        P: The occupancy rate of the park stands at {rate}%. Cleared land remains in lots of one to ten hectares.
        let rate = 48..86
        | Investors who look for land can see vacant lots, prices and utilities on the map of the Economic Zone Authority.
        P?: Two further parks are being planned along the coastal road; public consultation on their boundaries is to begin next year.

        === en-export-shipment
        for: english
        by: so-cong-thuong
        section: business
        pictures: harbour terraces
        tags: exports; agriculture
        let product, unit, places = green tea / tonnes / the tea hills of Tra Nuong | frozen shrimp / tonnes / farms along the coast | dried bamboo shoots / tonnes / cooperatives in Khe Truc | rice / tonnes / the plain of Hoa Dien | passion fruit purée / tonnes / growers in the uplands | cinnamon / tonnes / forest owners in the uplands | sim berry syrup / tonnes / cooperatives in the hills
        let n = 18..140/2
        let farms = 64..320/4
        let price = 12..28
        T: {n} {unit} of {product} leave An Son for overseas markets
        T: Growing standards open new markets for An Son {product}
        T: {farms} households supply {product} for export
        S: A shipment of {n} {unit} of {product} left Cua Lam Port on {d}, the fruit of a contract between an exporter and {farms} farming households.
        S: Exporters of {product} in An Son have signed contracts for the whole season after meeting the residue limits and traceability rules of demanding markets. {farms} households supply the first {n} {unit}.
        P: The goods come from {places}. Every household keeps a field diary on a telephone; a code on each box leads the buyer to the plot, the date of harvest and the test results.
        | Growers from {places} joined the scheme two years ago. They follow one production process, buy supplies together and have their crop tested before harvest.
        P: Under the contract, the exporter pays about {price}% more than the local market price and advances part of the cost of inputs.
        | The buyer guarantees a floor price; in return, growers must deliver at least four fifths of the crop and keep to the agreed list of plant protection products.
        H: Support for exporters
        P: The Department of Industry and Trade informs enterprises of changes in import rules, helps to register growing-area codes and pays part of the cost of the first test in an accredited laboratory.
        | Enterprises may ask the department for advice on rules of origin, labelling and quarantine. Advice is free of charge and given within three working days.
        P?: Certificates of origin are issued online; on average it takes less than four working hours.
        C: Goods being loaded at Cua Lam Port.

        === en-trade-fair
        for: english
        by: trung-tam-xuc-tien-dau-tu so-cong-thuong
        section: business
        months: 3-12
        pictures: festival city
        tags: trade promotion; local products
        let booths = 90..260/5
        let days = 4..6
        let products = 380..960/10
        let deals = 14..48
        T: Fair of local products opens in {place} with {booths} booths
        T: {products} specialities on show at An Son products fair
        T: The {season} fair brings producers and buyers together in {place}
        T: {deals} agreements signed at An Son products fair in {place}
        S: The fair of An Son specialities opened in {place} on {d} with {booths} booths and {products} products. It lasts {days} days and admission is free.
        S: Producers from all over the province are presenting {products} products at {booths} booths of the fair in {place}; {deals} agreements with distributors were signed on the first day.
        P: Tea, honey, fish sauce, pottery and brocade fill most of the booths. Each product carries a label that shows who made it, where, and how it has been rated by the provincial council.
        | Half of the booths are given free of charge to cooperatives and to producers from upland communes, many of whom are taking part for the first time.
        P: {deals} agreements between producers and shops, hotels and exporters were signed at the matching session on the first {halfday}.
        | At the matching session, buyers tasted samples, asked about capacity and signed {deals} agreements of principle.
        Q: Buyers no longer ask only about the price. They ask how we grow it, and we can show them. >> A tea grower from {place2}
        | Two days here taught us more about packaging than two years at home. >> The head of a cooperative in {place2}
        P?: In the evenings visitors can watch folk singing, learn to weave and taste {dish}.
        P: Opening hours are 8 am to 9.30 pm. Free shuttle buses run between the fair, the bus station and the railway station every 30 minutes.
        C: Visitors at the fair of local products.

        === en-business-dialogue
        for: english
        by: so-tai-chinh trung-tam-xuc-tien-dau-tu
        section: business
        pictures: hall
        tags: business climate; dialogue
        let people = 120..340/5
        let questions = 28..86
        let solved = 55%..80% of questions
        let rest = questions - solved
        let topic = land and construction | taxes and customs | access to credit | skilled labour | electricity and transport
        T: Provincial leaders answer {questions} questions from enterprises
        T: Business dialogue focuses on {topic}
        T: {rest} questions from enterprises to be answered before {d+20}
        S: {people} representatives of enterprises met provincial leaders on {d}. Most of their {questions} questions concerned {topic}.
        S: At the regular dialogue on {d}, provincial leaders answered {solved} of {questions} questions on the spot and set a deadline for the others.
        P: Opening the meeting, the chair of the Provincial People's Committee asked departments to answer directly, without repeating the text of regulations.
        | The meeting followed a simple rule: two minutes for a question, three for an answer, and the name of the officer in charge for whatever could not be settled.
        P: Of {questions} questions, {solved} were settled during the meeting. The remaining {rest} will be answered in writing before {d+20}; the answers will be published on this portal.
        TB: Questions raised at the dialogue
        TH: Status ;; Number
        TR: Answered at the meeting ;; {solved}
        TR: To be answered in writing ;; {rest}
        TR: Total ;; {questions}
        P: Small enterprises asked for simpler forms and for one inspection a year at most. The province has instructed inspectors to publish their annual plans and to avoid overlapping visits.
        | Several foreign-invested companies asked for faster work permits for technicians; the Department of Home Affairs undertook to reply to complete files within five working days.
        P?: The next dialogue is to be held in three months. Questions can be sent in advance in Vietnamese, English or Chinese.
        C: An enterprise speaks at the dialogue.

        === en-port
        for: english
        by: cang-vu-hang-hai so-xay-dung
        section: business
        pictures: harbour sea
        tags: seaport; logistics
        let tonnes = 320..780/2
        let ships = 64..180
        let boxes = 4200..12600/10
        let growth = 3.2..14.6
        T: Cua Lam Port handles {tonnes},000 tonnes of goods in {lastmonth}
        T: Traffic at Cua Lam Port up {growth}%
        T: {ships} ships call at Cua Lam Port in a month
        S: With {ships} ship calls, Cua Lam Port handled {tonnes},000 tonnes of goods in {lastmonth}, {growth}% more than a year earlier, the Maritime Port Authority reported on {d}.
        S: With {ships} ship calls, {boxes} containers and {tonnes},000 tonnes of goods, {growth}% more than a year earlier, {lastmonth} was a busy month for Cua Lam Port.
        P: Wood chips, building materials and farm produce made up most of the exports; machinery, fertiliser and animal feed led the imports.
        | Exports accounted for {share}% of the volume. Refrigerated containers with seafood and fruit grew faster than any other group.
        let share = 52..64
        P: The average stay of a ship fell to {hours} hours, thanks to electronic declarations and to pilots who are now on call day and night.
        let hours = 22..36
        | Port entry and departure are declared online; the Port Authority clears complete declarations within one hour.
        P: Dredging of the channel to a depth of 11 metres is to be completed next year, which will allow ships of 30,000 tonnes to enter at any tide.
        | A second berth for containers is being built; piling is finished and the quay is expected to be ready next year.
        P?: Lorries to the port should book a time slot through the port's application to avoid queues on {road}.
        C: Loading at Cua Lam Port.

        === en-skills
        for: english
        by: so-noi-vu so-giao-duc-va-dao-tao
        section: business
        pictures: school city
        tags: vocational training; labour
        let trainees = 180..760/10
        let trade, plural = industrial electricity / electricians | precision mechanics / machine operators | hospitality / hotel and restaurant staff | garment technology / garment technicians | logistics / warehouse and logistics staff | food processing / food technicians
        let job = 82%..96% of trainees
        T: {trainees} trainees start courses in {trade}
        T: College and employers train {plural} together
        T: An Son to train more {plural} for {park}
        S: {trainees} trainees began courses in {trade} at An Son College on {d}. Half of their time is to be spent in workshops of enterprises.
        S: Under an agreement between An Son College and employers in {park}, {trainees} young people are being trained as {plural}.
        P: Courses last from six to eighteen months. Employers take part in writing the curriculum, lend machines and pay trainees an allowance during practical work.
        | The programme combines lessons at the college with work in a plant from the second month. Each group of ten trainees has an instructor from the enterprise.
        P: Of the previous intake, {rate}% found a job within three months, most of them in the province.
        let rate = 84..97
        | Employers expect to recruit {job} of the {trainees} trainees; the others may continue to a higher diploma without an entrance examination.
        P: Tuition is free for ethnic minority trainees, people with disabilities and those from poor households, who also receive support for meals and travel.
        | Trainees from island and upland communes live in the dormitory free of charge.
        P?: Applications for the next courses are open until {d+30}, online or at any commune public service centre.

        === en-cooperative-model
        for: english
        by: so-nong-nghiep-va-moi-truong lien-minh-hop-tac-xa
        section: business
        pictures: terraces fields
        tags: agriculture; cooperatives
        terrain: upland midland plain
        let crop, way = tea / without chemical pesticides | rice / with alternate wetting and drying | vegetables / in net houses with drip irrigation | medicinal herbs / under the forest canopy | honey / with hives moved along the flowering season
        let members = 34..128
        let area = 18..140
        let more = 15..45/5
        T: Farmers in {place} earn more from {crop} grown {way}
        T: Cooperative in {place} grows {crop} {way}
        T: {members} households in {place} join hands to grow {crop}
        S: In {place}, {members} households farm {area} hectares together, growing {crop} {way}. Income per hectare is {more}% higher than before.
        S: A cooperative in {place} shows how smallholders can reach large buyers: {members} households, {area} hectares of {crop}, one process, one brand and {more}% more income.
        P: Three years ago each household sold to passing traders. Now members plan the season together, share machines and sell under contract.
        | The first season was hard: yields fell and some households left. From the second year, buyers agreed to pay more and neighbours began to ask how to join.
        P: Agricultural officers visit every two weeks to advise on pests and record keeping. The cooperative has its own sorting room and packing line.
        | With a loan at preferential interest, the cooperative bought a dryer and a cold store, so that members are no longer forced to sell on the day of harvest.
        Q: We used to worry about the price every morning. Now we worry about quality, which is in our hands. >> A member of the cooperative in {place}
        | Young people are coming back because they see a living in it. >> The director of the cooperative in {place}
        P?: Visitors are welcome by appointment; the cooperative also offers one-day farm tours.
        C: Fields of the cooperative in {place}.
        """
}
