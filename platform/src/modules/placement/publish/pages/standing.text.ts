import { defineText } from "../../../../language.ts";

/** What a placement that no longer stands means for the student, and what stands of those who answered nothing themselves. */
export const standingText = defineText({
	nb: {
		hasNotWished: "Har ikke ønsket",
		onBehalf: "Skriv inn svaret fra praksisstedet",
		onBehalfLead: "Når stedet har svart på e-post eller telefon. Det står her at det er du som har skrevet det inn.",
		declined: "Praksisstedet kan ikke ta imot deg, så denne plassen gjelder ikke lenger",
		cancelled: "Denne plassen er avlyst, så du skal ikke dit",
		next: (who: string, here: boolean) =>
			`Du har ingen praksisplass akkurat nå. Praksiskoordinatoren hos ${who} vet om det. Får du en ny plass, ser du den ${here ? "her" : "under Min praksis"}. Du trenger ikke gjøre noe.`,
	},
	nn: {
		hasNotWished: "Har ikkje ønskt",
		onBehalf: "Skriv inn svaret frå praksisstaden",
		onBehalfLead: "Når staden har svara på e-post eller telefon. Det står her at det er du som har skrive det inn.",
		declined: "Praksisstaden kan ikkje ta imot deg, så denne plassen gjeld ikkje lenger",
		cancelled: "Denne plassen er avlyst, så du skal ikkje dit",
		next: (who: string, here: boolean) =>
			`Du har ingen praksisplass akkurat no. Praksiskoordinatoren hos ${who} veit om det. Får du ein ny plass, ser du han ${here ? "her" : "under Praksisen min"}. Du treng ikkje gjere noko.`,
	},
	en: {
		hasNotWished: "Has not wished",
		onBehalf: "Enter the site's answer",
		onBehalfLead: "When the site has answered by e-mail or telephone. It is shown here that you entered it.",
		declined: "The site cannot receive you, so this placement no longer holds",
		cancelled: "This placement is cancelled, so you are not going there",
		next: (who: string, here: boolean) =>
			`You have no placement right now. The placement coordinator at ${who} knows. If you are given a new one, you see it ${here ? "here" : "under My placements"}. You need not do anything.`,
	},
});
