import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText, type Language } from "../../../../language.ts";

/** What may be wrong with a row of requests; the last is a warning. */
export type RequestFinding =
	| "institution-unknown"
	| "institution-missing"
	| "host-unknown"
	| "host-missing"
	| "host-ended"
	| "not-party"
	| "ends-before-start"
	| "duplicate-row"
	| "already-sent"
	| "not-yours"
	| "too-many-offered"
	| "reason-missing"
	| "answered-with-sites"
	| "withdrawn-before";

type Sentences = FindingText<RequestFinding>[Language];

const nb: Sentences = {
	"institution-unknown": ({ value }) => ({
		problem: `Vi finner ikke noen institusjon som heter «${value}».`,
		remedy:
			"Skriv navnet slik det står i Læringsarena. Står den ikke der, må den som drifter Læringsarena registrere den. Elever og lærlinger kan i mellomtiden føres under Kapasitet, Annen belastning.",
	}),
	"institution-missing": one("Raden sier ikke hvilken institusjon som bestiller.", "Skriv navnet på institusjonen."),
	"host-unknown": ({ value }) => ({
		problem: `Vi finner ingen kommune eller annen praksisvert som heter «${value}».`,
		remedy: "Skriv navnet eller kommunenummeret slik det står i Læringsarena.",
	}),
	"host-missing": one(
		"Raden sier ikke hvem plassene bestilles hos.",
		"Skriv navnet eller nummeret til kommunen, eller navnet på en annen praksisvert.",
	),
	"host-ended": ({ value }) => ({
		problem: `«${value}» finnes ikke lenger.`,
		remedy: "Skriv kommunen som har tatt over.",
	}),
	"not-party": one(
		"Bestillingen er verken fra dere eller til dere.",
		"Slett raden, eller rett institusjonen eller praksisverten.",
	),
	"ends-before-start": one("Siste dag er før første dag.", "Rett en av datoene."),
	"duplicate-row": ({ detail }) => ({
		problem: `Samme bestilling står også i rad ${detail.firstRow}.`,
		remedy: "Slå sammen radene til én.",
	}),
	"already-sent": one(
		"Bestillingen er sendt, så den kan ikke endres.",
		"La raden stå som den var. Skal den endres, trekk bestillingen i Læringsarena og bestill på nytt.",
	),
	"not-yours": one(
		"Bestillingen er institusjonens, så dere kan bare svare på den.",
		"La raden stå som den var, eller slett den.",
	),
	"too-many-offered": ({ value, detail }) => ({
		problem: `Det er tilbudt ${value} plasser, men bare bestilt ${detail.places}.`,
		remedy: "Rett ett av tallene.",
	}),
	"reason-missing": ({ detail }) => ({
		problem: `${Number(detail.rest) === 1 ? "Én plass" : `${detail.rest} plasser`} er ikke dekket, og raden sier ikke hvorfor.`,
		remedy: "Velg en grunn i kolonnen «Grunn».",
	}),
	"answered-with-sites": one(
		"Praksisverten har svart med bestemte steder.",
		"La «Tilbudt» stå som det var, eller endre svaret i Læringsarena.",
	),
	"withdrawn-before": one(
		"En lik bestilling er trukket før.",
		"Raden blir et nytt utkast. Slett den hvis det ikke er meningen.",
	),
};

const nn: Sentences = {
	"institution-unknown": ({ value }) => ({
		problem: `Vi finn ikkje nokon institusjon som heiter «${value}».`,
		remedy:
			"Skriv namnet slik det står i Læringsarena. Står han ikkje der, må den som driftar Læringsarena registrere han. Elevar og lærlingar kan i mellomtida førast under Kapasitet, Anna belastning.",
	}),
	"institution-missing": one("Rada seier ikkje kva institusjon som tingar.", "Skriv namnet på institusjonen."),
	"host-unknown": ({ value }) => ({
		problem: `Vi finn ingen kommune eller annan praksisvert som heiter «${value}».`,
		remedy: "Skriv namnet eller kommunenummeret slik det står i Læringsarena.",
	}),
	"host-missing": one(
		"Rada seier ikkje kven plassane blir tinga hos.",
		"Skriv namnet eller nummeret til kommunen, eller namnet på ein annan praksisvert.",
	),
	"host-ended": ({ value }) => ({
		problem: `«${value}» finst ikkje lenger.`,
		remedy: "Skriv kommunen som har teke over.",
	}),
	"not-party": one(
		"Tinginga er verken frå dykk eller til dykk.",
		"Slett rada, eller rett institusjonen eller praksisverten.",
	),
	"ends-before-start": one("Siste dag er før første dag.", "Rett ein av datoane."),
	"duplicate-row": ({ detail }) => ({
		problem: `Same tinging står òg i rad ${detail.firstRow}.`,
		remedy: "Slå saman radene til éi.",
	}),
	"already-sent": one(
		"Tinginga er send, så ho kan ikkje endrast.",
		"La rada stå som ho var. Skal ho endrast, trekk tinginga i Læringsarena og ting på nytt.",
	),
	"not-yours": one(
		"Tinginga er institusjonen si, så de kan berre svare på henne.",
		"La rada stå som ho var, eller slett henne.",
	),
	"too-many-offered": ({ value, detail }) => ({
		problem: `Det er tilbode ${value} plassar, men berre tinga ${detail.places}.`,
		remedy: "Rett eitt av tala.",
	}),
	"reason-missing": ({ detail }) => ({
		problem: `${Number(detail.rest) === 1 ? "Éin plass er ikkje dekt" : `${detail.rest} plassar er ikkje dekte`}, og rada seier ikkje kvifor.`,
		remedy: "Vel ein grunn i kolonnen «Grunn».",
	}),
	"answered-with-sites": one(
		"Praksisverten har svart med bestemte stader.",
		"La «Tilbode» stå som det var, eller endre svaret i Læringsarena.",
	),
	"withdrawn-before": one(
		"Ei lik tinging er trekt før.",
		"Rada blir eit nytt utkast. Slett henne om det ikkje er meininga.",
	),
};

const en: Sentences = {
	"institution-unknown": ({ value }) => ({
		problem: `We find no institution called “${value}”.`,
		remedy:
			"Write the name as it stands in Læringsarena. If it is not there, whoever operates Læringsarena must register it. Pupils and apprentices can meanwhile be entered under Capacity, Other load.",
	}),
	"institution-missing": one("The row does not say which institution requests.", "Write the name of the institution."),
	"host-unknown": ({ value }) => ({
		problem: `We find no municipality or other host called “${value}”.`,
		remedy: "Write the name or number as it stands in Læringsarena.",
	}),
	"host-missing": one(
		"The row does not say whom the places are requested from.",
		"Write the name or number of the municipality, or the name of another host.",
	),
	"host-ended": ({ value }) => ({
		problem: `“${value}” no longer exists.`,
		remedy: "Write the municipality that took over.",
	}),
	"not-party": one(
		"The request is neither from you nor to you.",
		"Delete the row, or correct the institution or the host.",
	),
	"ends-before-start": one("The last day is before the first.", "Correct one of the dates."),
	"duplicate-row": ({ detail }) => ({
		problem: `The same request is also in row ${detail.firstRow}.`,
		remedy: "Make the rows one.",
	}),
	"already-sent": one(
		"The request has been sent, so it cannot be changed.",
		"Leave the row as it was. To change it, withdraw the request in Læringsarena and request anew.",
	),
	"not-yours": one(
		"The request is the institution's, so you can only answer it.",
		"Leave the row as it was, or delete it.",
	),
	"too-many-offered": ({ value, detail }) => ({
		problem: `${value} places are offered, but only ${detail.places} requested.`,
		remedy: "Correct one of the numbers.",
	}),
	"reason-missing": ({ detail }) => ({
		problem: `${Number(detail.rest) === 1 ? "One place is not met" : `${detail.rest} places are not met`}, and the row does not say why.`,
		remedy: "Choose a reason in the column “Reason”.",
	}),
	"answered-with-sites": one(
		"The host has answered with named sites.",
		"Leave what is offered as it was, or change the answer in Læringsarena.",
	),
	"withdrawn-before": one(
		"A request just like it has been withdrawn.",
		"The row becomes a new draft. Delete it if that is not what you want.",
	),
};

export const requestFindings: FindingText<RequestFinding> = { nb, nn, en };

/** What the pages of import say of requests. */
export const requestWords = defineText({
	nb: {
		title: "Bestillinger",
		about: "Plasser dere bestiller hos praksisverter, og svarene dere har fått.",
		upload: "Importer bestillinger",
		current: "Last ned bestillingene dere har",
		rules: [
			"Én rad for hver praksisvert og periode. Nye rader blir utkast, som dere sender etterpå.",
			"En bestilling kjennes igjen på institusjon, praksisvert, emne, utdanning, studieår og dager.",
			"Har dere fått svar på telefon eller e-post, skriv det i «Tilbudt». Er det færre enn bestilt, skriv også grunnen.",
			"Bestillinger som ikke står i filen, blir stående som de er.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Praksisvert",
		nowhere: "",
		besides: "Nye svar",
		take: (count: number, shown: string) => `Importer ${shown} ${count === 1 ? "bestilling" : "bestillinger"}`,
		see: "Se bestillingene",
		job: "Import av bestillinger",
		files: { current: "bestillinger", template: "mal-bestillinger" },
	} satisfies ImportWords,
	nn: {
		title: "Tingingar",
		about: "Plassar de tingar hos praksisvertar, og svara de har fått.",
		upload: "Importer tingingar",
		current: "Last ned tingingane de har",
		rules: [
			"Éi rad for kvar praksisvert og periode. Nye rader blir utkast, som de sender etterpå.",
			"Ei tinging blir kjend att på institusjon, praksisvert, emne, utdanning, studieår og dagar.",
			"Har de fått svar på telefon eller e-post, skriv det i «Tilbode». Er det færre enn tinga, skriv òg grunnen.",
			"Tingingar som ikkje står i fila, blir ståande som dei er.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Praksisvert",
		nowhere: "",
		besides: "Nye svar",
		take: (count: number, shown: string) => `Importer ${shown} ${count === 1 ? "tinging" : "tingingar"}`,
		see: "Sjå tingingane",
		job: "Import av tingingar",
		files: { current: "tingingar", template: "mal-tingingar" },
	},
	en: {
		title: "Requests",
		about: "Places you request from hosts, and the answers you have been given.",
		upload: "Import requests",
		current: "Download the requests you have",
		rules: [
			"One row for each host and period. New rows become drafts, which you send afterwards.",
			"A request is recognised by institution, host, course, profession, year of study and days.",
			"Where you have an answer by telephone or e-mail, write it in “Offered”. Where it is fewer than requested, write the reason too.",
			"Requests that are not in the file stay as they are.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Host",
		nowhere: "",
		besides: "New answers",
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "request" : "requests"}`,
		see: "See the requests",
		job: "Import of requests",
		files: { current: "requests", template: "template-requests" },
	},
});
