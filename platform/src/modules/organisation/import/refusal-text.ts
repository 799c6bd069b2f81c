import { type Facts, type FindingText, plainly as one } from "../../../import/told.ts";
import { formatShortDate, type Language } from "../../../language.ts";
import type { RowRefusalCode } from "./contract.ts";

type Sentences = FindingText<RowRefusalCode>[Language];

const dated = (language: Language, detail: Facts["detail"]) =>
	detail.date ? formatShortDate(language, String(detail.date)) : "";

/** Whether a unit that was named as if it stood at the top is there, further down. */
function isBelow(value: Facts["value"], { suggestion }: Facts["detail"]): boolean {
	const names = String(suggestion ?? "").split(" › ");
	return names.length > 1 && names.at(-1)?.toLowerCase() === String(value).trim().toLowerCase();
}

const nb: Sentences = {
	"parent-unknown": ({ value, detail }) => ({
		problem: isBelow(value, detail)
			? `«${value}» ligger ikke øverst.`
			: `Enheten «${value}» finnes verken i filen eller i Læringsarena.`,
		remedy: detail.suggestion
			? `Mente du «${detail.suggestion}»? Skriv koden, eller alle navnene fra toppen med › mellom.`
			: "Skriv koden til enheten over, eller alle navnene fra toppen med › mellom. La feltet stå tomt for å legge enheten øverst.",
	}),
	"parent-moved": ({ value, detail }) => ({
		problem: `Enheten «${value}» får nytt navn eller ny plass i samme fil.`,
		remedy: detail.suggestion
			? `Skriv «${detail.suggestion}», slik det blir.`
			: "Skriv koden til enheten over, eller navnene slik de blir.",
	}),
	"parent-ambiguous": ({ value }) => ({
		problem: `Flere enheter heter «${value}».`,
		remedy: "Skriv koden til enheten, eller alle navnene fra toppen med › mellom.",
	}),
	"parent-closed": ({ detail }) => ({
		problem: `Enheten over er lagt ned. Siste dag: ${dated("nb", detail)}.`,
		remedy: "Velg en annen enhet, eller åpne den igjen først.",
	}),
	circle: one("Enheten ligger under seg selv.", "Rett «Ligger under» på en av enhetene i ringen."),
	"too-deep": ({ detail }) => ({
		problem: `Enheten har flere enn ${detail.limit} nivåer over seg.`,
		remedy: "Legg enheten høyere opp.",
	}),
	"duplicate-unit": ({ value, detail }) => ({
		problem: `«${value}» står også i rad ${detail.firstRow}, under samme enhet.`,
		remedy: "Slett den ene raden, eller gi begge enhetene hver sin kode.",
	}),
	"unit-ambiguous": ({ value }) => ({
		problem: `Flere enheter heter «${value}» under samme enhet.`,
		remedy: "Gi enhetene hver sin kode i Læringsarena, og skriv koden i filen.",
	}),
	"unit-closed": ({ detail }) => ({
		problem: `Enheten er lagt ned. Siste dag: ${dated("nb", detail)}.`,
		remedy: "Åpne den igjen i Læringsarena, bruk en annen enhet, eller slett raden.",
	}),
	"starts-after-end": ({ detail }) => ({
		problem: `Enheten kan ikke åpne etter siste dag, ${dated("nb", detail)}.`,
		remedy: "Skriv en tidligere dato.",
	}),
	"sector-missing": one(
		"Verken type tjenestested eller sektor er fylt ut.",
		"Fyll ut type tjenestested, så følger sektoren med. Eller fyll ut sektor.",
	),
	"postcode-unknown": ({ value }) => ({
		problem: `Postnummeret ${value} finnes ikke.`,
		remedy: "Rett postnummeret, eller la feltet stå tomt.",
	}),
	"municipality-unknown": ({ value }) => ({
		problem: `Ingen kommune har eller har hatt nummeret ${value}.`,
		remedy: "Rett kommunenummeret, eller la feltet stå tomt.",
	}),
	"phone-invalid": ({ value }) => ({
		problem: `«${value}» er ikke et telefonnummer.`,
		remedy: "Skriv bare siffer og mellomrom, eventuelt med + foran.",
	}),
	"unit-not-allowed": one(
		"Rollen din gir deg ikke lov til å endre enheten eller flytte den hit.",
		"Slett raden, eller be en administrator om å importere filen.",
	),
	"leader-not-allowed": one(
		"Rollen din gir deg ikke lov til å gi noen rollen enhetsleder her.",
		"Slett lederen fra raden, eller be en administrator om å importere filen.",
	),
	"leader-name-missing": one("Lederen mangler navn.", "Skriv navnet, eller slett e-postadressen til lederen."),
	"unit-unknown": ({ value, detail }) => ({
		problem: `Enheten «${value}» finnes ikke.`,
		remedy: detail.suggestion
			? `Mente du «${detail.suggestion}»? Skriv koden, eller alle navnene fra toppen med › mellom.`
			: "Skriv koden til enheten, eller alle navnene fra toppen med › mellom. La feltet stå tomt for hele organisasjonen.",
	}),
	"duplicate-role": ({ value, detail }) => ({
		problem: `«${value}» har samme rolle ved samme enhet også i rad ${detail.firstRow}.`,
		remedy: "Slett den ene raden, eller skriv perioder som ikke overlapper.",
	}),
	"ends-before-start": one("Siste dag er før første dag.", "Rett en av datoene."),
	"deputy-unknown": ({ value }) => ({
		problem: `Ingen med e-postadressen ${value} har en rolle i organisasjonen eller står i filen.`,
		remedy: "Rett adressen, eller legg inn stedfortrederen som en egen rad.",
	}),
	"own-deputy": one("En person kan ikke være sin egen stedfortreder.", "Skriv e-postadressen til en annen."),
	"already-held": one(
		"Personen har allerede denne rollen ved denne enheten i samme tidsrom.",
		"Rett datoene, eller slett raden.",
	),
	"role-not-allowed": ({ value }) => ({
		problem: `Rollen din gir deg ikke lov til å gi eller endre rollen ${value.toLowerCase()} her.`,
		remedy: "Slett raden, eller be en administrator om å importere filen.",
	}),
	"last-administrator": one(
		"Organisasjonen må ha minst én administrator uten sluttdato.",
		"Fjern sluttdatoen, eller gi rollen til en annen i samme fil.",
	),
	"duplicate-contact": ({ value, detail }) => ({
		problem: `Ansvarsområdet «${value}» står også i rad ${detail.firstRow}, med samme fag og enhet.`,
		remedy: "Slett den ene raden, eller skriv ulike fag eller enheter.",
	}),
	"answerer-unknown": ({ value }) => ({
		problem: `Ingen med e-postadressen ${value} har en rolle i organisasjonen nå.`,
		remedy:
			"Rett adressen, legg inn personen under Folk og roller først, eller skriv adressen som en felles postkasse.",
	}),
	"box-beside-holder": one(
		"Raden har både en ansvarlig person og en felles postkasse.",
		"Slett den ene. Navn og adresse følger personen.",
	),
	"address-missing": one(
		"Raden sier ikke hvem som svarer.",
		"Skriv e-postadressen til en person, eller e-post eller telefon til en felles postkasse.",
	),
	"contact-not-allowed": one(
		"Rollen din gir deg ikke lov til å endre kontaktpunkter her.",
		"Slett raden, eller be en administrator om å importere filen.",
	),
};

const nn: Sentences = {
	"parent-unknown": ({ value, detail }) => ({
		problem: isBelow(value, detail)
			? `«${value}» ligg ikkje øvst.`
			: `Eininga «${value}» finst verken i fila eller i Læringsarena.`,
		remedy: detail.suggestion
			? `Meinte du «${detail.suggestion}»? Skriv koden, eller alle namna frå toppen med › mellom.`
			: "Skriv koden til eininga over, eller alle namna frå toppen med › mellom. La feltet stå tomt for å leggje eininga øvst.",
	}),
	"parent-moved": ({ value, detail }) => ({
		problem: `Eininga «${value}» får nytt namn eller ny plass i same fil.`,
		remedy: detail.suggestion
			? `Skriv «${detail.suggestion}», slik det blir.`
			: "Skriv koden til eininga over, eller namna slik dei blir.",
	}),
	"parent-ambiguous": ({ value }) => ({
		problem: `Fleire einingar heiter «${value}».`,
		remedy: "Skriv koden til eininga, eller alle namna frå toppen med › mellom.",
	}),
	"parent-closed": ({ detail }) => ({
		problem: `Eininga over er lagd ned. Siste dag: ${dated("nn", detail)}.`,
		remedy: "Vel ei anna eining, eller opne henne igjen først.",
	}),
	circle: one("Eininga ligg under seg sjølv.", "Rett «Ligg under» på ei av einingane i ringen."),
	"too-deep": ({ detail }) => ({
		problem: `Eininga har fleire enn ${detail.limit} nivå over seg.`,
		remedy: "Legg eininga høgare opp.",
	}),
	"duplicate-unit": ({ value, detail }) => ({
		problem: `«${value}» står òg i rad ${detail.firstRow}, under same eining.`,
		remedy: "Slett den eine rada, eller gi begge einingane kvar sin kode.",
	}),
	"unit-ambiguous": ({ value }) => ({
		problem: `Fleire einingar heiter «${value}» under same eining.`,
		remedy: "Gi einingane kvar sin kode i Læringsarena, og skriv koden i fila.",
	}),
	"unit-closed": ({ detail }) => ({
		problem: `Eininga er lagd ned. Siste dag: ${dated("nn", detail)}.`,
		remedy: "Opne henne igjen i Læringsarena, bruk ei anna eining, eller slett rada.",
	}),
	"starts-after-end": ({ detail }) => ({
		problem: `Eininga kan ikkje opne etter siste dag, ${dated("nn", detail)}.`,
		remedy: "Skriv ein tidlegare dato.",
	}),
	"sector-missing": one(
		"Verken type tenestestad eller sektor er fylt ut.",
		"Fyll ut type tenestestad, så følgjer sektoren med. Eller fyll ut sektor.",
	),
	"postcode-unknown": ({ value }) => ({
		problem: `Postnummeret ${value} finst ikkje.`,
		remedy: "Rett postnummeret, eller la feltet stå tomt.",
	}),
	"municipality-unknown": ({ value }) => ({
		problem: `Ingen kommune har eller har hatt nummeret ${value}.`,
		remedy: "Rett kommunenummeret, eller la feltet stå tomt.",
	}),
	"phone-invalid": ({ value }) => ({
		problem: `«${value}» er ikkje eit telefonnummer.`,
		remedy: "Skriv berre siffer og mellomrom, eventuelt med + framfor.",
	}),
	"unit-not-allowed": one(
		"Rolla di gir deg ikkje lov til å endre eininga eller flytte henne hit.",
		"Slett rada, eller be ein administrator om å importere fila.",
	),
	"leader-not-allowed": one(
		"Rolla di gir deg ikkje lov til å gi nokon rolla einingsleiar her.",
		"Slett leiaren frå rada, eller be ein administrator om å importere fila.",
	),
	"leader-name-missing": one("Leiaren manglar namn.", "Skriv namnet, eller slett e-postadressa til leiaren."),
	"unit-unknown": ({ value, detail }) => ({
		problem: `Eininga «${value}» finst ikkje.`,
		remedy: detail.suggestion
			? `Meinte du «${detail.suggestion}»? Skriv koden, eller alle namna frå toppen med › mellom.`
			: "Skriv koden til eininga, eller alle namna frå toppen med › mellom. La feltet stå tomt for heile organisasjonen.",
	}),
	"duplicate-role": ({ value, detail }) => ({
		problem: `«${value}» har same rolle ved same eining òg i rad ${detail.firstRow}.`,
		remedy: "Slett den eine rada, eller skriv periodar som ikkje overlappar.",
	}),
	"ends-before-start": one("Siste dag er før første dag.", "Rett ein av datoane."),
	"deputy-unknown": ({ value }) => ({
		problem: `Ingen med e-postadressa ${value} har ei rolle i organisasjonen eller står i fila.`,
		remedy: "Rett adressa, eller legg inn stadfortredaren som ei eiga rad.",
	}),
	"own-deputy": one("Ein person kan ikkje vere sin eigen stadfortredar.", "Skriv e-postadressa til ein annan."),
	"already-held": one(
		"Personen har alt denne rolla ved denne eininga i same tidsrom.",
		"Rett datoane, eller slett rada.",
	),
	"role-not-allowed": ({ value }) => ({
		problem: `Rolla di gir deg ikkje lov til å gi eller endre rolla ${value.toLowerCase()} her.`,
		remedy: "Slett rada, eller be ein administrator om å importere fila.",
	}),
	"last-administrator": one(
		"Organisasjonen må ha minst éin administrator utan sluttdato.",
		"Fjern sluttdatoen, eller gi rolla til ein annan i same fil.",
	),
	"duplicate-contact": ({ value, detail }) => ({
		problem: `Ansvarsområdet «${value}» står òg i rad ${detail.firstRow}, med same fag og eining.`,
		remedy: "Slett den eine rada, eller skriv ulike fag eller einingar.",
	}),
	"answerer-unknown": ({ value }) => ({
		problem: `Ingen med e-postadressa ${value} har ei rolle i organisasjonen no.`,
		remedy: "Rett adressa, legg inn personen under Folk og roller først, eller skriv adressa som ei felles postkasse.",
	}),
	"box-beside-holder": one(
		"Rada har både ein ansvarleg person og ei felles postkasse.",
		"Slett den eine. Namn og adresse følgjer personen.",
	),
	"address-missing": one(
		"Rada seier ikkje kven som svarer.",
		"Skriv e-postadressa til ein person, eller e-post eller telefon til ei felles postkasse.",
	),
	"contact-not-allowed": one(
		"Rolla di gir deg ikkje lov til å endre kontaktpunkt her.",
		"Slett rada, eller be ein administrator om å importere fila.",
	),
};

const en: Sentences = {
	"parent-unknown": ({ value, detail }) => ({
		problem: isBelow(value, detail)
			? `“${value}” is not at the top.`
			: `The unit “${value}” is neither in the file nor in Læringsarena.`,
		remedy: detail.suggestion
			? `Did you mean “${detail.suggestion}”? Write its code, or all the names from the top with › between.`
			: "Write the code of the unit above, or all the names from the top with › between. Leave it blank to put the unit at the top.",
	}),
	"parent-moved": ({ value, detail }) => ({
		problem: `The unit “${value}” gets a new name or place in the same file.`,
		remedy: detail.suggestion
			? `Write “${detail.suggestion}”, as it will be.`
			: "Write the code of the unit above, or the names as they will be.",
	}),
	"parent-ambiguous": ({ value }) => ({
		problem: `Several units are called “${value}”.`,
		remedy: "Write the unit's code, or all the names from the top with › between.",
	}),
	"parent-closed": ({ detail }) => ({
		problem: `The unit above is closed. Last day: ${dated("en", detail)}.`,
		remedy: "Choose another unit, or open it again first.",
	}),
	circle: one("The unit is below itself.", "Correct “Below” on one of the units in the ring."),
	"too-deep": ({ detail }) => ({
		problem: `The unit has more than ${detail.limit} levels above it.`,
		remedy: "Put the unit higher up.",
	}),
	"duplicate-unit": ({ value, detail }) => ({
		problem: `“${value}” is also in row ${detail.firstRow}, below the same unit.`,
		remedy: "Delete one of the rows, or give both units codes of their own.",
	}),
	"unit-ambiguous": ({ value }) => ({
		problem: `Several units are called “${value}” below the same unit.`,
		remedy: "Give the units codes of their own in Læringsarena, and write the code in the file.",
	}),
	"unit-closed": ({ detail }) => ({
		problem: `The unit is closed. Last day: ${dated("en", detail)}.`,
		remedy: "Open it again in Læringsarena, use another unit, or delete the row.",
	}),
	"starts-after-end": ({ detail }) => ({
		problem: `The unit cannot open after its last day, ${dated("en", detail)}.`,
		remedy: "Write an earlier date.",
	}),
	"sector-missing": one(
		"Neither the type of service nor the sector is filled in.",
		"Fill in the type of service, and the sector follows. Or fill in the sector.",
	),
	"postcode-unknown": ({ value }) => ({
		problem: `There is no postcode ${value}.`,
		remedy: "Correct the postcode, or leave it blank.",
	}),
	"municipality-unknown": ({ value }) => ({
		problem: `No municipality has or has had the number ${value}.`,
		remedy: "Correct the municipality number, or leave it blank.",
	}),
	"phone-invalid": ({ value }) => ({
		problem: `“${value}” is not a phone number.`,
		remedy: "Write digits and spaces only, with + in front if needed.",
	}),
	"unit-not-allowed": one(
		"Your role does not let you change the unit or move it here.",
		"Delete the row, or ask an administrator to import the file.",
	),
	"leader-not-allowed": one(
		"Your role does not let you make anybody unit leader here.",
		"Delete the leader from the row, or ask an administrator to import the file.",
	),
	"leader-name-missing": one("The leader has no name.", "Write the name, or delete the leader's e-mail address."),
	"unit-unknown": ({ value, detail }) => ({
		problem: `There is no unit “${value}”.`,
		remedy: detail.suggestion
			? `Did you mean “${detail.suggestion}”? Write its code, or all the names from the top with › between.`
			: "Write the unit's code, or all the names from the top with › between. Leave it blank for the whole organisation.",
	}),
	"duplicate-role": ({ value, detail }) => ({
		problem: `“${value}” has the same role at the same unit in row ${detail.firstRow} too.`,
		remedy: "Delete one of the rows, or write periods that do not overlap.",
	}),
	"ends-before-start": one("The last day is before the first.", "Correct one of the dates."),
	"deputy-unknown": ({ value }) => ({
		problem: `Nobody with the e-mail address ${value} has a role in the organisation or is in the file.`,
		remedy: "Correct the address, or add the deputy as a row of their own.",
	}),
	"own-deputy": one("Nobody can be their own deputy.", "Write somebody else's e-mail address."),
	"already-held": one(
		"The person already has this role at this unit in the same period.",
		"Correct the dates, or delete the row.",
	),
	"role-not-allowed": ({ value }) => ({
		problem: `Your role does not let you give or change the role ${value.toLowerCase()} here.`,
		remedy: "Delete the row, or ask an administrator to import the file.",
	}),
	"last-administrator": one(
		"The organisation must have at least one administrator without an end date.",
		"Remove the end date, or give the role to somebody else in the same file.",
	),
	"duplicate-contact": ({ value, detail }) => ({
		problem: `The responsibility “${value}” is also in row ${detail.firstRow}, with the same profession and unit.`,
		remedy: "Delete one of the rows, or write different professions or units.",
	}),
	"answerer-unknown": ({ value }) => ({
		problem: `Nobody with the e-mail address ${value} holds a role in the organisation now.`,
		remedy:
			"Correct the address, add the person under People and roles first, or write the address as a shared mailbox.",
	}),
	"box-beside-holder": one(
		"The row has both a person who answers and a shared mailbox.",
		"Delete one of them. Name and address follow the person.",
	),
	"address-missing": one(
		"The row does not say who answers.",
		"Write the e-mail address of a person, or the e-mail or telephone of a shared mailbox.",
	),
	"contact-not-allowed": one(
		"Your role does not let you change contacts here.",
		"Delete the row, or ask an administrator to import the file.",
	),
};

/** What is wrong with rows of units, people and contacts. */
export const refusalText: FindingText<RowRefusalCode> = { nb, nn, en };
