import type { Detail } from "../../../forms/text.ts";
import { defineText, formatDate } from "../../../language.ts";
import { organisationText } from "../text.ts";
import type { PeopleRefusal, PeopleStatus, PeopleWarning, positions } from "./contract.ts";

export const peopleText = defineText({
	nb: {
		refusals: {
			...organisationText.nb.refusals,
			"unit-unknown": "Velg en enhet i din egen organisasjon.",
			"unit-closed": "Enheten er lagt ned før rollen begynner. Velg en annen enhet.",
			"deputy-unknown": "Velg en stedfortreder i din egen organisasjon.",
			"own-deputy": "En person kan ikke være sin egen stedfortreder.",
			"already-held": "Personen har allerede denne rollen ved denne enheten i samme tidsrom.",
			"already-ended": (detail: Detail) =>
				`Rollen er allerede avsluttet, med siste dag ${formatDate("nb", String(detail.date))}.`,
			"last-administrator": "Organisasjonen må ha minst én administrator. Gi rollen til en annen først.",
			"successor-unknown": "Velg en etterfølger i din egen organisasjon som blir værende etter siste dag.",
			"successor-is-leaving": "Etterfølgeren er samme person som den som slutter. Velg en annen.",
			"nothing-held": "Personen har ingen roller å overlevere etter denne dagen.",
			"email-missing": "Skriv inn personens e-postadresse først.",
			"has-account": "Personen har allerede en konto.",
		} satisfies Record<PeopleRefusal, string | ((detail: Detail) => string)>,
		warnings: {
			unverified: "Ikke bekreftet det siste året",
			"unit-closed": "Enheten er lagt ned",
			"deputy-left": "Stedfortrederen har sluttet",
			"no-email": "Mangler e-postadresse",
		} satisfies Record<PeopleWarning, string>,
		statuses: { current: "Gjeldende", coming: "Kommende", ended: "Avsluttet", all: "Alle" } satisfies Record<
			PeopleStatus,
			string
		>,
		positions: { line: "Linje", staff: "Stab" } satisfies Record<(typeof positions)[number], string>,
	},
	nn: {
		refusals: {
			...organisationText.nn.refusals,
			"unit-unknown": "Vel ei eining i din eigen organisasjon.",
			"unit-closed": "Eininga er lagd ned før rolla byrjar. Vel ei anna eining.",
			"deputy-unknown": "Vel ein stadfortredar i din eigen organisasjon.",
			"own-deputy": "Ein person kan ikkje vere sin eigen stadfortredar.",
			"already-held": "Personen har alt denne rolla ved denne eininga i same tidsrom.",
			"already-ended": (detail) => `Rolla er alt avslutta, med siste dag ${formatDate("nn", String(detail.date))}.`,
			"last-administrator": "Organisasjonen må ha minst éin administrator. Gi rolla til ein annan først.",
			"successor-unknown": "Vel ein etterfølgjar i din eigen organisasjon som blir verande etter siste dag.",
			"successor-is-leaving": "Etterfølgjaren er same person som den som sluttar. Vel ein annan.",
			"nothing-held": "Personen har ingen roller å overlevere etter denne dagen.",
			"email-missing": "Skriv inn e-postadressa til personen først.",
			"has-account": "Personen har alt ein konto.",
		},
		warnings: {
			unverified: "Ikkje stadfesta det siste året",
			"unit-closed": "Eininga er lagd ned",
			"deputy-left": "Stadfortredaren har slutta",
			"no-email": "Manglar e-postadresse",
		},
		statuses: { current: "Gjeldande", coming: "Komande", ended: "Avslutta", all: "Alle" },
		positions: { line: "Linje", staff: "Stab" },
	},
	en: {
		refusals: {
			...organisationText.en.refusals,
			"unit-unknown": "Choose a unit in your own organisation.",
			"unit-closed": "The unit closes before the role begins. Choose another unit.",
			"deputy-unknown": "Choose a deputy in your own organisation.",
			"own-deputy": "Nobody can be their own deputy.",
			"already-held": "The person already has this role at this unit in the same period.",
			"already-ended": (detail) =>
				`The role has already ended; its last day was ${formatDate("en", String(detail.date))}.`,
			"last-administrator":
				"The organisation must have at least one administrator. Give the role to somebody else first.",
			"successor-unknown": "Choose a successor in your own organisation who stays after the last day.",
			"successor-is-leaving": "The successor is the person who is leaving. Choose somebody else.",
			"nothing-held": "The person has no roles to hand over after this day.",
			"email-missing": "Write the person's e-mail address first.",
			"has-account": "The person already has an account.",
		},
		warnings: {
			unverified: "Not confirmed in the last year",
			"unit-closed": "The unit is closed",
			"deputy-left": "The deputy has left",
			"no-email": "No e-mail address",
		},
		statuses: { current: "Current", coming: "Coming", ended: "Ended", all: "All" },
		positions: { line: "Line", staff: "Staff" },
	},
});
