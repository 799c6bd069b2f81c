import { defineText } from "../../language.ts";

/** What waits in the room, one line for many things of a kind. */
export const waitingText = defineText({
	nb: {
		missing: (count: number) =>
			count === 1 ? "Ett ansvarsområde har ingen som svarer" : `${count} ansvarsområder har ingen som svarer`,
		contacts: {
			vacant: (count: number) =>
				count === 1 ? "Ett kontaktpunkt har ingen som svarer" : `${count} kontaktpunkter har ingen som svarer`,
			"holder-left": (count: number) =>
				count === 1 ? "Én som svarer, har sluttet" : `${count} som svarer, har sluttet`,
			"deputy-left": (count: number) =>
				count === 1 ? "Én stedfortreder har sluttet" : `${count} stedfortredere har sluttet`,
			"no-deputy": (count: number) =>
				count === 1 ? "Ett kontaktpunkt mangler stedfortreder" : `${count} kontaktpunkter mangler stedfortreder`,
			"unit-closed": (count: number) =>
				count === 1 ? "Ett kontaktpunkt gjelder en nedlagt enhet" : `${count} kontaktpunkter gjelder nedlagte enheter`,
			unverified: (count: number) =>
				count === 1
					? "Ett kontaktpunkt er ikke bekreftet på et år"
					: `${count} kontaktpunkter er ikke bekreftet på et år`,
		},
		people: (count: number) =>
			count === 1 ? "Én rolle er ikke bekreftet på et år" : `${count} roller er ikke bekreftet på et år`,
		deletion: (name: string) => `${name} ber om å bli slettet`,
		deletionNote:
			"Avslutt rollene, så slettes navnet dagen etter. Har du en grunn til å beholde dem, avtal det med personen.",
		invitations: (count: number) =>
			count === 1 ? "Én invitasjon venter på svar" : `${count} invitasjoner venter på svar`,
		ownContact: (responsibility: string) => `Svarer du fortsatt for ${responsibility.toLocaleLowerCase("nb")}?`,
		ownRole: (role: string) => `Er du fortsatt ${role.toLocaleLowerCase("nb")}?`,
	},
	nn: {
		missing: (count: number) =>
			count === 1 ? "Eitt ansvarsområde har ingen som svarer" : `${count} ansvarsområde har ingen som svarer`,
		contacts: {
			vacant: (count: number) =>
				count === 1 ? "Eitt kontaktpunkt har ingen som svarer" : `${count} kontaktpunkt har ingen som svarer`,
			"holder-left": (count: number) =>
				count === 1 ? "Éin som svarer, har slutta" : `${count} som svarer, har slutta`,
			"deputy-left": (count: number) =>
				count === 1 ? "Éin stadfortredar har slutta" : `${count} stadfortredarar har slutta`,
			"no-deputy": (count: number) =>
				count === 1 ? "Eitt kontaktpunkt manglar stadfortredar" : `${count} kontaktpunkt manglar stadfortredar`,
			"unit-closed": (count: number) =>
				count === 1 ? "Eitt kontaktpunkt gjeld ei nedlagd eining" : `${count} kontaktpunkt gjeld nedlagde einingar`,
			unverified: (count: number) =>
				count === 1
					? "Eitt kontaktpunkt er ikkje stadfesta på eit år"
					: `${count} kontaktpunkt er ikkje stadfesta på eit år`,
		},
		people: (count: number) =>
			count === 1 ? "Éi rolle er ikkje stadfesta på eit år" : `${count} roller er ikkje stadfesta på eit år`,
		deletion: (name: string) => `${name} ber om å bli sletta`,
		deletionNote:
			"Avslutt rollene, så blir namnet sletta dagen etter. Har du ein grunn til å behalde dei, avtal det med personen.",
		invitations: (count: number) =>
			count === 1 ? "Éin invitasjon ventar på svar" : `${count} invitasjonar ventar på svar`,
		ownContact: (responsibility: string) => `Svarer du framleis for ${responsibility.toLocaleLowerCase("nb")}?`,
		ownRole: (role: string) => `Er du framleis ${role.toLocaleLowerCase("nb")}?`,
	},
	en: {
		missing: (count: number) =>
			count === 1 ? "One responsibility has nobody who answers" : `${count} responsibilities have nobody who answers`,
		contacts: {
			vacant: (count: number) => (count === 1 ? "One contact is vacant" : `${count} contacts are vacant`),
			"holder-left": (count: number) => (count === 1 ? "One who answers has left" : `${count} who answer have left`),
			"deputy-left": (count: number) => (count === 1 ? "One deputy has left" : `${count} deputies have left`),
			"no-deputy": (count: number) => (count === 1 ? "One contact has no deputy" : `${count} contacts have no deputy`),
			"unit-closed": (count: number) =>
				count === 1 ? "One contact is for a closed unit" : `${count} contacts are for closed units`,
			unverified: (count: number) =>
				count === 1
					? "One contact has not been confirmed for a year"
					: `${count} contacts have not been confirmed for a year`,
		},
		people: (count: number) =>
			count === 1 ? "One role has not been confirmed for a year" : `${count} roles have not been confirmed for a year`,
		deletion: (name: string) => `${name} asks to be deleted`,
		deletionNote:
			"End the roles, and the name is deleted the day after. If you have a reason to keep them, agree on it with the person.",
		invitations: (count: number) =>
			count === 1 ? "One invitation is waiting for an answer" : `${count} invitations are waiting for an answer`,
		ownContact: (responsibility: string) => `Do you still answer for ${responsibility.toLocaleLowerCase("en")}?`,
		ownRole: (role: string) => `Are you still ${role.toLocaleLowerCase("en")}?`,
	},
});
