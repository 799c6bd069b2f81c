import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { roundValues } from "../contract.ts";
import { createRound } from "../service.server.ts";
import type { Route } from "./+types/round-new";
import { RoundForm } from "./RoundForm.tsx";
import { roundPagesText } from "./round.text.ts";

/** The next term as institutions reckon: spring from January, autumn from August. */
function nextTerm(today: string): { firstDay: string; lastDay: string } {
	const [year = 0, month = 0] = today.split("-").map(Number);
	return month < 6
		? { firstDay: `${year}-08-01`, lastDay: `${year}-12-31` }
		: { firstDay: `${year + 1}-01-01`, lastDay: `${year + 1}-06-30` };
}

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		return nextTerm(work.today);
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { actor, language, commanding } = representing(context, request);
	const parsed = parseForm(roundValues, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => createRound(work, parsed.values, actor.organisationKind ?? ""));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/placement/rounds/${outcome.done.id}`, roundPagesText[language].created);
}

export default function RoundNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = roundPagesText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: "/placement/rounds", label: text.title }]} />
			<RoundForm
				values={{ ...loaderData, wishesMost: 5 }}
				refused={actionData}
				submit={text.create}
				cancelTo="/placement/rounds"
			/>
		</div>
	);
}
