import type { ImportWords } from "../../../../import/kind.server.ts";
import { type Facts, type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText, formatShortDate, type Language } from "../../../../language.ts";

/** What may be wrong with a row of capacity; the last two are warnings. */
export type CapacityFinding =
	| "host-unknown"
	| "host-missing"
	| "years-unreadable"
	| "institution-unknown"
	| "setting-unknown"
	| "postcode-unknown"
	| "site-closed"
	| "ends-before-start"
	| "least-over-places"
	| "over-most"
	| "other-most"
	| "offers-overlap"
	| "overlaps-other"
	| "too-many-offers"
	| "promised"
	| "promised-at-once"
	| "site-differs"
	| "no-email";

type Sentences = FindingText<CapacityFinding>[Language];

const day = (language: Language, detail: Facts["detail"]) => formatShortDate(language, String(detail.date));

const nb: Sentences = {
	"host-unknown": ({ value }) => ({
		problem: `Vi finner ingen kommune eller annen praksisvert som heter «${value}».`,
		remedy: "Skriv navnet eller kommunenummeret slik det står i Læringsarena.",
	}),
	"host-missing": one(
		"Raden sier ikke hvilken kommune stedet ligger i.",
		"Skriv navnet eller nummeret til kommunen, eller navnet på en annen praksisvert.",
	),
	"years-unreadable": ({ value }) => ({
		problem: `Studieåret «${value}» kan ikke leses.`,
		remedy: "Skriv for eksempel 2, 3 eller 1-3. La feltet stå tomt når alle år passer.",
	}),
	"institution-unknown": ({ value }) => ({
		problem: `Vi finner ikke noen institusjon som heter «${value}».`,
		remedy: "Skriv navnet slik det står i Læringsarena, eller la feltet stå tomt.",
	}),
	"setting-unknown": ({ value }) => ({
		problem: `Vi kjenner ikke typen «${value}».`,
		remedy:
			"Skriv for eksempel Sykehjem, Hjemmetjeneste, Omsorgsbolig, Psykisk helse, Barnevern eller Skole, eller la feltet stå tomt.",
	}),
	"postcode-unknown": ({ value }) => ({
		problem: `Postnummeret ${value} finnes ikke, og stedet er nytt.`,
		remedy: "Rett nummeret, eller la feltet stå tomt. Da regner vi reisevei fra midt i kommunen.",
	}),
	"site-closed": ({ value, detail }) => ({
		problem: `«${value}» er lagt ned. Siste dag: ${day("nb", detail)}.`,
		remedy: "Rett dagene, skriv et annet sted, eller ta stedet i bruk igjen først.",
	}),
	"ends-before-start": one("Siste dag er før første dag.", "Rett en av datoene."),
	"least-over-places": ({ detail }) => ({
		problem: `Det kan ikke være flere sammen enn det er plasser (${detail.places}).`,
		remedy: "Rett «Minst sammen» eller plassene.",
	}),
	"over-most": ({ detail }) => ({
		problem: `Det er flere plasser enn stedet tar imot samtidig (${detail.most}).`,
		remedy: "Rett plassene eller «Høyst samtidig».",
	}),
	"other-most": ({ value, detail }) => ({
		problem: `Stedet tar ${value} samtidig her, og ${detail.most} i rad ${detail.firstRow}.`,
		remedy: "Skriv det samme tallet i begge radene, eller bare i den ene.",
	}),
	"offers-overlap": ({ detail }) => ({
		problem: `${detail.firstRow ? `Rad ${detail.firstRow} gjelder` : "Stedet har allerede et tilbud for"} samme utdanning, studieår og dager.`,
		remedy: "Slå sammen til ett tilbud, eller rett dagene.",
	}),
	"overlaps-other": one(
		"Stedet har allerede plasser for samme utdanning, studieår og dager.",
		"Skriv de samme dagene som tilbudet har, så endres det. Eller endre det i Læringsarena.",
	),
	"too-many-offers": ({ detail }) => ({
		problem: `Stedet får flere enn ${detail.most} tilbud i samme tidsrom.`,
		remedy: "Slå sammen tilbud, for eksempel flere studieår i samme rad.",
	}),
	promised: ({ detail }) => ({
		problem: `${detail.places} plasser er lovet bort (${detail.holder}), så det kan ikke bli færre.`,
		remedy: `Skriv minst ${detail.places}, eller avtal med dem som har fått plassene først.`,
	}),
	"promised-at-once": ({ detail }) => ({
		problem: `${detail.places} plasser er lovet bort samtidig (${detail.holder}), så taket kan ikke være lavere.`,
		remedy: `Skriv minst ${detail.places} i «Høyst samtidig».`,
	}),
	"site-differs": one(
		"Stedet står med noe annet i Læringsarena.",
		"Kapasiteten tas inn, men stedet endres ikke. Rett det på siden for stedet.",
	),
	"no-email": ({ detail }) => ({
		problem:
			detail.sites === 1
				? "Et nytt praksissted står uten e-post, så det kan ikke spørres eller få beskjed på e-post."
				: `${detail.sites} nye praksissteder står uten e-post, så de kan ikke spørres eller få beskjed på e-post.`,
		remedy: "Fyll ut kolonnen «E-post til kontaktperson», eller gi stedene lenker selv når de skal svare.",
	}),
};

const nn: Sentences = {
	"host-unknown": ({ value }) => ({
		problem: `Vi finn ingen kommune eller annan praksisvert som heiter «${value}».`,
		remedy: "Skriv namnet eller kommunenummeret slik det står i Læringsarena.",
	}),
	"host-missing": one(
		"Rada seier ikkje kva kommune staden ligg i.",
		"Skriv namnet eller nummeret til kommunen, eller namnet på ein annan praksisvert.",
	),
	"years-unreadable": ({ value }) => ({
		problem: `Studieåret «${value}» kan ikkje lesast.`,
		remedy: "Skriv til dømes 2, 3 eller 1-3. La feltet stå tomt når alle år passar.",
	}),
	"institution-unknown": ({ value }) => ({
		problem: `Vi finn ikkje nokon institusjon som heiter «${value}».`,
		remedy: "Skriv namnet slik det står i Læringsarena, eller la feltet stå tomt.",
	}),
	"setting-unknown": ({ value }) => ({
		problem: `Vi kjenner ikkje typen «${value}».`,
		remedy:
			"Skriv til dømes Sjukeheim, Heimeteneste, Omsorgsbustad, Psykisk helse, Barnevern eller Skule, eller la feltet stå tomt.",
	}),
	"postcode-unknown": ({ value }) => ({
		problem: `Postnummeret ${value} finst ikkje, og staden er ny.`,
		remedy: "Rett nummeret, eller la feltet stå tomt. Då reknar vi reiseveg frå midt i kommunen.",
	}),
	"site-closed": ({ value, detail }) => ({
		problem: `«${value}» er lagd ned. Siste dag: ${day("nn", detail)}.`,
		remedy: "Rett dagane, skriv ein annan stad, eller ta staden i bruk igjen først.",
	}),
	"ends-before-start": one("Siste dag er før første dag.", "Rett ein av datoane."),
	"least-over-places": ({ detail }) => ({
		problem: `Det kan ikkje vere fleire saman enn det er plassar (${detail.places}).`,
		remedy: "Rett «Minst saman» eller plassane.",
	}),
	"over-most": ({ detail }) => ({
		problem: `Det er fleire plassar enn staden tek imot samtidig (${detail.most}).`,
		remedy: "Rett plassane eller «Høgst samtidig».",
	}),
	"other-most": ({ value, detail }) => ({
		problem: `Staden tek ${value} samtidig her, og ${detail.most} i rad ${detail.firstRow}.`,
		remedy: "Skriv det same talet i begge radene, eller berre i den eine.",
	}),
	"offers-overlap": ({ detail }) => ({
		problem: `${detail.firstRow ? `Rad ${detail.firstRow} gjeld` : "Staden har alt eit tilbod for"} same utdanning, studieår og dagar.`,
		remedy: "Slå saman til eitt tilbod, eller rett dagane.",
	}),
	"overlaps-other": one(
		"Staden har alt plassar for same utdanning, studieår og dagar.",
		"Skriv dei same dagane som tilbodet har, så blir det endra. Eller endre det i Læringsarena.",
	),
	"too-many-offers": ({ detail }) => ({
		problem: `Staden får fleire enn ${detail.most} tilbod i same tidsrom.`,
		remedy: "Slå saman tilbod, til dømes fleire studieår i same rad.",
	}),
	promised: ({ detail }) => ({
		problem: `${detail.places} plassar er lova bort (${detail.holder}), så det kan ikkje bli færre.`,
		remedy: `Skriv minst ${detail.places}, eller avtal med dei som har fått plassane først.`,
	}),
	"promised-at-once": ({ detail }) => ({
		problem: `${detail.places} plassar er lova bort samtidig (${detail.holder}), så taket kan ikkje vere lågare.`,
		remedy: `Skriv minst ${detail.places} i «Høgst samtidig».`,
	}),
	"site-differs": one(
		"Staden står med noko anna i Læringsarena.",
		"Kapasiteten blir teken inn, men staden blir ikkje endra. Rett det på sida for staden.",
	),
	"no-email": ({ detail }) => ({
		problem:
			detail.sites === 1
				? "Ein ny praksisstad står utan e-post, så han kan ikkje spørjast eller få beskjed på e-post."
				: `${detail.sites} nye praksisstader står utan e-post, så dei kan ikkje spørjast eller få beskjed på e-post.`,
		remedy: "Fyll ut kolonnen «E-post til kontaktperson», eller gi stadene lenkjer sjølv når dei skal svare.",
	}),
};

const en: Sentences = {
	"host-unknown": ({ value }) => ({
		problem: `We find no municipality or other host called “${value}”.`,
		remedy: "Write the name or number as it stands in Læringsarena.",
	}),
	"host-missing": one(
		"The row does not say which municipality the site is in.",
		"Write the name or number of the municipality, or the name of another host.",
	),
	"years-unreadable": ({ value }) => ({
		problem: `The year of study “${value}” cannot be read.`,
		remedy: "Write for example 2, 3 or 1-3. Leave it blank where any year will do.",
	}),
	"institution-unknown": ({ value }) => ({
		problem: `We find no institution called “${value}”.`,
		remedy: "Write the name as it stands in Læringsarena, or leave it blank.",
	}),
	"setting-unknown": ({ value }) => ({
		problem: `We do not know the kind “${value}”.`,
		remedy: "Write for example Nursing home, Home care, Assisted living, Child welfare or School, or leave it blank.",
	}),
	"postcode-unknown": ({ value }) => ({
		problem: `The postcode ${value} does not exist, and the site is new.`,
		remedy: "Correct it, or leave it blank. Travel is then worked out from the middle of the municipality.",
	}),
	"site-closed": ({ value, detail }) => ({
		problem: `“${value}” is closed. Its last day: ${day("en", detail)}.`,
		remedy: "Correct the days, write another site, or open the site again first.",
	}),
	"ends-before-start": one("The last day is before the first.", "Correct one of the dates."),
	"least-over-places": ({ detail }) => ({
		problem: `There cannot be more together than there are places (${detail.places}).`,
		remedy: "Correct the least together, or the places.",
	}),
	"over-most": ({ detail }) => ({
		problem: `There are more places than the site takes at once (${detail.most}).`,
		remedy: "Correct the places, or the most at once.",
	}),
	"other-most": ({ value, detail }) => ({
		problem: `The site takes ${value} at once here, and ${detail.most} in row ${detail.firstRow}.`,
		remedy: "Write the same number in both rows, or in one of them.",
	}),
	"offers-overlap": ({ detail }) => ({
		problem: `${detail.firstRow ? `Row ${detail.firstRow} is for` : "The site already has an offer for"} the same profession, years and days.`,
		remedy: "Make them one offer, or correct the days.",
	}),
	"overlaps-other": one(
		"The site already has places for the same profession, years and days.",
		"Write the same days as that offer has, and it will be changed. Or change it in Læringsarena.",
	),
	"too-many-offers": ({ detail }) => ({
		problem: `The site gets more than ${detail.most} offers in the same time.`,
		remedy: "Make offers one, for example several years of study in one row.",
	}),
	promised: ({ detail }) => ({
		problem: `${detail.places} places are promised (${detail.holder}), so there cannot be fewer.`,
		remedy: `Write at least ${detail.places}, or agree with those who have the places first.`,
	}),
	"promised-at-once": ({ detail }) => ({
		problem: `${detail.places} places are promised at once (${detail.holder}), so the most cannot be lower.`,
		remedy: `Write at least ${detail.places} as the most at once.`,
	}),
	"site-differs": one(
		"The site says something else in Læringsarena.",
		"The capacity is taken in, but the site is not changed. Correct it on the page of the site.",
	),
	"no-email": ({ detail }) => ({
		problem:
			detail.sites === 1
				? "A new site has no e-mail address, so it cannot be asked or told by e-mail."
				: `${detail.sites} new sites have no e-mail address, so they cannot be asked or told by e-mail.`,
		remedy: "Fill in the column “Contact's e-mail”, or give the sites links yourself when they are to answer.",
	}),
};

export const capacityFindings: FindingText<CapacityFinding> = { nb, nn, en };

/** What the pages of import say of capacity. */
export const capacityWords = defineText({
	nb: {
		title: "Kapasitet",
		about: "Hvor mange studenter hvert praksissted tar imot, og når.",
		upload: "Importer kapasitet",
		current: "Last ned kapasiteten dere har",
		rules: [
			"Én rad for hvert tilbud: sted, utdanning, studieår, dager og plasser.",
			"Et tilbud kjennes igjen på sted, utdanning, studieår, dager og hvem plassene er holdt av til. Nytt antall plasser endrer tilbudet.",
			"Steder som ikke finnes, blir opprettet. Nye tilbud venter på godkjenning, eller følger kapasiteten de legges til.",
			"Tilbud som ikke står i filen, blir stående som de er.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Tilbud",
		nowhere: "",
		besides: "Nye praksissteder",
		take: (_count: number, shown: string) => `Importer ${shown} tilbud`,
		see: "Se kapasiteten",
		job: "Import av kapasitet",
		files: { current: "kapasitet", template: "mal-kapasitet" },
	} satisfies ImportWords,
	nn: {
		title: "Kapasitet",
		about: "Kor mange studentar kvar praksisstad tek imot, og når.",
		upload: "Importer kapasitet",
		current: "Last ned kapasiteten de har",
		rules: [
			"Éi rad for kvart tilbod: stad, utdanning, studieår, dagar og plassar.",
			"Eit tilbod blir kjent att på stad, utdanning, studieår, dagar og kven plassane er haldne av til. Nytt tal på plassar endrar tilbodet.",
			"Stader som ikkje finst, blir oppretta. Nye tilbod ventar på godkjenning, eller følgjer kapasiteten dei blir lagde til.",
			"Tilbod som ikkje står i fila, blir ståande som dei er.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Tilbod",
		nowhere: "",
		besides: "Nye praksisstader",
		take: (_count: number, shown: string) => `Importer ${shown} tilbod`,
		see: "Sjå kapasiteten",
		job: "Import av kapasitet",
		files: { current: "kapasitet", template: "mal-kapasitet" },
	},
	en: {
		title: "Capacity",
		about: "How many students each site receives, and when.",
		upload: "Import capacity",
		current: "Download the capacity you have",
		rules: [
			"One row for each offer: site, profession, years of study, days and places.",
			"An offer is recognised by site, profession, years of study, days and whom the places are kept for. Another number of places changes the offer.",
			"Sites that do not exist are created. New offers wait for approval, or follow the capacity they are added to.",
			"Offers that are not in the file stay as they are.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Offer",
		nowhere: "",
		besides: "New sites",
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "offer" : "offers"}`,
		see: "See the capacity",
		job: "Import of capacity",
		files: { current: "capacity", template: "template-capacity" },
	},
});
