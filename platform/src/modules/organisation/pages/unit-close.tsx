import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { formatDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { ConfirmPage } from "../../../ui/ConfirmForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { closeUnit, previewClosing, readUnit } from "../service.server.ts";
import { unitClosing } from "../unit/contract.ts";
import { unitText } from "../unit/text.ts";
import type { Route } from "./+types/unit-close";
import { unitsText } from "./units.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const unit = await readUnit(work, params.organisationId, params.unitId);
		if (!unit?.can.close) missing();
		return { today: work.today, closing: (await previewClosing(work, unit.id, work.today)) ?? missing() };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, commanding } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const parsed = parseForm(unitClosing, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => closeUnit(work, params.unitId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const { lastDay } = parsed.values;
	const text = unitsText[language];
	return redirectWithToast(
		`/organisations/${params.organisationId}/units/${params.unitId}`,
		outcome.done.isClosed ? text.closed : text.closes(formatDate(language, lastDay)),
	);
}

export default function UnitClose({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = unitsText[language];
	const { closing, today } = loaderData;
	const base = `/organisations/${params.organisationId}/units`;
	const page = `${base}/${params.unitId}`;
	const title = text.closeTitle(closing.unit.name);
	return (
		<>
			<title>{houseText[language].pageTitle(title)}</title>
			<ConfirmPage
				title={title}
				trail={[
					{ to: base, label: text.title },
					{ to: page, label: closing.unit.name },
				]}
				action={`${page}/close`}
				submit={text.close}
				cancelTo={page}
				dangerous
				refused={actionData}
				say={saying(language, unitText[language].refusals)}
			>
				<p className="ds-paragraph">{text.closeLead}</p>
				{(closing.memberships > 0 || closing.contacts > 0) && (
					<p className="ds-paragraph">{text.hanging(closing.memberships, closing.contacts)}</p>
				)}
				<input type="hidden" name="version" value={closing.unit.version} />
				<Field name="lastDay" kind="date" label={text.lastDay} value={today} required />
				{closing.openBelow.length > 0 && (
					<Field name="andBelow" kind="checkbox" label={text.andBelow(closing.openBelow.length)} />
				)}
			</ConfirmPage>
		</>
	);
}
