import { defineText } from "../../../language.ts";

/** What the lists of the room are called, in their tabs and over them. */
export const agreementFrameText = defineText({
	nb: {
		views: "Deler av avtaler",
		agreements: "Våre avtaler",
		followUp: "Lovet og levert",
		exchanges: "Delte stillinger og utveksling",
		coverage: "Dekning",
		interests: "Ønsker",
		invitations: "Invitasjoner",
		published: "Publiserte",
	},
	nn: {
		views: "Delar av avtalar",
		agreements: "Avtalane våre",
		followUp: "Lova og levert",
		exchanges: "Delte stillingar og utveksling",
		coverage: "Dekning",
		interests: "Ønske",
		invitations: "Invitasjonar",
		published: "Publiserte",
	},
	en: {
		views: "Parts of agreements",
		agreements: "Our agreements",
		followUp: "Promised and delivered",
		exchanges: "Shared positions and exchange",
		coverage: "Coverage",
		interests: "Interests",
		invitations: "Invitations",
		published: "Published",
	},
});
