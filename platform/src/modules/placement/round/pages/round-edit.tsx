import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { roundChange } from "../contract.ts";
import { changeRound, roundToRun } from "../service.server.ts";
import type { Route } from "./+types/round-edit";
import { RoundForm } from "./RoundForm.tsx";
import { roundPagesText } from "./round.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const found = await reading((work) => roundToRun(work, params.roundId, null));
	if (found.refused) missing();
	const { id, version, name, firstDay, lastDay, wishesFrom, wishesUntil, wishesMost, confirmBy } = found.done;
	return { id, version, values: { name, firstDay, lastDay, wishesFrom, wishesUntil, wishesMost, confirmBy } };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(roundChange, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeRound(work, params.roundId, parsed.values));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/placement/rounds/${params.roundId}`, roundPagesText[language].saved);
}

export default function RoundEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = roundPagesText[language];
	const page = `/placement/rounds/${loaderData.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.editTitle)}</title>
			<PageHeader title={text.editTitle} trail={[{ to: page, label: loaderData.values.name }]} />
			<RoundForm
				values={loaderData.values}
				version={loaderData.version}
				refused={actionData}
				submit={text.save}
				cancelTo={page}
			/>
		</div>
	);
}
