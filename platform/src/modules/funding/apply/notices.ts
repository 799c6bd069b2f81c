import { z } from "zod";
import { defineText } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

/** What is told of an application as it happens. */
export const applicationSteps = [
	"invited",
	"joined",
	"approved",
	"left",
	"removed",
	"sent",
	"sent-anew",
	"withdrawn",
	"recommended",
	"granted",
	"refused",
	"appealed",
	"appeal-upheld",
	"appeal-granted",
	"dates-moved",
	"interim-answered",
] as const;
export type ApplicationStep = (typeof applicationSteps)[number];

const detail = z.object({ step: z.enum(applicationSteps), title: z.string(), by: z.string() });
type Moved = z.infer<typeof detail>;

const moved = defineText({
	nb: {
		title: ({ step, title, by }: Moved) =>
			({
				invited: `${by} inviterer dere til å søke sammen: ${title}`,
				joined: `${by} er med på søknaden: ${title}`,
				approved: `${by} har godkjent sin del av søknaden: ${title}`,
				left: `${by} er ikke med på søknaden lenger: ${title}`,
				removed: `${by} har tatt dere ut av søknaden: ${title}`,
				sent: `${by} har søkt: ${title}`,
				"sent-anew": `${by} har sendt søknaden på nytt: ${title}`,
				withdrawn: `${by} har trukket søknaden: ${title}`,
				recommended: `${by} oppfordrer dere til å søke: ${title}`,
				granted: `Søknaden er innvilget: ${title}`,
				refused: `Søknaden er avslått: ${title}`,
				appealed: `${by} klager på vedtaket: ${title}`,
				"appeal-upheld": `Vedtaket står etter klagen: ${title}`,
				"appeal-granted": `Klagen førte fram: ${title}`,
				"dates-moved": `${by} har flyttet fristene: ${title}`,
				"interim-answered": `${by} har svart på underveisrapporten: ${title}`,
			})[step],
	},
	nn: {
		title: ({ step, title, by }: Moved) =>
			({
				invited: `${by} inviterer dykk til å søkje saman: ${title}`,
				joined: `${by} er med på søknaden: ${title}`,
				approved: `${by} har godkjent delen sin av søknaden: ${title}`,
				left: `${by} er ikkje med på søknaden lenger: ${title}`,
				removed: `${by} har teke dykk ut av søknaden: ${title}`,
				sent: `${by} har søkt: ${title}`,
				"sent-anew": `${by} har sendt søknaden på nytt: ${title}`,
				withdrawn: `${by} har trekt søknaden: ${title}`,
				recommended: `${by} oppmodar dykk om å søkje: ${title}`,
				granted: `Søknaden er innvilga: ${title}`,
				refused: `Søknaden er avslått: ${title}`,
				appealed: `${by} klagar på vedtaket: ${title}`,
				"appeal-upheld": `Vedtaket står etter klaga: ${title}`,
				"appeal-granted": `Klaga førte fram: ${title}`,
				"dates-moved": `${by} har flytt fristane: ${title}`,
				"interim-answered": `${by} har svart på undervegsrapporten: ${title}`,
			})[step],
	},
	en: {
		title: ({ step, title, by }: Moved) =>
			({
				invited: `${by} invites you to apply together: ${title}`,
				joined: `${by} takes part in the application: ${title}`,
				approved: `${by} has approved its part of the application: ${title}`,
				left: `${by} no longer takes part in the application: ${title}`,
				removed: `${by} has taken you out of the application: ${title}`,
				sent: `${by} has applied: ${title}`,
				"sent-anew": `${by} has sent the application anew: ${title}`,
				withdrawn: `${by} has withdrawn the application: ${title}`,
				recommended: `${by} encourages you to apply: ${title}`,
				granted: `The application is granted: ${title}`,
				refused: `The application is refused: ${title}`,
				appealed: `${by} appeals the decision: ${title}`,
				"appeal-upheld": `The decision stands after the appeal: ${title}`,
				"appeal-granted": `The appeal was granted: ${title}`,
				"dates-moved": `${by} has moved the deadlines: ${title}`,
				"interim-answered": `${by} has answered the interim report: ${title}`,
			})[step],
	},
});

/** Tells those who apply, and those who decide, what happens to an application. */
export const applicationMoved = defineNotice({
	kind: "funding.application",
	detail,
	name: {
		nb: "Noe skjer med en søknad om tilskudd",
		nn: "Noko skjer med ein søknad om tilskot",
		en: "Something happens to an application for a grant",
	},
	text: moved,
});
