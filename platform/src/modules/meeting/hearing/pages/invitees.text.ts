import { defineText } from "../../../../language.ts";

const people = (one: string, many: string) => (number: number) => `${number} ${number === 1 ? one : many}`;
const inputsOf = people("innspill", "innspill");

/** What is said of those who are asked in a hearing, and of when each role took part. */
export const inviteesText = defineText({
	nb: {
		invitees: "Hvem er spurt",
		noInvitees: "Ingen på listen ennå",
		noInviteesBody: "Legg til rollene som skal høres: brukerråd, tillitsvalgte, samarbeidsparter.",
		addInvitee: "Legg til noen å høre",
		removeInvitee: (name: string) => `Ta bort ${name}`,
		remove: "Ta bort",
		notSent: "Ikke sendt",
		notSaid: "Ikke svart",
		noRemarks: "Ingen merknader",
		inputCount: inputsOf,
		makeLink: "Lag lenke",
		makeLinkFor: (name: string) => `Lag lenke til ${name}`,
		involvement: "Medvirkning",
		involvementLead: "Når hver rolle først var med. Å bli spurt regnes ikke som å være med: rollen må ha sagt noe.",
	},
	nn: {
		invitees: "Kven er spurt",
		noInvitees: "Ingen på lista enno",
		noInviteesBody: "Legg til rollene som skal høyrast: brukarråd, tillitsvalde, samarbeidspartar.",
		addInvitee: "Legg til nokon å høyre",
		removeInvitee: (name: string) => `Ta bort ${name}`,
		remove: "Ta bort",
		notSent: "Ikkje send",
		notSaid: "Ikkje svara",
		noRemarks: "Ingen merknader",
		inputCount: people("innspel", "innspel"),
		makeLink: "Lag lenkje",
		makeLinkFor: (name: string) => `Lag lenkje til ${name}`,
		involvement: "Medverknad",
		involvementLead: "Når kvar rolle først var med. Å bli spurt er ikkje å vere med: rolla må ha sagt noko.",
	},
	en: {
		invitees: "Who is asked",
		noInvitees: "Nobody on the list yet",
		noInviteesBody: "Add the roles you want to hear from: user council, unions, partners.",
		addInvitee: "Add somebody to consult",
		removeInvitee: (name: string) => `Remove ${name}`,
		remove: "Remove",
		notSent: "Not sent",
		notSaid: "Not answered",
		noRemarks: "No comments",
		inputCount: people("input", "inputs"),
		makeLink: "Make a link",
		makeLinkFor: (name: string) => `Make a link for ${name}`,
		involvement: "Involvement",
		involvementLead:
			"When each role was first involved. To be asked does not count: the role must have said something.",
	},
});
