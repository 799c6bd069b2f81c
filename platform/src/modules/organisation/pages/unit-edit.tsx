import { data } from "react-router";
import { inFieldOrder } from "../../../forms/field-order.ts";
import { parseForm } from "../../../forms/parse.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { changeUnit, judgeUnit, readUnit, readVocabulary } from "../service.server.ts";
import { unitChange } from "../unit/contract.ts";
import { hasPostcodes } from "../unit/store.server.ts";
import type { Route } from "./+types/unit-edit";
import { UnitForm, unitFields } from "./UnitForm.tsx";
import { unitsText } from "./units.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const unit = await readUnit(work, params.organisationId, params.unitId);
		if (!unit?.can.change) missing();
		return { unit, vocabulary: await readVocabulary(work), hasPostcodes: await hasPostcodes(work) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, reading, commanding } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const parsed = parseForm(unitChange, await request.formData());
	if (parsed.refusals) {
		const judged = await reading((work) => judgeUnit(work, params.unitId, parsed.readable));
		return data({ refusals: inFieldOrder([...parsed.refusals, ...judged], unitFields), given: parsed.given }, 422);
	}
	const outcome = await commanding((work) => changeUnit(work, params.unitId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: inFieldOrder(outcome.refused, unitFields), given: parsed.given }, 422);
	}
	return redirectWithToast(`/organisations/${params.organisationId}/units/${params.unitId}`, unitsText[language].saved);
}

export default function UnitEdit({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = unitsText[language];
	const { unit } = loaderData;
	const base = `/organisations/${params.organisationId}/units`;
	const title = text.editTitle(unit.name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: base, label: text.title },
					{ to: `${base}/${unit.id}`, label: unit.name },
				]}
			/>
			<UnitForm
				vocabulary={loaderData.vocabulary}
				hasPostcodes={loaderData.hasPostcodes}
				unit={unit}
				refused={actionData}
				cancelTo={`${base}/${unit.id}`}
			/>
		</div>
	);
}
