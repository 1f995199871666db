/// Warnings, visas and other notices, for the portal in English.
extension FamilyTexts {
    static let englishNotices = """
        === en-storm
        for: english
        by: ban-chi-huy-phong-thu-dan-su
        section: notices
        months: 6-11
        terrain: coast island
        pictures: storm sea
        tags: storms; weather warnings
        let no = 3..11
        let force = 9..12
        let km = 180..420/10
        let rain = 150..320/10
        let speed = 10..25/5
        T: Storm No. {no} ({storm}) approaches An Son: advice to residents and visitors
        T: Storm {storm}: ferries stop, boats called to shelter
        T: Weather warning: storm {storm}, winds of force {force}
        S: At 7 am on {d}, the centre of storm No. {no} ({storm}) was about {km} km east of the coast of An Son, with winds of force {force}, moving west at {speed} km per hour.
        S: The Civil Defence Command asks everyone on the coast of An Son to prepare for storm No. {no} ({storm}), which is expected to bring winds of force {force} and up to {rain} mm of rain.
        P: All boats must return to shelter before {hour} on {d}. Ferries to Hon May Island have stopped; visitors on the island should remain in their hotels and follow instructions.
        let hour = noon | 2 pm | 5 pm
        | Boats have been called back and ferries to Hon May Island suspended. People in {place} and {place2} who live close to the sea are being moved to schools and other solid buildings.
        P: Rainfall of {rain} mm and more is expected in 24 hours, with flooding in low-lying areas and landslides in the uplands.
        | Heavy rain will begin {when}; totals of {rain} mm are possible. Streams in the uplands may rise within minutes.
        let when = this evening | tonight | tomorrow morning
        H: What to do
        L: Stay indoors, away from windows ;; Charge telephones and store water for two days ;; Do not cross flooded roads or streams ;; Keep your passport and medicine at hand ;; Follow instructions of the local authorities
        P: Foreign visitors who need help can ask at their hotel or call 112. Calls are answered in Vietnamese and English.
        | Emergency numbers: 112 for search and rescue, 113 for the police, 114 for fire and rescue, 115 for an ambulance.
        P: This notice will be updated every three hours on this portal.
        | The next update will be published in three hours. Please do not spread unconfirmed reports.
        C: Waves before the storm.

        === en-rain-landslide
        for: english
        by: ban-chi-huy-phong-thu-dan-su so-nong-nghiep-va-moi-truong
        section: notices
        months: 5-11
        terrain: upland midland
        pictures: storm mountains
        tags: weather warnings; landslides
        let rain = 90..240/10
        let points = 12..46
        let days = 2..3
        T: Heavy rain in the uplands: risk of landslides in {place} and {place2}
        T: Up to {rain} mm of rain expected: avoid travel to {place}
        T: {points} places at risk of landslides under watch
        S: Heavy rain is forecast for the uplands in the next {days} days, with {rain} mm in places. There is a high risk of landslides and flash floods in {place} and {place2}.
        S: Local authorities are watching {points} places at risk of landslides and ask travellers to put off trips to {place}, where up to {rain} mm of rain is expected.
        P: Signs of a landslide are new cracks in the ground or walls, leaning trees, springs that turn muddy or suddenly dry up, and a rumbling noise. Leave the slope at once and warn others.
        | Whoever notices cracks in the ground, leaning trees or muddy springs should leave at once, warn the neighbours and call the commune or 112.
        P: Trails and campsites in the national park are closed until further notice. Fees already paid will be refunded.
        | Walking tours have been suspended, and waterfalls and caves are closed to visitors.
        P: {points} places are guarded; roads may be closed at short notice. Drivers should not stop below steep slopes.
        | Excavators have been placed near {points} dangerous places in order to reopen roads quickly.
        P?: Schools in the communes concerned decide each morning before 6 am whether lessons take place.

        === en-heat
        for: english
        by: so-y-te
        section: notices
        months: 5-8
        pictures: fields sea
        tags: weather warnings; public health
        let top = 37..40
        let days = 3..6
        T: Heat of up to {top} degrees expected: advice from the Department of Health
        T: {days} hot days ahead: drink, rest, look after each other
        T: Heat warning for An Son until {d+5}
        S: Temperatures of up to {top} degrees are expected for {days} days. The Department of Health asks everyone to avoid the sun between 11 am and 4 pm.
        S: A heat wave of {days} days with up to {top} degrees lies ahead; elderly people, children and those who work outdoors are most at risk.
        L: Drink water often, before you are thirsty ;; Wear a hat and light clothing ;; Never leave a child or an animal in a parked car ;; Cool down before bathing ;; Check on neighbours who live alone
        P: Signs of heat stroke are hot, dry skin, confusion and a fast pulse. Bring the person into the shade, cool the body with water and call 115.
        | Headache, dizziness and cramps are early signs. Rest in the shade and drink. If someone is confused or loses consciousness, call 115 at once.
        P: Employers should move outdoor work to the early morning and late afternoon and provide shade and drinking water.
        | Outdoor sports lessons are suspended, and building sites should pause between 11 am and 3 pm.
        P: The risk of forest fire is at level {level} of five. Open fire is forbidden in and near forests.
        let level = four | five
        | Open fires in forests are forbidden until the next rain. To report a fire, call 114.

        === en-visa
        for: english
        by: cong-an-tinh so-ngoai-vu
        section: notices
        pictures: city harbour
        tags: visas; residence
        let matter, advice = electronic visas / apply only through the national e-visa portal and pay the official fee there | extension of temporary residence / apply at least five working days before the permitted stay ends | declaration of temporary residence / make sure that the hotel, homestay or landlord has declared your stay | temporary residence cards / let your employer or sponsor submit the file online | loss of a passport / report the loss to the nearest police station and to your embassy or consulate
        let n = 640..2400/10
        T: Notice to foreign visitors: {matter}
        T: {matter2}: answers to frequent questions
        let matter2 = Entry and stay | Visas and residence | Papers for foreign visitors
        T: Questions about {matter}? What visitors to An Son should know
        S: The Immigration Division of the Provincial Police reminds foreign visitors of the rules on {matter}: {advice}.
        S: {n} foreign citizens are staying in An Son at present. Many ask about {matter}; here are the most important points.
        P: On {matter}: {advice}. Officers never ask for payment by telephone or to a private account.
        | The main advice is to {advice}. Beware of websites that imitate official ones and charge several times the fee.
        P: Electronic visas may be issued for up to 90 days, for a single entry or for multiple entries. Citizens of some countries may enter without a visa for a limited time; please check before you travel.
        | An electronic visa may be valid for up to 90 days. Check the dates and the spelling of your name before you travel: mistakes cannot be corrected at the border.
        L: Passport, valid for at least six months ;; Address in An Son and dates of stay ;; A telephone number at which you can be reached
        P: The Immigration Division is open from 7.30 am to 11.30 am and from 1.30 pm to 5 pm on working days, and on Saturday mornings. There is no charge for advice.
        | Officers who speak English are on duty on working days. Complete files are settled within five working days.
        P?: Border areas and some islands require a permit; tour operators and hotels can advise you.

        === en-work-permit
        for: english
        by: so-noi-vu ban-quan-ly-khu-kinh-te
        section: notices
        pictures: city hall
        tags: work permits; labour
        let n = 84..320
        let share = 88..99
        T: Work permits for foreign employees: {n} issued in {lastmonth}
        T: Employers reminded to report foreign employees before {d+15}
        T: Filing for work permits now entirely online
        S: The Department of Home Affairs issued {n} work permits in {lastmonth}, {share}% of them on time, and reminds employers of the rules.
        S: After {n} work permits were issued in {lastmonth}, the Department of Home Affairs reminds employers of foreign staff to send their regular report before {d+15}.
        P: Employers file online and receive an electronic permit with a digital signature. Originals are shown only if officers have doubts.
        | Applications are made online by the employer. A receipt with a code shows at any time who is dealing with the file.
        L: Health certificate not older than twelve months ;; Criminal record certificate not older than six months ;; Proof of qualification or experience, legalised and translated ;; Photograph
        P: Documents issued abroad must be legalised, unless an agreement provides otherwise, and translated into Vietnamese by a certified translator.
        | Translations must be certified. The Department of Foreign Affairs explains which documents need legalisation.
        P: Whoever works without a permit, or employs someone without one, may be fined; the person concerned may have to leave the country.
        | Changes of position, employer or place of work must be reported before they take effect.
        P?: Questions in English are answered by e-mail within two working days.
        D: Notice on reporting the use of foreign employees >> {no}
        let no = doc TB-SNV -2

        === en-scam
        for: english
        by: cong-an-tinh
        section: notices
        pictures: city
        tags: security; fraud
        let trick, hint = calls from false police officers / the police never investigate by telephone and never ask for money | false hotel and ferry booking pages / book through the links on the tourism portal and compare the address of the page | messages about undelivered parcels / do not open links; ask the post office | job offers with easy money abroad / real employers do not ask for a deposit and do not keep your passport | investment groups with guaranteed profit / nobody can guarantee a profit | QR codes pasted over those of shops / check the name of the recipient before paying
        let cases = 14..68
        T: Beware of {trick}
        T: Police warn of {trick}
        T: {cases} reports of {trick} in {lastmonth}
        S: The Provincial Police received {cases} reports of {trick} in {lastmonth} and asks residents and visitors to be careful.
        S: After {cases} reports in {lastmonth}, the police warn of {trick}: {hint}.
        P: The offenders create pressure: there is always a deadline, a secret or a threat. Take your time, hang up and call the office concerned at its published number.
        | Victims report that they were told not to speak with anyone. That is the surest sign of fraud: talk to someone before you pay.
        P: Remember: {hint}.
        | One rule protects against this trick: {hint}.
        L: Never give a code received by text message to anyone ;; Do not install applications from a link ;; Keep messages and payment receipts as evidence ;; Ask your bank at once to stop the payment
        P: Reports are taken at every police station, by telephone on 113 and through the VNeID application. An interpreter is provided free of charge.
        | Whoever has lost money should report it within the first hours, when payments can still be stopped. Call 113 or go to any police station.

        === en-holiday-hours
        for: english
        by: van-phong-ubnd-tinh trung-tam-phuc-vu-hanh-chinh-cong
        section: notices
        months: 1,2,4,8,11,12
        pictures: festival flowers
        tags: opening hours; notices
        let desks = 6..18
        let back = 4..9
        T: Opening hours of public offices during the coming holidays
        T: Holiday notice: public service centres reopen after {back} days
        T: {desks} emergency desks remain open during the holidays
        S: Public offices will be closed for {back} days during the coming public holidays. {desks} desks for urgent matters remain open in the mornings.
        S: The Office of the Provincial People's Committee announced on {d} how offices, hospitals and ferries will operate during the {back} days of the holidays; {desks} emergency desks remain open.
        P: Files can be submitted online at any time; the time limit begins on the first working day after the holidays.
        | Time limits do not run on public holidays. Files submitted online will be opened on the first working day.
        P: Hospitals keep their emergency wards open at all hours. A list of pharmacies on duty is posted at every health station.
        | Emergency wards, the fire service, the police and the waterworks are on duty without interruption.
        L: Births, deaths and urgent certificates: 8 am to 11 am ;; Provincial Museum and library: 8 am to 5 pm ;; Ferries to Hon May Island: weekend timetable ;; Banks: cash machines only
        P?: Visitors should carry some cash, since many shops close early on the first day of the holidays.
        P: The traffic police will be on duty around the clock. The rule is the same as on every other day: do not drive after drinking.
        | More buses and ferries will run on the day before the holidays and on the last day. Fares may not be raised.

        === en-road-closure
        for: english
        by: so-xay-dung ban-an-toan-giao-thong
        section: notices
        pictures: bridge city
        tags: traffic; notices
        let days = 3..21
        let cause, advice = resurfacing / follow the yellow signs | the laying of a water main / use the parallel street | a cultural event / park at the stadium and walk | the repair of a bridge joint / plan ten minutes more | tree care before the storm season / do not park on the pavement
        T: {road} closed for {days} days from {d+3}
        T: Traffic notice: {road} closed because of {cause}
        T: Changes of traffic on {road} and {bridge} from {d+3}
        S: Because of {cause}, {road} will be closed to motor vehicles from 9 pm on {d+3} for {days} days.
        S: From {d+3}, drivers must avoid {road}, where traffic is stopped for {days} days because of {cause}.
        P: Lorries of more than 3.5 tonnes must use the ring road. Ambulances and fire engines may pass at any time.
        | Cars and motorcycles are diverted through neighbouring streets; lorries must use the ring road.
        P: Residents may reach their homes on foot or by bicycle. The Traffic Safety Board gives drivers this advice: {advice}.
        | Houses and shops remain accessible on foot. Advice to drivers: {advice}.
        P: Bus stops on {road} have been moved by up to 200 metres; the temporary stops are shown in the bus application.
        | Buses run a different route during this time; timetables are posted at the temporary stops.
        P?: If work ends early, the road will be reopened at once and this notice updated.
        """
}
