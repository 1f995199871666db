/// Festivals, sights, food and journeys, for the portal in English.
extension FamilyTexts {
    static let englishTravel = """
        === en-festival
        for: english
        by: so-van-hoa-the-thao-va-du-lich
        section: travel
        pictures: festival flowers river
        tags: festivals; culture
        let days = 2..4
        let troupes = 8..24
        let visitors = 18..64
        T: {festival} {year}: programme and travel advice
        T: {troupes} troupes at this year's {festival}
        T: {festival} to welcome {visitors},000 visitors in {place}
        K: Festivals
        S: The {festival} begins in {place} on {d+5} and lasts {days} days. Admission is free.
        S: With {troupes} troupes, a procession and a market of local food, the {festival} in {place} will open on {d+5}.
        P: The festival opens with an offering ceremony at dawn, followed by a procession in which every hamlet carries its own banner.
        | At dawn, elders hold the offering ceremony; visitors may watch from behind the rope and are asked not to use flashlights.
        P: In the afternoons there are games: wrestling, tug of war, swings and rice-cooking on the march. In the evenings, {troupes} troupes sing and dance in turn.
        | During the day, guests can learn to weave, to print paper or to cook {dish}. In the evenings, {troupes} troupes perform on the square.
        H: For visitors
        L: Shuttle buses from Binh Sa every 20 minutes, 6 am to 10 pm ;; Parking prices are posted and may not be exceeded ;; Dress modestly at the place of worship ;; Lost property and first aid: tent at the main gate
        P: Last year about {visitors},000 people came. Organisers recommend booking a room early and avoiding the hours between 4 pm and 7 pm on the roads.
        | Rooms fill up quickly: around {visitors},000 guests are expected. Homestays with free rooms are listed on the tourism portal.
        P?: An interpreter for English and Chinese is present at the information desk.
        C: At the {festival}.

        === en-visitors
        for: english
        by: so-van-hoa-the-thao-va-du-lich
        section: travel
        pictures: sea terraces city
        tags: tourism; statistics
        let total = 240..680
        let foreign = 12..58
        let growth = 4.2..18.6
        let revenue = 310..940
        let stay = 1.6..2.8
        T: An Son welcomes {total},000 visitors in {lastmonth}
        T: Number of visitors up {growth}%
        T: Visitors stay longer: {stay} days on average
        S: An Son welcomed {total},000 visitors in {lastmonth}, {growth}% more than a year ago; {foreign},000 of them came from abroad.
        S: Tourism earned the province VND {revenue} billion in {lastmonth}; the number of guests rose by {growth}%, and they stayed {stay} days on average.
        TB: Tourism in {lastmonth}
        TH: Indicator ;; Value
        TR: Visitors ;; {total},000
        TR: Visitors from abroad ;; {foreign},000
        TR: Revenue ;; VND {revenue} billion
        TR: Average stay ;; {stay} days
        P: Beaches and islands remained the first choice. The fastest growth was in the uplands, where more and more guests walk, cycle and stay with families.
        | The uplands were the surprise of the month: homestays in Lung May and Tra Nuong were booked out at weekends.
        P: Hotels were {rate}% full on average. The department inspected prices and safety at {checked} businesses and fined those that had not posted their prices.
        let rate = 48..82
        let checked = 32..96
        | Inspectors visited {checked} businesses; most followed the rules. Guests may report overcharging by telephone in English at any hour.
        P: In the coming months, new trails, an evening market and a visitor centre are to open.
        | The province has asked localities to improve signs in foreign languages, public toilets and the collection of waste.

        === en-trail
        for: english
        by: so-van-hoa-the-thao-va-du-lich vuon-quoc-gia-lung-may
        section: travel
        terrain: upland midland
        months: 9-5
        pictures: terraces mountains forest
        tags: trekking; homestay
        let km = 9..26
        let days = 2..3
        let homes = 8..32
        let guides = 14..46
        T: New {km}-kilometre trail through {place}
        T: {days} days on foot from {place} to {place2}
        T: Sleeping among the hills: {homes} homestays along the trail in {place}
        S: A marked trail of {km} kilometres, {days} days on foot, leads from {place} to {place2}, past terraces, springs and {homes} homestays.
        S: Walkers need {days} days for the new trail of {km} kilometres in {place}, with {homes} homestays along the way. {guides} local guides have been trained and licensed.
        P: The trail follows old paths between villages. Wooden posts mark every kilometre; maps in Vietnamese, English and Chinese stand at the starting points.
        | The first day leads through bamboo forest, the second along rice terraces to a waterfall. The steepest part has steps and a handrail.
        P: A licensed guide is compulsory inside the national park and recommended elsewhere. The fee is agreed per group, not per person, and goes to the guide in full.
        | Guides come from the villages along the way. They speak simple English, know first aid and carry a radio.
        H: Before you set out
        L: Register at the visitor centre or online ;; Carry water for half a day and a rain jacket ;; Wear long trousers and closed shoes ;; Take your rubbish back with you ;; Turn back if streams rise
        P: A bed in a homestay with dinner and breakfast costs VND {price},000. Families receive the full amount; a small share goes to the fund that maintains the trail.
        let price = 250..420/10
        | Homestays charge VND {price},000 for dinner, bed and breakfast. Guests eat with the family; vegetarian meals should be ordered a day ahead.
        P?: Between May and August the trail may be closed at short notice because of heavy rain.
        C: On the trail through {place}.

        === en-food
        for: english
        by: so-van-hoa-the-thao-va-du-lich
        section: travel
        pictures: city festival fields
        tags: food; travel
        let stalls = 24..90
        let where = the riverside night market | the old quarter of Cho Vang | the fish market of Hai Van | the food street of Binh Sa | the weekend market of Tra Nuong
        T: Where to taste {dish}
        T: {stalls} stalls, one evening: eating in {where}
        T: A plate of {dish} and the story behind it
        S: In {where}, {stalls} stalls cook in front of their guests. Whoever wants to try {dish} should come before seven.
        S: Few visitors leave An Son without tasting {dish}. In {where}, cooks at {stalls} stalls show how it is made.
        P: The ingredients come from gardens and boats nearby and change with the season. In {season}, cooks add young bamboo shoots and wild herbs.
        | Every family has its own recipe. What they share is patience: a low fire, a clay pot, and a handful of herbs at the very end.
        P: Stalls display a food safety certificate and their prices. Visitors who cannot eat peanuts, fish sauce or shellfish find a card with these words in Vietnamese at the information desk.
        | All cooks have attended a food safety course. Prices are written on boards; bargaining is unusual at food stalls.
        Q: My mother cooked it for the boatmen. I cook it for people who have come a long way to taste it. >> A cook in {where}
        | If you cannot smell it from across the street, it is not ready. >> A cook in {where}
        P: The market is open from 5 pm to 11 pm. Buses stop within five minutes' walk; parking is limited.
        | Cooking lessons for up to eight guests take place every morning, beginning with a walk through the market.

        === en-heritage
        for: english
        by: ban-quan-ly-di-tich-va-danh-thang so-van-hoa-the-thao-va-du-lich
        section: travel
        pictures: city mountains festival
        tags: heritage; culture
        let monument, part = Lam Ha communal house / the carved beams | the old citadel of Thanh Vong / the southern gate | Cau Ngoi pagoda / the bell tower | the Hon May lighthouse / the spiral stairs | the merchants' houses of Cho Vang / the tiled roofs
        let cost = 6..48
        let months = 8..18
        let craftsmen = 14..46
        T: Restoration of {monument} begins
        T: {craftsmen} craftsmen restore {part} of {monument}
        T: Visitors may watch the restoration of {monument}
        S: Work on {part} of {monument} began on {d}. {craftsmen} craftsmen will need about {months} months.
        S: The province is spending VND {cost} billion to restore {monument}, beginning with {part}; {craftsmen} craftsmen are at work.
        P: Before work started, every piece was measured, photographed and numbered. Whatever can be kept is kept; new parts are marked with the year.
        | The restorers use the old materials: ironwood, lime mortar and hand-made tiles from a village in the province. Iron nails are not allowed.
        P: The site stays open. Visitors can watch the craftsmen from a gallery and, on Saturday mornings, ask them questions.
        | For safety, one part of the site is closed; the rest remains open from 7.30 am to 5 pm, and admission is halved.
        P: Residents of {place} contributed old photographs that show how {monument} looked in earlier times.
        | Archaeologists used the opportunity to dig two trenches and found pottery and bricks, now on show in the Provincial Museum.
        P?: Three-dimensional models can be seen on the website of the Provincial Museum.

        === en-beach-safety
        for: english
        by: so-van-hoa-the-thao-va-du-lich ban-chi-huy-phong-thu-dan-su
        section: travel
        months: 4-9
        terrain: coast island
        pictures: sea
        tags: beaches; safety
        let guards = 24..68
        let toilets = 12..36
        T: {beach} ready for the season with {guards} lifeguards
        T: Swim between the flags: safety on {beach}
        T: What the flags on {beach} mean
        S: {guards} lifeguards are on duty at {beach} and other beaches from 5 am to 6.30 pm until the end of the season.
        S: After days of strong currents, the management of {beach} asks swimmers to stay between the flags.
        P: A red and yellow flag marks a guarded area. A red flag means that swimming is forbidden. Outside the flags, currents can carry even good swimmers out to sea.
        | Rip currents look like calm, dark strips between breaking waves. If you are caught, stay calm, float, and swim parallel to the beach until you leave the current.
        L: Never swim alone or after drinking alcohol ;; Keep children within arm's reach ;; Leave the water at the first thunder ;; Rinse jellyfish stings with sea water, not with fresh water ;; In an emergency call 112 or the lifeguards' tower
        P: Jet skis and boats must stay outside the buoys. The commune fines those who drive inside the swimming area.
        | New this year are {toilets} showers and toilets, a path for wheelchairs to the water and free drinking water.
        P?: Beach cleaning volunteers meet every Sunday at 6 am; gloves and bags are provided.
        C: Morning at {beach}.

        === en-island
        for: english
        by: so-van-hoa-the-thao-va-du-lich cang-vu-hang-hai
        section: travel
        months: 3-10
        pictures: sea harbour
        tags: Hon May Island; travel
        let trips = 4..10/2
        let minutes = 55..80/5
        let fare = 160..240/10
        let limit = 600..1200/50
        T: Ferry timetable for Hon May Island in {month}
        T: {trips} ferries a day to Hon May Island
        T: Hon May Island limits visitors to {limit} a day
        S: From {d+2}, {trips} ferries a day sail between Cua Lam and Hon May Island, which admits {limit} day visitors at most. The crossing takes {minutes} minutes.
        S: In order to protect the reef and its springs, Hon May Island admits {limit} day visitors at most; tickets for the {trips} daily ferries can be reserved online.
        P: The first ferry leaves at 6.30 am, the last one returns at 5 pm. A single ticket costs VND {fare},000; islanders and children under six travel free.
        | Ferries leave from the passenger quay. Please arrive 30 minutes early with your passport or identity card. The fare is VND {fare},000.
        P: When the wind reaches force six, ferries stop. Passengers are informed by text message and may change their ticket free of charge.
        | Departures depend on the weather. Tickets for cancelled ferries are refunded in full within three days.
        P: Single-use plastic bags and boxes are not allowed on the island. Bottles can be refilled at the quay, the lighthouse and the beach.
        | Anchoring on the reef is prohibited; boats must use the buoys. Snorkellers are asked to touch nothing and to use mineral sun cream.
        P?: Electric cars and bicycles can be hired at the quay; there are no petrol vehicles for visitors.
        C: On the way to Hon May Island.

        === en-craft
        for: english
        by: so-van-hoa-the-thao-va-du-lich lien-minh-hop-tac-xa
        section: travel
        terrain: upland midland plain
        pictures: terraces city festival
        tags: handicrafts; culture
        let craft, product = pottery / jars and tea sets | brocade weaving / scarves and bags | bamboo work / baskets and lamps | paper making / paper and notebooks | silver work / ornaments
        let makers = 24..140/2
        let guests = 180..940/10
        T: {craft2}: {makers} households in {place} keep a craft alive
        let craft2 = From hand to hand | Patience and skill | An old trade, new buyers
        T: Learn {craft} in {place}
        T: {place}: where {craft} is still done by hand
        S: In {place}, {makers} households live on {craft}. Visitors can try it themselves in open workshops.
        S: {makers} households in {place} live on {craft}. About {guests} guests a month come to watch and take home {product} they have made.
        P: Materials come from the surroundings, and nothing is wasted. It takes at least two years before an apprentice works without help.
        | Work begins before sunrise, when the air is cool. An apprentice needs two years to reach an even quality.
        P: Ten years ago only a few elderly masters were left. Courses at the commune's school and orders from hotels have brought young people back.
        | Young makers have changed the shapes but not the method; their {product} are now sold in shops in several cities.
        Q: A machine makes a thousand that are the same. I have never made two that are. >> A master craftswoman in {place}
        | My hands know it better than I do. >> A master craftsman in {place}
        P: Workshops are open every day except on the first day of the lunar month. A lesson of two hours costs VND {price},000, materials included.
        let price = 80..220/10
        | A lesson lasts two hours and costs VND {price},000. Finished pieces can be sent by post within the country and abroad.
        C: A workshop in {place}.
        """
}
