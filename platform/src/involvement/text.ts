import { defineText } from "../language.ts";
import type { InvolvedRole, Phase, Timeliness } from "./rules.ts";

type Words = {
	readonly phase: Readonly<Record<Phase, string>>;
	readonly role: Readonly<Record<InvolvedRole, string>>;
	readonly timeliness: Readonly<Record<Timeliness, string>>;
};

export const involvementText = defineText({
	nb: {
		phase: { idea: "Idé", plan: "Plan", decision: "Vedtak", implementation: "Gjennomføring", evaluation: "Evaluering" },
		role: {
			user: "Bruker",
			"next-of-kin": "Pårørende",
			"user-council": "Brukerråd",
			"user-organisation": "Brukerorganisasjon",
			union: "Tillitsvalgt",
			"safety-representative": "Verneombud",
			employee: "Ansatt",
			leader: "Leder",
			politician: "Folkevalgt",
			partner: "Samarbeidspart",
		},
		timeliness: { early: "Tidlig med", late: "Sent med", never: "Ikke med" },
	} satisfies Words,
	nn: {
		phase: { idea: "Idé", plan: "Plan", decision: "Vedtak", implementation: "Gjennomføring", evaluation: "Evaluering" },
		role: {
			user: "Brukar",
			"next-of-kin": "Pårørande",
			"user-council": "Brukarråd",
			"user-organisation": "Brukarorganisasjon",
			union: "Tillitsvald",
			"safety-representative": "Verneombod",
			employee: "Tilsett",
			leader: "Leiar",
			politician: "Folkevald",
			partner: "Samarbeidspart",
		},
		timeliness: { early: "Tidleg med", late: "Seint med", never: "Ikkje med" },
	},
	en: {
		phase: {
			idea: "Idea",
			plan: "Plan",
			decision: "Decision",
			implementation: "Implementation",
			evaluation: "Evaluation",
		},
		role: {
			user: "User",
			"next-of-kin": "Next of kin",
			"user-council": "User council",
			"user-organisation": "User organisation",
			union: "Union representative",
			"safety-representative": "Safety representative",
			employee: "Employee",
			leader: "Leader",
			politician: "Elected representative",
			partner: "Partner",
		},
		timeliness: { early: "Involved early", late: "Involved late", never: "Not involved" },
	},
});
