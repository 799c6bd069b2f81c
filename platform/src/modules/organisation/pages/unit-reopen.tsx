import { saying } from "../../../forms/text.ts";
import { redirect } from "../../../redirect.server.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { readUnit, reopenUnit } from "../service.server.ts";
import { unitText } from "../unit/text.ts";
import type { Route } from "./+types/unit-reopen";
import { unitsText } from "./units.text.ts";

export function loader({ params }: Route.LoaderArgs) {
	return redirect(`/organisations/${params.organisationId}/units/${params.unitId}`);
}

/** Opens a closed unit again: a button on its page. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, commanding } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const outcome = await commanding(async (work) => {
		const unit = await readUnit(work, params.organisationId, params.unitId);
		return unit ? reopenUnit(work, unit.id, unit.version) : missing();
	});
	const refusal = outcome.refused?.[0];
	return redirectWithToast(
		`/organisations/${params.organisationId}/units/${params.unitId}`,
		refusal ? saying(language, unitText[language].refusals)(refusal) : unitsText[language].reopened,
	);
}
