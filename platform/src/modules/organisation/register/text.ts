import type { Detail } from "../../../forms/text.ts";
import { defineText, formatDate } from "../../../language.ts";
import { organisationText } from "../text.ts";
import type { RegisterRefusal } from "./contract.ts";

export const registerText = defineText({
	nb: {
		carryOverJob: "Overføring av enheter, personer og kontaktpunkter",
		refusals: {
			...organisationText.nb.refusals,
			"kind-unknown": "Velg en type fra listen.",
			"kind-not-yours": "Din organisasjon kan ikke registrere denne typen. Spør den som drifter Læringsarena.",
			"number-taken": "Nummeret {number} er i bruk av en annen.",
			"half-coordinates": "Skriv både breddegrad og lengdegrad, eller ingen av dem.",
			"not-existing-then": "{name} fantes ikke på denne dagen.",
			"ended-another-day": (detail: Detail) =>
				`${detail.name} fantes til og med ${formatDate("nb", String(detail.date))}. Den kan bare gå over i en annen fra dagen etter.`,
			"before-current-period": (detail: Detail) =>
				`Dagen er før navnet som gjelder nå. Det gjelder fra ${formatDate("nb", String(detail.date))}.`,
			"later-period": (detail: Detail) =>
				`${detail.name} har allerede fått nytt navn eller nummer fra ${formatDate("nb", String(detail.date))}.`,
			"already-succeeded": "{name} har allerede gått over i en annen.",
			"own-successor": "En organisasjon kan ikke gå over i seg selv, og hver etterfølger kan bare nevnes én gang.",
			"kinds-differ": "Alle må være av samme type.",
			"successor-unknown": "Velg en etterfølger som finnes på denne dagen, eller lag en ny.",
			"shares-not-one": "Andelene må til sammen være 100 prosent.",
			"already-affiliated": "Dette er allerede registrert.",
			"own-affiliate": "En organisasjon kan ikke høre til seg selv.",
			"already-administrator": "Denne personen er allerede administrator.",
			"organisation-unclear": "Skriv navnet slik det står i listen, eller velg fra listen.",
		} satisfies Record<RegisterRefusal, string | ((detail: Detail) => string)>,
	},
	nn: {
		carryOverJob: "Overføring av einingar, personar og kontaktpunkt",
		refusals: {
			...organisationText.nn.refusals,
			"kind-unknown": "Vel ein type frå lista.",
			"kind-not-yours": "Organisasjonen din kan ikkje registrere denne typen. Spør den som driftar Læringsarena.",
			"number-taken": "Nummeret {number} er i bruk av ein annan.",
			"half-coordinates": "Skriv både breiddegrad og lengdegrad, eller ingen av dei.",
			"not-existing-then": "{name} fanst ikkje på denne dagen.",
			"ended-another-day": (detail) =>
				`${detail.name} fanst til og med ${formatDate("nn", String(detail.date))}. Han kan berre gå over i ein annan frå dagen etter.`,
			"before-current-period": (detail) =>
				`Dagen er før namnet som gjeld no. Det gjeld frå ${formatDate("nn", String(detail.date))}.`,
			"later-period": (detail) =>
				`${detail.name} har alt fått nytt namn eller nummer frå ${formatDate("nn", String(detail.date))}.`,
			"already-succeeded": "{name} har alt gått over i ein annan.",
			"own-successor":
				"Ein organisasjon kan ikkje gå over i seg sjølv, og kvar etterfølgjar kan berre nemnast éin gong.",
			"kinds-differ": "Alle må vere av same type.",
			"successor-unknown": "Vel ein etterfølgjar som finst på denne dagen, eller lag ein ny.",
			"shares-not-one": "Delane må til saman vere 100 prosent.",
			"already-affiliated": "Dette er alt registrert.",
			"own-affiliate": "Ein organisasjon kan ikkje høyre til seg sjølv.",
			"already-administrator": "Denne personen er alt administrator.",
			"organisation-unclear": "Skriv namnet slik det står i lista, eller vel frå lista.",
		},
	},
	en: {
		carryOverJob: "Carrying over units, people and contacts",
		refusals: {
			...organisationText.en.refusals,
			"kind-unknown": "Choose a type from the list.",
			"kind-not-yours": "Your organisation cannot register this type. Ask whoever operates Læringsarena.",
			"number-taken": "The number {number} is already in use.",
			"half-coordinates": "Write both latitude and longitude, or neither.",
			"not-existing-then": "{name} did not exist on this day.",
			"ended-another-day": (detail) =>
				`${detail.name} existed until ${formatDate("en", String(detail.date))}. It can only become part of another from the day after.`,
			"before-current-period": (detail) =>
				`The day is before the current name, which applies from ${formatDate("en", String(detail.date))}.`,
			"later-period": (detail) =>
				`${detail.name} already has a new name or number from ${formatDate("en", String(detail.date))}.`,
			"already-succeeded": "{name} has already become another.",
			"own-successor": "An organisation cannot become itself, and each successor can be named once only.",
			"kinds-differ": "All must be of the same type.",
			"successor-unknown": "Choose a successor that exists on this day, or create a new one.",
			"shares-not-one": "The shares must add up to 100 per cent.",
			"already-affiliated": "This is already registered.",
			"own-affiliate": "An organisation cannot belong to itself.",
			"already-administrator": "This person is already an administrator.",
			"organisation-unclear": "Write the name as the list has it, or choose from the list.",
		},
	},
});
