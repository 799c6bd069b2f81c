import { defineText } from "../../../../language.ts";

/** What can be done to a hearing, and what is said where it is done. */
export const hearingDeedsText = defineText({
	nb: {
		edit: "Endre",
		moveLastDay: "Gi mer tid",
		send: "Send på høring",
		sendAgain: "Send til dem som er kommet til",
		close: "Avslutt høringen",
		closeBody: "Alle som er spurt, får beskjed om svarene. Etter dette kan ingenting endres.",
		closeWhen:
			"Høringen kan avsluttes når alle innspill har fått svar, og alle som er spurt, har svart eller fristen er ute.",
		closed: "Høringen er avsluttet, og alle som er spurt, får svar.",
		withdraw: "Trekk høringen",
		withdrawBody: "De som er spurt, får vite hvorfor. Det som er sagt, blir stående.",
		withdrawn: "Høringen er trukket.",
		removeDraft: "Slett utkastet",
		removeDraftBody: "Ingen andre har sett det. Det kan ikke hentes tilbake.",
		draftRemoved: "Utkastet er slettet.",
	},
	nn: {
		edit: "Endre",
		moveLastDay: "Gi meir tid",
		send: "Send på høyring",
		sendAgain: "Send til dei som er komne til",
		close: "Avslutt høyringa",
		closeBody: "Alle som er spurde, får melding om svara. Etter dette kan ingenting endrast.",
		closeWhen:
			"Høyringa kan avsluttast når alle innspel har fått svar, og alle som er spurde, har svara eller fristen er ute.",
		closed: "Høyringa er avslutta, og alle som er spurde, får svar.",
		withdraw: "Trekk høyringa",
		withdrawBody: "Dei som er spurde, får vite kvifor. Det som er sagt, blir ståande.",
		withdrawn: "Høyringa er trekt.",
		removeDraft: "Slett utkastet",
		removeDraftBody: "Ingen andre har sett det. Det kan ikkje hentast tilbake.",
		draftRemoved: "Utkastet er sletta.",
	},
	en: {
		edit: "Change",
		moveLastDay: "Give more time",
		send: "Send out for consultation",
		sendAgain: "Send to those added since",
		close: "Close the consultation",
		closeBody: "All who were asked are told of the answers. After this nothing can be changed.",
		closeWhen:
			"The consultation can be closed when every input has an answer, and everyone asked has answered or the last day has passed.",
		closed: "The consultation is closed, and all who were asked get their answers.",
		withdraw: "Withdraw the consultation",
		withdrawBody: "Those asked are told why. What was said stands.",
		withdrawn: "The consultation is withdrawn.",
		removeDraft: "Delete the draft",
		removeDraftBody: "Nobody else has seen it. It cannot be brought back.",
		draftRemoved: "The draft is deleted.",
	},
});
