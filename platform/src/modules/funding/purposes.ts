import type { FormPurpose } from "../../forms/purpose.ts";
import type { Actor } from "../../identity/actor.ts";
import { isGiver } from "./rules.ts";

const giving = ["case-officer", "administrator", "manager"];
const applying = ["grants-coordinator", "competence-planner", "administrator", "manager"];

function holds(actor: Actor, roles: readonly string[]): boolean {
	return (
		actor.kind === "person" && actor.organisationId !== null && actor.wholeRoles.some((one) => roles.includes(one))
	);
}

const made = {
	audience: "everyone",
	...{ shared: true, isFree: false },
	mayEdit: (actor: Actor) => actor.kind === "person" && isGiver(actor.organisationKind) && holds(actor, giving),
	mayAnswer: (actor: Actor) => holds(actor, applying),
} as const;

/** What forms of this room are for: both are made with their call and begun from it. */
export const fundingForms: Readonly<Record<"funding-application" | "funding-report", FormPurpose>> = {
	"funding-application": {
		...made,
		title: { nb: "Søknad om tilskudd", nn: "Søknad om tilskot", en: "Application for a grant" },
		about: {
			nb: "Det søkere svarer på når de søker på en utlysning.",
			nn: "Det søkjarar svarer på når dei søkjer på ei utlysing.",
			en: "What applicants answer when they apply to a call.",
		},
	},
	"funding-report": {
		...made,
		title: { nb: "Rapport om tilskudd", nn: "Rapport om tilskot", en: "Report on a grant" },
		about: {
			nb: "Det de som får tilskudd, rapporterer. Spørsmålene er kjent fra utlysningen.",
			nn: "Det dei som får tilskot, rapporterer. Spørsmåla er kjende frå utlysinga.",
			en: "What those who get a grant report. The questions are known from the call.",
		},
	},
};
