import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { heldMeasure } from "../../codes.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { openAgreement } from "../../service.server.ts";
import { agreementText } from "../../text.ts";
import { writtenDelivery } from "../contract.ts";
import { addDelivery } from "../service.server.ts";
import { followText } from "../text.ts";
import type { Route } from "./+types/delivery-new";

/** Something delivered that no room counts, written down. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openAgreement(work, params.agreementId, null);
		const { agreement, can, commitments } = opened.done ?? missing();
		const commitment = commitments.find(({ id }) => id === params.commitmentId) ?? missing();
		if (!can.follow || agreement.state !== "signed") missing();
		return { agreementId: agreement.id, title: agreement.title, commitment, today: work.today };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { agreementId, commitmentId } = params;
	const form = await request.formData();
	if (!form.has("note")) form.set("note", "");
	const parsed = parseForm(writtenDelivery.extend({ note: writtenDelivery.shape.note.nullable() }), form);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const values = { ...parsed.values, note: parsed.values.note ?? "" };
	const outcome = await commanding((work) => addDelivery(work, agreementId, commitmentId, values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/agreements/${agreementId}/delivered`, followText[language].added);
}

export default function DeliveryNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = followText[language];
	const { agreementId, title, commitment, today } = loaderData;
	const back = `/agreements/${agreementId}/delivered`;
	const refusals = { ...agreementRefusalText[language].refusals, "outside-period": text.outsidePeriod };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.addTitle)}</title>
			<PageHeader
				title={text.addTitle}
				lead={`${commitment.what}. ${text.addLead}`}
				trail={[
					{ to: "/agreements", label: agreementText[language].title },
					{ to: back, label: title },
				]}
			/>
			<TaskForm
				refused={actionData}
				labels={text.fields}
				values={{ deliveredOn: today }}
				say={saying(language, refusals)}
			>
				<Field name="deliveredOn" kind="date" max={today} required />
				<Field name="amount" kind="number" whole unit={agreementText[language].measures[commitment.measure]} required />
				<Field
					name="note"
					hint={commitment.measure === heldMeasure ? text.shareHint : text.noteHint}
					maxLength={400}
					width="full"
				/>
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
