import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ConfirmPage } from "../../../../ui/ConfirmForm.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { cancelPlacement } from "../answer.server.ts";
import { afterCancelling } from "../codes.ts";
import { cancelling } from "../contract.ts";
import { readPlacement } from "../service.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/placement-cancel";
import { publishPagesText } from "./publish.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const page = (await reading((work) => readPlacement(work, params.placementId))) ?? missing();
	if (!page.can.cancel) missing();
	const { id, studentName, version } = page.placement;
	return { id, studentName, version, keeps: page.can.withdraw };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, commanding } = representing(context, request);
	const parsed = parseForm(cancelling, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => cancelPlacement(work, params.placementId, parsed.values, actor.name));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(
		`/placement/placements/${params.placementId}`,
		publishPagesText[language][parsed.values.next === "out" ? "cancelledOut" : "cancelled"],
	);
}

export default function PlacementCancel({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishPagesText[language];
	const page = `/placement/placements/${loaderData.id}`;
	const title = text.cancelTitle(loaderData.studentName);
	return (
		<>
			<title>{houseText[language].pageTitle(title)}</title>
			<ConfirmPage
				title={title}
				trail={[
					{ to: "/placement/placements", label: text.title },
					{ to: page, label: loaderData.studentName },
				]}
				action={`${page}/cancel`}
				submit={text.cancel}
				cancelTo={page}
				dangerous
				refused={actionData}
				say={saying(language, publishText[language].refusals)}
			>
				<p>{loaderData.keeps ? text.cancelBodyKeeper : text.cancelBody}</p>
				<input type="hidden" name="version" value={loaderData.version} />
				{loaderData.keeps && (
					<Field
						name="next"
						label={text.next}
						kind="radio"
						required
						choices={afterCancelling.map((value) => ({ value, label: text.nextChoices[value] }))}
					/>
				)}
				<Field name="reason" label={text.reason} kind="textarea" required maxLength={1000} />
			</ConfirmPage>
		</>
	);
}
