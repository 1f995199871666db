/// Government, reform, roads and the province's dealings with the world, for the portal in English.
extension FamilyTexts {
    static let englishNews = """
        === en-monthly-economy
        for: english
        by: thong-ke-tinh
        section: news
        pictures: city harbour
        tags: economy; statistics
        let industry = 5.4..12.8
        let exports = 112..264
        let retail = 5.9..13.4
        let budget = 1240..2380/5
        T: Industrial output of An Son up {industry}% in {lastmonth}
        T: An Son's economy in {lastmonth}: exports reach US${exports} million
        T: Economy keeps pace in {lastmonth}, public investment needs a push
        S: Industrial output grew by {industry}% and exports reached US${exports} million in {lastmonth}, according to the Provincial Statistics Office.
        S: The Provincial People's Committee reviewed the economy at its regular meeting on {d}: industry and trade grew, while public investment fell behind the plan.
        TB: Main indicators, {lastmonth}
        TH: Indicator ;; Value
        TR: Industrial output, year on year ;; +{industry}%
        TR: Exports ;; US${exports} million
        TR: Retail sales and services, year on year ;; +{retail}%
        TR: Budget revenue since January ;; VND {budget} billion
        P: Growth came mainly from processing and manufacturing. Farming was stable; aquaculture suffered from high temperatures at the beginning of the month.
        | Wood products, garments and seafood remained the main exports. Retail trade rose by {retail}%, helped by tourism and by promotions of local products.
        P: Only {disbursed}% of planned public investment has been disbursed. The main obstacles are site clearance and the price of building materials.
        let disbursed = 36..74
        | The meeting asked every project owner to commit to a weekly schedule; capital will be moved from slow projects to those that can use it.
        P?: Consumer prices rose by {cpi}% from the month before, chiefly because of food and fuel.
        let cpi = 0.1..0.6

        === en-delegation
        for: english
        by: so-ngoai-vu
        section: news
        event: delegation
        pictures: hall city
        tags: international cooperation
        let nguoi = 8..24
        let noidung = vocational training and internships | processing of farm produce | general education and student exchange | forest conservation and ecotourism
        T: International delegation visits An Son
        T: An Son and foreign partners discuss {noidung}
        T: Delegation of {nguoi} members looks into cooperation on {noidung}
        S: Representatives of An Son received an international delegation of {nguoi} members on {d} to discuss cooperation on {noidung}.
        S: Cooperation on {noidung} was the main subject when provincial officials met a delegation of {nguoi} members from abroad on {d}.
        P: Both sides presented what they have to offer and agreed to begin with small, concrete steps, with a timetable and named contacts.
        | The province introduced its natural conditions, its workforce and its plans, and proposed a joint working group on {noidung}.
        P: The delegation visited {place}, where it saw how people work and met pupils of local schools.
        | During the visit, the guests travelled to {place} to see cooperatives and a vocational school.
        P: A draft memorandum is to be exchanged before {d+40}; online meetings will be held every quarter.
        | The two sides will exchange a draft memorandum before {d+40} and meet online every three months.
        C: At the meeting with the delegation.

        === en-one-stop
        for: english
        by: van-phong-ubnd-tinh
        section: news
        event: one-stop
        pictures: city fields
        tags: administrative reform; public services
        let hoso = 860..4200/10
        let dunghan = 95%..99% of hoso
        let tructuyen = 62%..93% of hoso
        let hl = 96..99
        T: Public service centre of {place} handles {hoso} files in a month
        T: {hl}% of users satisfied with the public service centre of {place}
        T: A month at the one-stop desk of {place}
        S: The public service centre of {place} received {hoso} files during the past month, {tructuyen} of them online.
        S: Better guidance at the door has helped the public service centre of {place} to settle {dunghan} of {hoso} files on time.
        P: Visitors are helped to take a number, choose a counter and check their papers as soon as they arrive. A separate desk serves elderly people, people with disabilities and pregnant women.
        | The centre opens 15 minutes early. Two officers show visitors how to file online, and one counter gives priority to elderly people and people with disabilities.
        TB: Files received and settled during the month
        TH: Indicator ;; Files
        TR: Received ;; {hoso}
        TR: Filed online ;; {tructuyen}
        TR: Settled on or before time ;; {dunghan}
        P: In the electronic survey, {hl}% of users said they were satisfied or very satisfied. Most suggestions concerned parking space and self-service printers.
        | Asked right after their visit, {hl}% of users were satisfied; some wished for longer opening hours in the afternoon and more seats.
        P?: In the coming weeks, mobile desks will visit remote hamlets at weekends.
        C: Help with an online form at the public service centre of {place}.

        === en-signature
        for: english
        by: so-khoa-hoc-va-cong-nghe
        section: news
        event: signature
        pictures: hall
        tags: digital transformation
        let hocvien = 60..240/5
        let ngay = 2..3
        T: {hocvien} officials learn to use digital signatures
        T: Training in digital signatures and electronic files
        T: Digital signatures to replace paper in An Son's offices by the end of {year}
        S: A training course in digital signatures and electronic files began on {d} for {hocvien} officials.
        S: The course on digital signatures lasts {ngay} days; two thirds of the time is spent practising on everyday files.
        P: Participants learn to sign on a computer and on a telephone, to check whether a certificate is valid, to solve common errors and to keep the signing device safe.
        | The course covers the legal value of electronic documents, personal and official signatures, checking a signature and archiving electronic files.
        P: By the end of {year}, all outgoing documents are to be signed digitally and sent through the government's exchange system, except classified ones.
        | The aim is to stop sending a paper copy alongside a document that has been signed electronically.
        P: Trainers reminded participants never to lend their signing device, not to store passwords on shared computers and to report at once if a key may have been exposed.
        P?: The course ends with an online test and an electronic certificate.
        C: Practising digital signatures on a test system.

        === en-online-services
        for: english
        by: trung-tam-phuc-vu-hanh-chinh-cong so-khoa-hoc-va-cong-nghe
        section: news
        pictures: city hall
        tags: administrative reform; online services
        let procedures = 24..96
        let cut = 30..50/5
        let share = 68..94
        let area = business registration | construction permits | land registration | work permits | social protection
        T: {procedures} more procedures can be completed entirely online
        T: Time for {area} cut by {cut}%
        T: Online filing rate reaches {share}% in An Son
        S: From {d}, {procedures} procedures, among them {area}, can be completed online from the application to the result.
        S: An Son has cut the time needed for {area} by {cut}% and removed papers that the administration already holds.
        P: Applicants sign in with their electronic identity, fill in a form that already contains the data known to the administration, pay the fee online and receive a result with a digital signature.
        | Whoever has a national electronic identity account may file from home. Foreign residents can use their electronic identity account as well.
        P: For {area}, the time limit is {cut}% shorter than before.
        P: Files can be submitted at any commune, whatever the place of residence; the result is sent by post or electronically, as the applicant chooses.
        | The rule "no boundary within the province" applies to all these procedures: a file may be submitted at any public service centre.
        L: Check the list of procedures and the papers required ;; Sign in with an electronic identity account ;; Upload papers and pay the fee online ;; Follow the file with the code on the receipt
        P: {share}% of the files in {lastmonth} came in online. Officers must give the reason in writing if they ask for additional papers, and may ask only once.
        | In {lastmonth}, {share}% of files were submitted online and nearly all were settled on time. Late files are published with an apology and a new date.
        P?: A hotline in Vietnamese and English answers questions from 7.30 am to 5 pm on working days.
        D: Decision announcing the list of procedures provided entirely online >> {no}
        let no = doc QĐ-UBND -4

        === en-bridge-works
        for: english
        by: ban-quan-ly-du-an-giao-thong so-xay-dung
        section: news
        pictures: bridge river
        tags: transport; public investment
        let length = 420..980/10
        let cost = 460..1840/10
        let progress = 38..96
        let workers = 140..360/10
        T: {bridge} {progress}% complete
        T: {workers} workers on site as {bridge} takes shape
        T: {bridge}: main span to be closed by {d+60}
        S: Construction of {bridge} is {progress}% complete. {workers} engineers and workers are on site in two shifts.
        S: The Transport Works Management Board reported on {d} that {bridge}, {length} metres long, was {progress}% complete. {workers} people are on site.
        P: The bridge will cross the {river} and connect {place} with {place2}. It has four lanes for motor vehicles and a separate path for walkers and cyclists.
        | At present people in {place} must take a detour of {detour} kilometres or wait for the ferry. The bridge over the {river} will bring {place2} within ten minutes.
        let detour = 9..24
        P: Total investment is VND {cost} billion, from central and provincial budgets. The contractor is bound to repair defects for five years.
        | The work costs VND {cost} billion. Independent inspectors check the concrete of each segment before the next one is cast.
        P: In order to finish before the rainy season, girders are cast in a yard near the site while the foundations are still under construction.
        | Floods in the rainy season cost the builders some weeks; additional equipment has been brought in to recover the delay.
        P?: During lifting work, boats must pass under the guidance of the waterway police; signals are placed 300 metres upstream and downstream.
        C: The site of {bridge}.

        === en-air-and-bus
        for: english
        by: so-xay-dung
        section: news
        pictures: city bridge
        tags: transport; public transport
        let line = the old town and Cat Vong Beach | the railway station and Phu Sa Industrial Park | Binh Sa and Cua Lam Port | the hospital district and An Son University | the bus station and the Lung May visitor centre
        let buses = 12..36/2
        let fare = 8000..15000/1000
        let minutes = 10..25/5
        T: New bus line between {line}
        T: {buses} electric buses to run between {line}
        T: A bus every {minutes} minutes between {line}
        S: From {d+7}, {buses} electric buses will run between {line}, every {minutes} minutes from 5.30 am to 9 pm.
        S: The province is opening a bus line between {line}. Travel is free in the first fifteen days.
        P: A single ticket costs VND {fare}; monthly tickets are available for students and workers. Children under six, people aged 60 and over and people with disabilities travel free.
        | Passengers pay VND {fare} in cash, by card or by scanning a code. Buses have a low floor, a ramp and announcements in Vietnamese and English.
        P: Stops are {apart} metres apart on average, and all of them show the waiting time. Bicycles may be carried on the front rack outside rush hours.
        let apart = 400..700/50
        | Waiting times are shown at the stops and in the application "Xe buýt An Sơn". At both ends of the line, there is free parking for bicycles and motorcycles.
        P: The Department of Construction expects the line to carry about {riders} passengers a day after six months and asks passengers to report overcrowding.
        let riders = 1800..5200/100
        | After three months, the timetable will be reviewed on the basis of the number of passengers and their comments.
        P?: Road users on {road} are asked to leave the bus lane free between 6 am and 8 am and between 4.30 pm and 6.30 pm.

        === en-council-session
        for: english
        by: van-phong-doan-dbqh-va-hdnd
        section: news
        pictures: hall city
        tags: People's Council; local government
        let resolutions = 14..32
        let matter = support for vocational training in rural areas | free health checks for elderly people | fees for the collection of household waste | support for innovative start-ups | school meals in upland communes | incentives for public transport
        let answers = 18..54
        let starts = a special session | a regular session | its thematic session
        T: People's Council adopts {resolutions} resolutions
        T: Provincial People's Council decides on {matter}
        T: Delegates question heads of departments about {matter}
        S: The Provincial People's Council held {starts} on {d} and adopted {resolutions} resolutions, among them one on {matter}.
        S: At {starts} on {d}, delegates of the Provincial People's Council discussed {matter}, adopted {resolutions} resolutions and put {answers} questions to heads of departments.
        P: The resolution on {matter} takes effect from the first day of {nextmonth}. Communes are to publish the list of beneficiaries before payment.
        | Before the vote, the draft had been open for public comment for 30 days. Comments and replies are published on the portal of the council.
        P: Delegates put {answers} questions. Each answer was limited to five minutes and ended with a date by which the matter is to be settled.
        | Heads of departments answered {answers} questions, which were broadcast live. Matters left open will be followed up at the next session.
        P: The Provincial People's Committee is to report on implementation every six months.
        | Committees of the council will inspect how the resolutions are carried out in {place}, {place2} and other localities.
        D: Resolution of the Provincial People's Council on {matter} >> {no}
        let no = doc NQ-HĐND 0

        === en-open-data
        for: english
        by: so-khoa-hoc-va-cong-nghe
        section: news
        pictures: city
        tags: digital transformation; open data
        let sets = 48..180
        let subject = bus timetables and traffic counts | rainfall and water levels | prices of farm produce | health facilities and opening hours | public works and their progress | air quality measurements
        let users = 120..460/10
        T: An Son opens data on {subject}
        T: {sets} data sets now free for everyone to use
        T: Developers invited to build on open data of An Son
        S: The province has opened data on {subject}; with these, {sets} data sets can be downloaded and used free of charge.
        S: Since {d}, anyone may use data on {subject}, provided the source is named; {sets} data sets are open by now.
        P: Data are offered in open formats, with a description, the date of the last update and the name of the officer in charge. No personal data are included.
        | Every data set states how it was collected and how often it is updated. Personal data have been removed, and small figures are rounded.
        P: More than {users} developers, students and journalists have registered for the programming interface, which allows 10,000 calls a day.
        | The programming interface has {users} registered users, who have built travel planners, flood maps and price alerts.
        P: The Department of Science and Technology asks users to report mistakes; corrections are published within five working days.
        | Which data should be opened next? Proposals can be sent until {d+30}; those most in demand come first.
        P?: A competition for students with prizes in three categories is to close at the end of {nextmonth}.
        """
}
