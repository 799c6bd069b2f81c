import { data } from "react-router";
import { z } from "zod";
import type { Work } from "../../../database/work.server.ts";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { findChoice } from "../../../ui/choice.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { MoveForm } from "../../../ui/MoveForm.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { moveTargets, type TreeNode, toTree } from "../../../ui/tree-nodes.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { moveUnit, readTreeAlone, readUnit } from "../service.server.ts";
import { unitText } from "../unit/text.ts";
import type { Route } from "./+types/unit-move";
import { inTree } from "./unit-address.ts";
import { unitsText } from "./units.text.ts";

type Node = TreeNode & { readonly children: readonly Node[] };

/** The organisation itself stands as the root, so that a unit can be moved to the top. */
const topId = "top";

async function placesFor(work: Work, organisationId: string, top: string): Promise<Node> {
	const lines = await readTreeAlone(work, organisationId);
	const children = toTree<(typeof lines)[number], Node>(lines, (line, below) => ({
		id: line.id,
		label: line.name,
		children: below,
	}));
	return { id: topId, label: top, children };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const unit = await readUnit(work, params.organisationId, params.unitId);
		if (!unit?.can.move) missing();
		return { unit, root: await placesFor(work, params.organisationId, unitsText[language].top) };
	});
}

const moving = z.object({ parentId: z.string().max(2000) });

/** Moves by the form, and by a drop in the tree, which posts the same field. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, commanding } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const parsed = parseForm(moving, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding(async (work) => {
		const unit = await readUnit(work, params.organisationId, params.unitId);
		if (!unit) missing();
		const root = await placesFor(work, params.organisationId, unitsText[language].top);
		const target = findChoice(moveTargets([root], unit.id), parsed.values.parentId)?.value ?? parsed.values.parentId;
		return moveUnit(work, unit.id, {
			version: unit.version,
			parentId: target === topId ? null : target,
			beforeId: null,
		});
	});
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(inTree(params.organisationId, params.unitId), unitsText[language].moved);
}

export default function UnitMove({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = unitsText[language];
	const { unit, root } = loaderData;
	const base = `/organisations/${params.organisationId}/units`;
	const title = text.moveTitle(unit.name);
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
			<MoveForm
				nodes={[root]}
				id={unit.id}
				name="parentId"
				label={text.moveTo}
				submit={text.move}
				cancelTo={`${base}/${unit.id}`}
				refused={actionData}
				say={saying(language, unitText[language].refusals)}
			/>
		</div>
	);
}
