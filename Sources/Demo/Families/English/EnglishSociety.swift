/// Health, schools, welfare and the environment, for the portal in English.
extension FamilyTexts {
    static let englishSociety = """
        === en-vaccination
        for: english
        by: so-y-te trung-tam-kiem-soat-benh-tat
        section: society
        pictures: city school
        tags: public health; vaccination
        let children = 4200..18600/100
        let posts = 42..128
        let disease = measles and rubella | Japanese encephalitis | diphtheria, tetanus and whooping cough | polio
        let done = 91..98
        T: {children} children to be vaccinated against {disease}
        T: Vaccination against {disease} begins in {place} and {place2}
        T: {posts} posts open for vaccination against {disease}
        S: The Department of Health begins a round of vaccination against {disease} on {d+3}. About {children} children will be vaccinated at {posts} posts, free of charge.
        S: Parents are asked to check their children's vaccination records before {d+3}, when {posts} posts open to vaccinate about {children} children against {disease}.
        P: Children are vaccinated at the health station of their commune or ward or at school, whether or not their residence is registered in the province.
        | Families who have moved recently, foreign residents included, may go to the nearest health station with the child's vaccination record.
        P: Every child is examined before the injection and observed for at least 30 minutes afterwards. Parents should continue to watch for fever or a rash at home for 24 hours.
        | Please tell the nurse about allergies, current illness and earlier reactions. After the injection the child stays at the post for at least 30 minutes.
        L: Bring the vaccination record or show it on a telephone ;; Give the child a light meal beforehand ;; Do not bring a child with a high fever; another date will be offered
        P: In the previous round, {done}% of children in the age group were reached. Mobile teams will visit hamlets that are far from a health station.
        | The aim is to reach at least 95% of the age group. Boats will carry a team to Hon May Island if the sea allows.
        P?: Emergency calls are answered on 115 at any hour.

        === en-dengue
        for: english
        by: so-y-te trung-tam-kiem-soat-benh-tat
        section: society
        months: 5-11
        pictures: city fields
        tags: public health; dengue fever
        let cases = 34..186
        let change = 8..42
        let clusters = 3..14
        T: {cases} cases of dengue fever in a month: what to do
        T: Dengue fever: {clusters} clusters found, residents asked to empty standing water
        T: Health officials call for a weekly ten minutes against mosquitoes
        S: {cases} cases of dengue fever were recorded in {lastmonth}, {change}% more than in the month before, with {clusters} clusters. There were no deaths.
        S: Teams from health stations and youth unions will check households in {place} and {place2} after {clusters} clusters of dengue fever were found among {cases} cases in {lastmonth}.
        P: The mosquitoes that carry dengue breed in clean standing water: jars, flower vases, old tyres, blocked gutters. Most breeding places found lay within houses and gardens.
        | Inspections showed that two out of five households had at least one container with larvae, usually without knowing it.
        L: Cover water tanks and jars ;; Change the water in vases every week ;; Turn over or throw away anything that collects rain ;; Sleep under a net, even by day ;; Wear long sleeves at dawn and dusk
        P: Anyone with sudden high fever, headache and muscle pain should see a doctor and should not take aspirin or ibuprofen, which can cause bleeding.
        | See a doctor on the first day of a high fever. Danger signs are belly pain, repeated vomiting, bleeding gums and restlessness; call 115 without delay.
        P: Spraying is carried out only where there are cases, and is announced by loudspeaker and text message a day ahead.
        | Spraying kills flying mosquitoes for a few days only. Removing standing water is what ends an outbreak.

        === en-hospital
        for: english
        by: so-y-te
        section: society
        pictures: city
        tags: health care; hospitals
        let service, gain = a stroke unit / treatment within the first hours without a transfer to another province | a remote consultation room / advice from specialists of central hospitals | a dialysis ward / treatment three times a week close to home | a neonatal intensive care unit / care for babies born from the 28th week | electronic medical records / an end to carrying paper files from room to room | a foreign-language reception desk / help in English and Chinese from registration to payment
        let patients = 420..1600/10
        let cost = 8..64
        T: {hospital} introduces {service}
        T: {service2} at {hospital}
        let service2 = New service for patients | Shorter ways to treatment | Better care close to home
        S: {hospital} introduced {service} on {d}, which means {gain}.
        S: For patients in An Son, {service} at {hospital} means {gain}.
        P: The hospital invested VND {cost} billion in equipment, partly from donations, and sent doctors and nurses for training of three to twelve months.
        | Preparations took a year. Equipment worth VND {cost} billion has been installed, and central hospitals have trained the staff.
        P: About {patients} patients are treated at the hospital every day. Appointments can be made online or by telephone, which reduces waiting to less than 30 minutes.
        | With {patients} visits a day, the hospital encourages patients to make an appointment. Those who arrive at the appointed time are usually seen within 30 minutes.
        P: Costs are covered by health insurance according to the general rules. Patients without insurance find the price list at the reception and on the hospital's website.
        | Health insurance pays for the service at the usual rates; foreign visitors can pay by card and receive documents for their insurer in English.
        Q: Patients from the uplands used to travel a whole day. Now they are here within two hours. >> A doctor at the hospital
        | Minutes decide. Every minute we save means that more people can walk and speak again. >> A doctor at the hospital
        P?: The hospital is open for emergencies at any hour; the ambulance number is 115.

        === en-school-year
        for: english
        by: so-giao-duc-va-dao-tao
        section: society
        months: 7-9
        pictures: school
        tags: education; new school year
        let pupils = 214..268
        let schools = 684..742
        let rooms = 140..420/10
        let teachers = 180..640/10
        T: {pupils},000 pupils ready for the new school year
        T: {schools} schools in An Son open their doors on 5 September
        T: {rooms} new classrooms for the coming school year
        S: About {pupils},000 pupils at {schools} schools will begin the new school year on 5 September. {rooms} classrooms have been built or repaired over the summer.
        S: With {rooms} new or repaired classrooms and {teachers} newly recruited teachers, schools in An Son are prepared for the new year.
        P: Schools may collect only the fees on the published list. Parents who are asked for anything else should inform the Department of Education and Training.
        | The list of permitted fees is posted at every school and on the department's website. Contributions must be voluntary, and the same amount may not be asked of every family.
        P: In upland communes, boarding houses have been repaired in time; pupils there receive rice and an allowance for meals.
        | In {place}, volunteers helped teachers to carry desks to outlying classes; textbooks have been delivered to all of them.
        P: On the first day, streets around schools in Binh Sa are closed to cars between 6.30 am and 8.30 am.
        | Parents are asked to let children walk the last 200 metres: streets around schools will be closed to cars in the morning.
        P?: Children of foreign residents are enrolled at public schools under the same rules; the school may offer extra lessons in Vietnamese.

        === en-students-abroad
        for: english
        by: truong-dai-hoc-an-son so-ngoai-vu
        section: society
        pictures: school city
        tags: education; international exchange
        let students = 18..64
        let weeks = 4..16
        let subject = marine science | Vietnamese language and culture | agriculture in the uplands | tourism management | software engineering | traditional architecture
        let families = 12..40
        T: {students} international students come to An Son to study {subject}
        T: Exchange programme in {subject} opens at An Son University
        T: {weeks} weeks in An Son: students from abroad learn about {subject}
        S: {students} students from abroad began a programme of {weeks} weeks in {subject} at An Son University on {d}.
        S: An Son University and its partners opened an exchange programme in {subject}; {students} students will stay for {weeks} weeks.
        P: Lectures are given in English. Every student is paired with one from the university; both write a joint report that counts towards their degree.
        | The programme combines lectures in English with field work in {place} and {place2}, where students live with host families.
        P: {families} families in the province have offered rooms. The university helps with temporary residence registration, insurance and a telephone number.
        | The students stay with {families} host families, who have been advised on residence registration and on food allergies.
        Q: I came for the research, but what I will remember is dinner with my host family. >> A student of the programme
        | In the first week I learned ten words of Vietnamese a day. My host grandmother checked every evening. >> A student of the programme
        P: Applications for the next programme are open until {d+45}. Scholarships cover tuition and half of the living costs.
        | The next intake is planned for {nextyear}; the university will publish the conditions in {nextmonth}.

        === en-forest
        for: english
        by: chi-cuc-kiem-lam vuon-quoc-gia-lung-may so-nong-nghiep-va-moi-truong
        section: society
        terrain: upland midland
        pictures: forest mountains
        tags: environment; forests
        let trees = 24000..66000/1000
        let area = 20..44/2
        let households = 140..620/10
        let pay = 340..980/10
        T: {trees} native trees planted in {place}
        T: {households} households paid for protecting forest in {place}
        T: Forest in {place} comes back, hectare by hectare
        S: {trees} seedlings of native species have been planted on {area} hectares in {place} by residents, students and soldiers.
        S: In {place}, {households} households protect the forest under contract and are paid for it from the fees of hydropower plants and water companies. Together they have planted {trees} trees.
        P: The seedlings come from a nursery in the commune, which collects seed in the surrounding forest. Survival is checked after three months, one year and three years.
        | Instead of fast-growing timber, the planters chose native species that hold the soil and shelter springs. The first check will take place in three months.
        P: The {households} households on patrol receive VND {pay},000 per hectare and year. Payments are made to bank accounts and the list is posted at the hamlet's house.
        | For their patrols, {households} households receive VND {pay},000 per hectare a year; part of the sum goes to a common fund of the hamlet.
        P: Cameras and satellite images help to discover clearing and fire early. Hikers are asked not to make fires and to take their rubbish with them.
        | Since satellite images have been used, rangers reach a place of suspected clearing within a day instead of a week.
        P?: Companies and visitors can sponsor trees; each sponsor receives the coordinates of the plot.
        C: Young forest in {place}.

        === en-clean-water
        for: english
        by: trung-tam-nuoc-sach-nong-thon so-nong-nghiep-va-moi-truong
        section: society
        terrain: upland midland plain coast
        pictures: river fields
        tags: rural development; clean water
        let homes = 640..2800/10
        let cost = 14..68
        let pipe = 18..74
        T: Clean water for {homes} households in {place}
        T: New waterworks in {place} begin operation
        T: {pipe} kilometres of pipes bring clean water to {place}
        S: {homes} households in {place} and {place2} have been connected to clean water since {d}.
        S: New waterworks with {pipe} kilometres of pipes, built at a cost of VND {cost} billion, went into operation in {place} on {d}.
        P: Until now many families depended on wells and on rainwater, which ran short in the dry months. Water is now available at any hour.
        | For years, families here bought water by the barrel in the dry months. Water from the new plant costs about a tenth of what they used to pay.
        P: The water is tested every day at the plant and every month at the tap; results are published on the website of the Rural Clean Water Centre.
        | An automatic station measures turbidity, chlorine and acidity; the results can be seen on the website of the Rural Clean Water Centre.
        P: Poor households are connected free of charge. Others pay the cost of the meter, in three instalments if they wish.
        | The connection is free for poor households and for families of people with merit to the nation.
        P?: The next stage will extend the network to outlying hamlets by the end of {nextyear}.

        === en-housing
        for: english
        by: mat-tran-to-quoc so-xay-dung
        section: society
        pictures: fields terraces
        tags: social protection; housing
        let houses = 46..240
        let done = 58%..96% of houses
        let each = 60..90/5
        T: {houses} new homes for poor households
        T: Family in {place} moves into a new house before the rainy season
        T: {done} of {houses} houses for families in need completed
        S: {done} of {houses} houses for poor families have been completed under the provincial programme, the Fatherland Front Committee reported on {d}.
        S: With VND {each} million of support for each house and the work of neighbours, {done} of {houses} families in need have moved into solid homes.
        P: Each family receives VND {each} million from the budget and from donations. Neighbours, soldiers and young volunteers help with transport and building.
        | Donors may choose a family to support. The fund publishes every contribution and every payment on its website.
        P: The houses have a hard floor, a hard frame and a hard roof; those in flood-prone areas have a raised loft in which a family can stay for several days.
        | Three designs were offered, adapted to the lowlands, the uplands and the coast. In {place}, many families kept the traditional stilt house.
        Q: When it rained at night, we used to sit up and hold the roof mats. Now the children sleep. >> A mother of three in {place}
        | It is the first house in our family with a door that locks. >> A resident of {place}
        P: The remaining houses are to be finished before {d+60}. Those without land of their own receive a plot from the commune.
        | Work on the other houses is under way; they are to be handed over before {d+60}.

        === en-sports
        for: english
        by: so-van-hoa-the-thao-va-du-lich
        section: society
        pictures: river sea festival
        tags: sport; community
        let runners = 800..4200/50
        let event, course = half marathon / along the river and across two bridges | trail run / through tea hills and forest | cycling tour / on the coastal road | dragon boat regatta / on the river in front of the old quay | open-water swim / around the bay
        T: {runners} take part in the An Son {event}
        T: An Son {event} takes athletes {course}
        T: Roads closed for the An Son {event} on {d+6}
        S: {runners} athletes have registered for the An Son {event} on {d+6}. The route runs {course}.
        S: The An Son {event} will be held on {d+6} with {runners} participants from home and abroad. The route runs {course}.
        P: The start is at 5.30 am. Part of the entry fees goes to school libraries in upland communes.
        | To avoid the heat, the first group starts at 5.30 am. There are prizes for all age groups and for teams of families.
        P: Some roads will be closed between 4.30 am and 9.30 am, among them {road}. Residents can pass at marked crossings when marshals give the sign.
        | {road} and nearby streets will be closed from 4.30 am to 9.30 am; buses run on the routes shown at the stops.
        P: Doctors and ambulances are on duty along the course. Participants with heart disease or fever are asked not to start.
        | Water is offered in reusable cups. Volunteers will clean the course after the last athlete has passed.
        P?: Spectators are welcome; the best view is from the {river} promenade.
        """
}
