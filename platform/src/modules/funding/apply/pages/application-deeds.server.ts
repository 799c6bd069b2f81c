import type { Work } from "../../../../database/work.server.ts";
import type { Outcome, Refusal } from "../../../../outcome.ts";
import { findNamed } from "../../../../ui/choice.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { missing, redirectWithToast, type representing } from "../../../../visit.server.ts";
import { assessText } from "../../assess/text.ts";
import {
	appealDecision,
	changeApplication,
	inviteParty,
	moveParty,
	openApplication,
	removeParty,
	sendApplication,
	takeNewVersion,
	withdrawApplication,
} from "../../service.server.ts";
import { applicationText } from "./application.text.ts";
import { organisationsToAsk } from "./organisations.server.ts";
import { partiesText } from "./parties.text.ts";

type Visit = ReturnType<typeof representing>;
type Refused = { readonly about: string; readonly refusals: readonly Refusal[]; readonly given: Given };

/** Does what a button of an application's page asks for, and leads on; gives back what was refused. */
export async function applicationDeed(visit: Visit, id: string, form: FormData): Promise<Refused> {
	const { language, commanding, reading } = visit;
	const text = applicationText[language];
	const here = `/funding/applications/${id}`;
	const word = (name: string) => String(form.get(name) ?? "").trim();
	const deed = word("deed");
	const go = async (about: string, to: string, toast: string, verb: (work: Work) => Promise<Outcome<unknown>>) => {
		const outcome = await commanding(verb);
		if (!outcome.refused) throw await redirectWithToast(to, toast);
		if (outcome.refused.some(({ code }) => code === "missing")) missing();
		return {
			about,
			refusals: outcome.refused,
			given: { reason: word("reason"), written: word("written"), organisation: word("organisation") },
		};
	};
	switch (deed) {
		case "send": {
			const { reference } = (await reading((work) => openApplication(work, id))).done?.application ?? missing();
			return go("send", here, text.sent(reference), (work) => sendApplication(work, id, Number(word("version"))));
		}
		case "change":
			return go("send", here, text.changingNow, (work) => changeApplication(work, id));
		case "take-version":
			return go("send", here, text.tookNewer, (work) => takeNewVersion(work, id));
		case "invite": {
			const choice = findNamed(await reading(organisationsToAsk), word("organisation"));
			return go("invite", `${here}#parties`, partiesText[language].invited, (work) =>
				inviteParty(work, id, choice?.value ?? ""),
			);
		}
		case "remove":
			return go("invite", `${here}#parties`, partiesText[language].tookOut, (work) =>
				removeParty(work, id, word("party")),
			);
		case "join":
		case "approve":
		case "leave": {
			const to = deed === "leave" ? "/funding/portfolio" : here;
			const move = { move: deed, because: word("because").slice(0, 1000), version: Number(word("version")) } as const;
			return go("move", to, partiesText[language].moved[deed], (work) => moveParty(work, id, move));
		}
		case "appeal":
			return go("appeal", `${here}#decision`, assessText[language].appealSent, (work) =>
				appealDecision(work, id, word("written").slice(0, 8000)),
			);
		case "withdraw": {
			const isGone = (await reading((work) => openApplication(work, id))).done?.application.sent === 0;
			return go("withdraw", isGone ? "/funding/portfolio" : here, isGone ? text.removed : text.withdrawnNow, (work) =>
				withdrawApplication(work, id, word("reason").slice(0, 1000)),
			);
		}
		default:
			return missing();
	}
}
