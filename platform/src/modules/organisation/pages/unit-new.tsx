import { data } from "react-router";
import { inFieldOrder } from "../../../forms/field-order.ts";
import { parseForm } from "../../../forms/parse.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { mayAnywhere } from "../rules.ts";
import { createUnit, judgeUnit, mandateOf, readTreeAlone, readVocabulary } from "../service.server.ts";
import { newUnit } from "../unit/contract.ts";
import { hasPostcodes } from "../unit/store.server.ts";
import type { Route } from "./+types/unit-new";
import { UnitForm, unitFields } from "./UnitForm.tsx";
import { unitsText } from "./units.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	return reading(async (work) => {
		if (!mayAnywhere(await mandateOf(work), "manage-units")) missing();
		const lines = await readTreeAlone(work, params.organisationId);
		return {
			vocabulary: await readVocabulary(work),
			hasPostcodes: await hasPostcodes(work),
			parentId: new URL(request.url).searchParams.get("below"),
			parents: lines.map((line) => ({ value: line.id, label: `${"\u2003".repeat(line.depth)}${line.name}` })),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, reading, commanding } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const parsed = parseForm(newUnit, await request.formData());
	if (parsed.refusals) {
		const judged = await reading((work) => judgeUnit(work, null, parsed.readable));
		return data({ refusals: inFieldOrder([...parsed.refusals, ...judged], unitFields), given: parsed.given }, 422);
	}
	const outcome = await commanding((work) => createUnit(work, parsed.values));
	if (outcome.refused) return data({ refusals: inFieldOrder(outcome.refused, unitFields), given: parsed.given }, 422);
	return redirectWithToast(
		`/organisations/${params.organisationId}/units/${outcome.done.id}`,
		unitsText[language].created,
	);
}

export default function UnitNew({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = unitsText[language];
	const base = `/organisations/${params.organisationId}/units`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: base, label: text.title }]} />
			<UnitForm
				vocabulary={loaderData.vocabulary}
				hasPostcodes={loaderData.hasPostcodes}
				parents={loaderData.parents}
				parentId={loaderData.parentId}
				refused={actionData}
				cancelTo={base}
			/>
		</div>
	);
}
