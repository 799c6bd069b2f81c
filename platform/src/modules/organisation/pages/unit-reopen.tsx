import { saying } from "../../../forms/text.ts";
import { done } from "../../../outcome.ts";
import { redirect } from "../../../redirect.server.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { readUnit, reopenUnit } from "../service.server.ts";
import { unitText } from "../unit/text.ts";
import type { Route } from "./+types/unit-reopen";
import { unitsText } from "./units.text.ts";

export function loader({ params }: Route.LoaderArgs) {
	return redirect(`/organisations/${params.organisationId}/units/${params.unitId}`);
}

/** Opens a closed unit again, or takes back a last day that is still to come: a button on its page. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, commanding } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const outcome = await commanding(async (work) => {
		const unit = (await readUnit(work, params.organisationId, params.unitId)) ?? missing();
		const opened = await reopenUnit(work, unit.id, unit.version);
		return opened.refused ? opened : done({ wasClosed: unit.closed });
	});
	const text = unitsText[language];
	const refusal = outcome.refused?.[0];
	return redirectWithToast(
		`/organisations/${params.organisationId}/units/${params.unitId}`,
		refusal
			? saying(language, unitText[language].refusals)(refusal)
			: outcome.done?.wasClosed
				? text.reopened
				: text.keptOpen,
	);
}
