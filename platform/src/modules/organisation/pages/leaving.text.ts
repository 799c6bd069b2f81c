import { defineText } from "../../../language.ts";

/** What is said where a role ends and where somebody hands over what they hold. */
export const leavingText = defineText({
	nb: {
		endTitle: (name: string) => `Avslutt rollen til ${name}`,
		endLead: "Rollen blir stående i historien. Tilgangen den gir, er borte fra dagen etter siste dag.",
		endHolds: (count: number) =>
			count === 1
				? "Personen svarer for ett kontaktpunkt. Overfør det til en annen først, ellers kan det stå uten noen som svarer."
				: `Personen svarer for ${count} kontaktpunkter. Overfør dem til en annen først, ellers kan de stå uten noen som svarer.`,
		endHoldsMore: (count: number) =>
			count === 1
				? "Personen står også oppført med én ting til. Den blir stående på personen om den ikke overføres."
				: `Personen står også oppført med ${count} andre ting: avtaler, møter, henvendelser eller ansvar som stedfortreder. De blir stående på personen om de ikke overføres.`,
		handOverInstead: "Overfør alt i ett steg",
		lastDay: "Siste dag",
		ended: (date: string) => `Siste dag er satt til ${date}. Rollen gjelder ut den dagen.`,
		handOverTitle: (name: string) => `Overfør ansvaret fra ${name}`,
		handOverLeft: "Personen har sluttet. Det personen fortsatt står oppført med, går til en etterfølger i ett steg.",
		handOverLead: "Alt personen har, går til en etterfølger i ett steg. Se over det som flyttes, før du gjør det.",
		successor: "Etterfølger",
		successorHint: "Begynn å skrive navnet på en som har en rolle her, og velg fra listen.",
		handOverLastDay: "Siste dag for den som slutter",
		handOverRoles: "Roller etterfølgeren skal få",
		handOverRolesHint: "Alle rollene avsluttes. De du krysser av for, får etterfølgeren fra dagen etter.",
		movesTitle: "Dette flyttes",
		deputyContactsMove: "Stedfortreder i kontaktregisteret",
		deputyForMove: "Stedfortreder for personer",
		rolesEnd: "Roller som avsluttes",
		handOverDo: "Overfør alt",
		handedOver: (name: string) => `Alt fra ${name} er overført.`,
		leftTitle: "Dette må endres for hånd",
		leftLead:
			"Her står personen bare med navn, eller en annen organisasjon eier det. Det flyttes ikke når ansvaret overføres.",
		namedTitle: "Er også nevnt her",
		namedLead:
			"Her står personen bare med navn, eller en annen organisasjon eier det. Når en annen tar over, må det endres for hånd.",
		handedOverBut: (name: string, left: number) =>
			`Det som kan flyttes fra ${name}, er overført. ${left === 1 ? "Én ting" : `${left} ting`} må endres for hånd og står nederst på siden.`,
	},
	nn: {
		endTitle: (name: string) => `Avslutt rolla til ${name}`,
		endLead: "Rolla blir ståande i historia. Tilgangen ho gir, er borte frå dagen etter siste dag.",
		endHolds: (count: number) =>
			count === 1
				? "Personen svarer for eitt kontaktpunkt. Overfør det til ein annan først, elles kan det stå utan nokon som svarer."
				: `Personen svarer for ${count} kontaktpunkt. Overfør dei til ein annan først, elles kan dei stå utan nokon som svarer.`,
		endHoldsMore: (count: number) =>
			count === 1
				? "Personen står òg oppført med éin ting til. Han blir ståande på personen om han ikkje blir overført."
				: `Personen står òg oppført med ${count} andre ting: avtalar, møte, førespurnader eller ansvar som stadfortredar. Dei blir ståande på personen om dei ikkje blir overførte.`,
		handOverInstead: "Overfør alt i eitt steg",
		lastDay: "Siste dag",
		ended: (date: string) => `Siste dag er sett til ${date}. Rolla gjeld ut den dagen.`,
		handOverTitle: (name: string) => `Overfør ansvaret frå ${name}`,
		handOverLeft: "Personen har slutta. Det personen framleis står oppført med, går til ein etterfølgjar i eitt steg.",
		handOverLead:
			"Alt personen har, går til ein etterfølgjar i eitt steg. Sjå over det som blir flytta, før du gjer det.",
		successor: "Etterfølgjar",
		successorHint: "Byrj å skrive namnet på ein som har ei rolle her, og vel frå lista.",
		handOverLastDay: "Siste dag for den som sluttar",
		handOverRoles: "Roller etterfølgjaren skal få",
		handOverRolesHint: "Alle rollene blir avslutta. Dei du kryssar av for, får etterfølgjaren frå dagen etter.",
		movesTitle: "Dette blir flytta",
		deputyContactsMove: "Stadfortredar i kontaktregisteret",
		deputyForMove: "Stadfortredar for personar",
		rolesEnd: "Roller som blir avslutta",
		handOverDo: "Overfør alt",
		handedOver: (name: string) => `Alt frå ${name} er overført.`,
		leftTitle: "Dette må endrast for hand",
		leftLead:
			"Her står personen berre med namn, eller ein annan organisasjon eig det. Det blir ikkje flytta når ansvaret blir overført.",
		namedTitle: "Er òg nemnd her",
		namedLead:
			"Her står personen berre med namn, eller ein annan organisasjon eig det. Når ein annan tek over, må det endrast for hand.",
		handedOverBut: (name: string, left: number) =>
			`Det som kan flyttast frå ${name}, er overført. ${left === 1 ? "Éin ting" : `${left} ting`} må endrast for hand og står nedst på sida.`,
	},
	en: {
		endTitle: (name: string) => `End the role of ${name}`,
		endLead: "The role remains in the history. The access it gives is gone from the day after the last day.",
		endHolds: (count: number) =>
			count === 1
				? "The person answers for one contact. Hand it over first, or it may be left with nobody to answer."
				: `The person answers for ${count} contacts. Hand them over first, or they may be left with nobody to answer.`,
		endHoldsMore: (count: number) =>
			count === 1
				? "The person is also entered for one more thing. It stays with them unless it is handed over."
				: `The person is also entered for ${count} other things: agreements, meetings, enquiries or standing in for others. They stay with them unless they are handed over.`,
		handOverInstead: "Hand over everything in one step",
		lastDay: "Last day",
		ended: (date: string) => `The last day is set to ${date}. The role lasts through that day.`,
		handOverTitle: (name: string) => `Hand over from ${name}`,
		handOverLeft: "The person has left. What they are still entered for goes to a successor in one step.",
		handOverLead:
			"Everything the person holds goes to a successor in one step. Check what will be moved before you do it.",
		successor: "Successor",
		successorHint: "Start typing the name of somebody with a role here, and choose from the list.",
		handOverLastDay: "Last day of the person who is leaving",
		handOverRoles: "Roles for the successor",
		handOverRolesHint: "All the roles end. The successor gets those you tick, from the day after.",
		movesTitle: "What is moved",
		deputyContactsMove: "Deputy in the contact register",
		deputyForMove: "Deputy for people",
		rolesEnd: "Roles that end",
		handOverDo: "Hand over everything",
		handedOver: (name: string) => `Everything from ${name} has been handed over.`,
		leftTitle: "To be changed by hand",
		leftLead:
			"Here the person is known by name only, or another organisation owns it. It does not go along in a hand-over.",
		namedTitle: "Is also named here",
		namedLead:
			"Here the person is known by name only, or another organisation owns it. When somebody takes over, it must be changed by hand.",
		handedOverBut: (name: string, left: number) =>
			`What can be moved from ${name} has been handed over. ${left === 1 ? "One thing" : `${left} things`} must be changed by hand; see the end of the page.`,
	},
});
