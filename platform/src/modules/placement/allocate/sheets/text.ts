type Say = (value: string, detail: string) => readonly [problem: string, remedy: string];
const say = (make: Say) => make;

/** What is wrong with a row of the two spreadsheets, and what to do; the detail is what the code says beside it. */
export const sheetRefusalText = {
	nb: {
		"nobody-named": say(() => ["Studenten har verken nummer eller navn.", "Fyll ut ett av dem."]),
		"profession-differs": say((_, rows) => [
			`Utdanning mangler i ${rows} av radene, og plassene er for ulike utdanninger.`,
			"Fyll ut kolonnen «Utdanning», eller si det for alle med --profession sykepleie.",
		]),
		"year-differs": say((_, rows) => [
			`Studieår mangler i ${rows} av radene, og plassene er for ulike år.`,
			"Fyll ut kolonnen «Studieår», eller si det for alle med --year 3.",
		]),
		"firstDay-differs": say((_, rows) => [
			`Første dag mangler i ${rows} av radene, og det er flere å velge mellom.`,
			"Fyll ut kolonnen «Første dag», eller si det for alle med --from 11.01.2027.",
		]),
		"lastDay-differs": say((_, rows) => [
			`Siste dag mangler i ${rows} av radene, og det er flere å velge mellom.`,
			"Fyll ut kolonnen «Siste dag», eller si det for alle med --to 05.03.2027.",
		]),
		"firstDay-unsaid": say(() => [
			"Verken studentene eller plassene har noen første dag.",
			"Fyll ut kolonnen «Første dag» i en av filene, eller si det for alle med --from 11.01.2027.",
		]),
		"lastDay-unsaid": say(() => [
			"Verken studentene eller plassene har noen siste dag.",
			"Fyll ut kolonnen «Siste dag» i en av filene, eller si det for alle med --to 05.03.2027.",
		]),
		"same-student": say((value, row) => [
			`Studenten «${value}» står også i rad ${row} med samme emne og overlappende dager.`,
			"Slett den ene raden.",
		]),
		"same-offer": say((value, row) => [
			`Tilbudet på «${value}» overlapper tilbudet i rad ${row}: samme utdanning, studieår og dager.`,
			"Slå radene sammen og legg sammen plassene, eller del opp dagene.",
		]),
		"ends-before-start": say((value, day) => [`Siste dag (${value}) er før første dag (${day}).`, "Rett en av dem."]),
		"unknown-municipality": say((value, near) => [
			`«${value}» er ikke en kommune i Norge.`,
			near === "" ? "Skriv navnet eller det firesifrede nummeret." : `Mente du ${near}?`,
		]),
		"unknown-host": say((value, near) => [
			`«${value}» er ikke en kommune, og raden sier ikke hvor stedet ligger.`,
			near === "" ? "Rett navnet, eller fyll ut koordinater." : `Mente du ${near}? Ellers: fyll ut koordinater.`,
		]),
		"unknown-wish": say((value, near) => [
			`Ønsket «${value}» er verken et praksissted i kapasitetsfilen, en kommune eller et fylke.`,
			near === "" ? "Skriv navnet slik det står i kapasitetsfilen." : `Mente du «${near}»?`,
		]),
		"several-sites": say((value, where) => [
			`Flere steder heter «${value}»: ${where}.`,
			"Skriv stedet og kommunen med komma mellom.",
		]),
		"unknown-postcode": say((value) => [
			`Postnummeret ${value} finnes ikke i filen med postnumre.`,
			"Rett det, eller fyll ut koordinater eller kommune.",
		]),
		"years-unreadable": say((value) => [
			`Studieårene «${value}» kan ikke leses.`,
			"Skriv for eksempel 3, 2, 3 eller 1-3.",
		]),
		"other-setting": say((value, first) => [
			`Stedet har to slags tjenestested: «${value}» her og «${first}» lenger opp.`,
			"Bruk det samme i alle radene.",
		]),
		"moved-site": say((value, row) => [
			`«${value}» ligger et annet sted her enn i rad ${row}.`,
			"Bruk samme postnummer og koordinater i alle radene, eller gi stedene hvert sitt navn.",
		]),
	},
	nn: {
		"nobody-named": say(() => ["Studenten har verken nummer eller namn.", "Fyll ut eitt av dei."]),
		"profession-differs": say((_, rows) => [
			`Utdanning manglar i ${rows} av radene, og plassane er for ulike utdanningar.`,
			"Fyll ut kolonnen «Utdanning», eller sei det for alle med --profession sjukepleie.",
		]),
		"year-differs": say((_, rows) => [
			`Studieår manglar i ${rows} av radene, og plassane er for ulike år.`,
			"Fyll ut kolonnen «Studieår», eller sei det for alle med --year 3.",
		]),
		"firstDay-differs": say((_, rows) => [
			`Første dag manglar i ${rows} av radene, og det er fleire å velje mellom.`,
			"Fyll ut kolonnen «Første dag», eller sei det for alle med --from 11.01.2027.",
		]),
		"lastDay-differs": say((_, rows) => [
			`Siste dag manglar i ${rows} av radene, og det er fleire å velje mellom.`,
			"Fyll ut kolonnen «Siste dag», eller sei det for alle med --to 05.03.2027.",
		]),
		"firstDay-unsaid": say(() => [
			"Verken studentane eller plassane har nokon første dag.",
			"Fyll ut kolonnen «Første dag» i ei av filene, eller sei det for alle med --from 11.01.2027.",
		]),
		"lastDay-unsaid": say(() => [
			"Verken studentane eller plassane har nokon siste dag.",
			"Fyll ut kolonnen «Siste dag» i ei av filene, eller sei det for alle med --to 05.03.2027.",
		]),
		"same-student": say((value, row) => [
			`Studenten «${value}» står òg i rad ${row} med same emne og overlappande dagar.`,
			"Slett den eine rada.",
		]),
		"same-offer": say((value, row) => [
			`Tilbodet på «${value}» overlappar tilbodet i rad ${row}: same utdanning, studieår og dagar.`,
			"Slå saman radene og legg saman plassane, eller del opp dagane.",
		]),
		"ends-before-start": say((value, day) => [`Siste dag (${value}) er før første dag (${day}).`, "Rett ein av dei."]),
		"unknown-municipality": say((value, near) => [
			`«${value}» er ikkje ein kommune i Noreg.`,
			near === "" ? "Skriv namnet eller det firesifra nummeret." : `Meinte du ${near}?`,
		]),
		"unknown-host": say((value, near) => [
			`«${value}» er ikkje ein kommune, og rada seier ikkje kvar staden ligg.`,
			near === "" ? "Rett namnet, eller fyll ut koordinatar." : `Meinte du ${near}? Elles: fyll ut koordinatar.`,
		]),
		"unknown-wish": say((value, near) => [
			`Ønsket «${value}» er verken ein praksisstad i kapasitetsfila, ein kommune eller eit fylke.`,
			near === "" ? "Skriv namnet slik det står i kapasitetsfila." : `Meinte du «${near}»?`,
		]),
		"several-sites": say((value, where) => [
			`Fleire stader heiter «${value}»: ${where}.`,
			"Skriv staden og kommunen med komma mellom.",
		]),
		"unknown-postcode": say((value) => [
			`Postnummeret ${value} finst ikkje i fila med postnummer.`,
			"Rett det, eller fyll ut koordinatar eller kommune.",
		]),
		"years-unreadable": say((value) => [
			`Studieåra «${value}» kan ikkje lesast.`,
			"Skriv til dømes 3, 2, 3 eller 1-3.",
		]),
		"other-setting": say((value, first) => [
			`Staden har to slags tenestestad: «${value}» her og «${first}» lenger opp.`,
			"Bruk det same i alle radene.",
		]),
		"moved-site": say((value, row) => [
			`«${value}» ligg ein annan stad her enn i rad ${row}.`,
			"Bruk same postnummer og koordinatar i alle radene, eller gi stadene kvart sitt namn.",
		]),
	},
	en: {
		"nobody-named": say(() => ["The student has neither number nor name.", "Fill in one of them."]),
		"profession-differs": say((_, rows) => [
			`The profession is blank in ${rows} of the rows, and the places are for different ones.`,
			"Fill in the column “Profession”, or say it for all with --profession nursing.",
		]),
		"year-differs": say((_, rows) => [
			`The year of study is blank in ${rows} of the rows, and the places are for different years.`,
			"Fill in the column “Year of study”, or say it for all with --year 3.",
		]),
		"firstDay-differs": say((_, rows) => [
			`The first day is blank in ${rows} of the rows, and there are several to choose between.`,
			"Fill in the column “First day”, or say it for all with --from 2027-01-11.",
		]),
		"lastDay-differs": say((_, rows) => [
			`The last day is blank in ${rows} of the rows, and there are several to choose between.`,
			"Fill in the column “Last day”, or say it for all with --to 2027-03-05.",
		]),
		"firstDay-unsaid": say(() => [
			"Neither students nor places have a first day.",
			"Fill in the column “First day” in one of the files, or say it for all with --from 2027-01-11.",
		]),
		"lastDay-unsaid": say(() => [
			"Neither students nor places have a last day.",
			"Fill in the column “Last day” in one of the files, or say it for all with --to 2027-03-05.",
		]),
		"same-student": say((value, row) => [
			`The student “${value}” is also in row ${row} with the same course and overlapping days.`,
			"Delete one of the rows.",
		]),
		"same-offer": say((value, row) => [
			`The offer at “${value}” overlaps the one in row ${row}: same profession, years of study and days.`,
			"Join the rows and add the places, or divide the days.",
		]),
		"ends-before-start": say((value, day) => [
			`The last day (${value}) is before the first (${day}).`,
			"Correct one of them.",
		]),
		"unknown-municipality": say((value, near) => [
			`“${value}” is not a Norwegian municipality.`,
			near === "" ? "Write its name or its four-digit number." : `Did you mean ${near}?`,
		]),
		"unknown-host": say((value, near) => [
			`“${value}” is not a municipality, and the row does not say where the site is.`,
			near === ""
				? "Correct the name, or fill in coordinates."
				: `Did you mean ${near}? Otherwise fill in coordinates.`,
		]),
		"unknown-wish": say((value, near) => [
			`The wish “${value}” is not a site in the capacity file, nor a municipality or a county.`,
			near === "" ? "Write the name as it stands in the capacity file." : `Did you mean “${near}”?`,
		]),
		"several-sites": say((value, where) => [
			`Several sites are called “${value}”: ${where}.`,
			"Write site and municipality with a comma between.",
		]),
		"unknown-postcode": say((value) => [
			`The postcode ${value} is not in the file of postcodes.`,
			"Correct it, or fill in coordinates or municipality.",
		]),
		"years-unreadable": say((value) => [
			`The years of study “${value}” cannot be read.`,
			"Write for example 3, 2, 3 or 1-3.",
		]),
		"other-setting": say((value, first) => [
			`The site has two settings: “${value}” here and “${first}” further up.`,
			"Use the same in all its rows.",
		]),
		"moved-site": say((value, row) => [
			`“${value}” is somewhere else here than in row ${row}.`,
			"Use the same postcode and coordinates in all its rows, or give the sites different names.",
		]),
	},
} as const;
export type SheetRefusalCode = keyof (typeof sheetRefusalText)["nb"];
