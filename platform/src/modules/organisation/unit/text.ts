import type { Detail } from "../../../forms/text.ts";
import { defineText, formatDate } from "../../../language.ts";
import { organisationText } from "../text.ts";
import type { UnitRefusal } from "./contract.ts";

type Words<Code extends string> = Record<Code, string | ((detail: Detail) => string)>;

export const unitText = defineText({
	nb: {
		refusals: {
			...organisationText.nb.refusals,
			"sector-unknown": "Velg en sektor fra listen.",
			"sector-missing": "Velg type tjenestested eller sektor.",
			"setting-unknown": "Velg en type tjenestested fra listen.",
			"postcode-unknown": "Dette postnummeret finnes ikke.",
			"municipality-unknown": "Ingen kommune har dette nummeret.",
			"half-coordinates": "Skriv både breddegrad og lengdegrad, eller ingen av dem.",
			"code-taken": "Koden {unitCode} er brukt på en annen enhet.",
			"parent-unknown": "Velg en enhet i din egen organisasjon.",
			"parent-closed": "Enheten over er lagt ned. Velg en annen, eller åpne den først.",
			"own-descendant": "En enhet kan ikke ligge under seg selv. Velg en enhet utenfor den du flytter.",
			"neighbour-unknown": "Enheten du ville plassere denne foran, ligger ikke der lenger. Velg plass på nytt.",
			"already-closed": (detail: Detail) =>
				`Nedleggingen er allerede registrert, med siste dag ${formatDate("nb", String(detail.date))}.`,
			"since-ahead": "Velg i dag eller en tidligere dag.",
			"since-too-early": (detail: Detail) =>
				`Enheten var noe annet helt til da. Velg ${formatDate("nb", String(detail.date))} eller senere.`,
			"not-closed": "Enheten er allerede åpen.",
			"open-units-below": (detail: Detail) =>
				detail.count === 1
					? "Én åpen enhet ligger under denne. Legg den ned samtidig, eller flytt den først."
					: `${detail.count} åpne enheter ligger under denne. Legg dem ned samtidig, eller flytt dem først.`,
		} satisfies Words<UnitRefusal>,
		positions: {
			unit: "Stedet enheten selv har oppgitt",
			postcode: "Anslått fra postnummeret",
			municipality: "Anslått fra kommunesenteret",
			organisation: "Anslått fra organisasjonens hovedsete",
		},
	},
	nn: {
		refusals: {
			...organisationText.nn.refusals,
			"sector-unknown": "Vel ein sektor frå lista.",
			"sector-missing": "Vel type tenestestad eller sektor.",
			"setting-unknown": "Vel ein type tenestestad frå lista.",
			"postcode-unknown": "Dette postnummeret finst ikkje.",
			"municipality-unknown": "Ingen kommune har dette nummeret.",
			"half-coordinates": "Skriv både breiddegrad og lengdegrad, eller ingen av dei.",
			"code-taken": "Koden {unitCode} er brukt på ei anna eining.",
			"parent-unknown": "Vel ei eining i din eigen organisasjon.",
			"parent-closed": "Eininga over er lagd ned. Vel ei anna, eller opne henne først.",
			"own-descendant": "Ei eining kan ikkje liggje under seg sjølv. Vel ei eining utanfor den du flyttar.",
			"neighbour-unknown": "Eininga du ville plassere denne framfor, ligg ikkje der lenger. Vel plass på nytt.",
			"already-closed": (detail) =>
				`Nedlegginga er alt registrert, med siste dag ${formatDate("nn", String(detail.date))}.`,
			"since-ahead": "Vel i dag eller ein tidlegare dag.",
			"since-too-early": (detail) =>
				`Eininga var noko anna heilt til då. Vel ${formatDate("nn", String(detail.date))} eller seinare.`,
			"not-closed": "Eininga er alt open.",
			"open-units-below": (detail) =>
				detail.count === 1
					? "Éi open eining ligg under denne. Legg henne ned samtidig, eller flytt henne først."
					: `${detail.count} opne einingar ligg under denne. Legg dei ned samtidig, eller flytt dei først.`,
		},
		positions: {
			unit: "Staden eininga sjølv har oppgitt",
			postcode: "Anslått frå postnummeret",
			municipality: "Anslått frå kommunesenteret",
			organisation: "Anslått frå hovudsetet til organisasjonen",
		},
	},
	en: {
		refusals: {
			...organisationText.en.refusals,
			"sector-unknown": "Choose a sector from the list.",
			"sector-missing": "Choose a type of service or a sector.",
			"setting-unknown": "Choose a type of service from the list.",
			"postcode-unknown": "There is no such postcode.",
			"municipality-unknown": "No municipality has this number.",
			"half-coordinates": "Write both latitude and longitude, or neither.",
			"code-taken": "The code {unitCode} is used for another unit.",
			"parent-unknown": "Choose a unit in your own organisation.",
			"parent-closed": "The unit above is closed. Choose another, or open it first.",
			"own-descendant": "A unit cannot be below itself. Choose a unit outside the one you are moving.",
			"neighbour-unknown": "The unit you wanted to put this before is no longer there. Choose a place again.",
			"already-closed": (detail) =>
				`The closing is already registered, with ${formatDate("en", String(detail.date))} as the last day.`,
			"since-ahead": "Choose today or an earlier day.",
			"since-too-early": (detail) =>
				`The unit was something else until then. Choose ${formatDate("en", String(detail.date))} or later.`,
			"not-closed": "The unit is already open.",
			"open-units-below": (detail) =>
				detail.count === 1
					? "One open unit is below this one. Close it too, or move it first."
					: `${detail.count} open units are below this one. Close them too, or move them first.`,
		},
		positions: {
			unit: "The place the unit itself has given",
			postcode: "Estimated from the postcode",
			municipality: "Estimated from the municipal centre",
			organisation: "Estimated from the organisation's seat",
		},
	},
});
