import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { daysWord, yearsWord } from "../../capacity/pages/words.ts";
import { unmetReasons } from "../../codes.ts";
import type { RequestPage } from "../answer.server.ts";
import "../../capacity/pages/capacity.css";
import { requestText } from "../text.ts";
import { requestAnswerText } from "./answer.text.ts";

/** Lines for sites that are not published. */
const otherLines = 3;

/** Answers an order: places of published capacity, others by name, and why the rest cannot be met. */
export function RequestAnswerForm({
	page,
	refused,
}: {
	readonly page: RequestPage;
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = requestText[language];
	const answers = requestAnswerText[language];
	const { fields, hints } = text;
	const { request, offers, answer } = page;
	const others = answer.filter(({ offerId }) => !offers.some(({ id }) => id === offerId));
	const count = offers.length + Math.max(otherLines, others.length + 1);
	const values: Record<string, FieldValue> = {
		...{ unmetReason: request.unmetReason, message: request.answerMessage, answeredBy: "" },
	};
	offers.forEach((offer, index) => {
		values[`lines.${index}.places`] = answer.find(({ offerId }) => offerId === offer.id)?.places ?? "";
	});
	others.forEach((line, index) => {
		values[`lines.${offers.length + index}.siteName`] = line.siteName;
		values[`lines.${offers.length + index}.places`] = line.places;
	});
	return (
		<TaskForm
			refused={refused}
			values={values}
			labels={{ ...fields, message: fields.answerMessage, ...labelsOf(page, count, answers.offerPlaces, fields) }}
			say={saying(language, text.refusals)}
		>
			<input type="hidden" name="version" value={request.version} />
			<input type="hidden" name="count" value={count} />
			<fieldset className="ds-fieldset">
				<legend className="ds-label">{answers.fromOffers}</legend>
				{offers.length === 0 && <p className="ds-paragraph quiet">{answers.noOffers}</p>}
				{offers.map((offer, index) => (
					<div key={offer.id}>
						<input type="hidden" name={`lines.${index}.offerId`} value={offer.id} />
						<input type="hidden" name={`lines.${index}.siteName`} value={offer.siteName} />
						<Field
							name={`lines.${index}.places`}
							kind="number"
							whole
							label={answers.offerPlaces(offer.siteName)}
							required="sometimes"
							hint={`${answers.free(formatNumber(language, offer.free))} · ${yearsWord(language, offer.years)} · ${daysWord(language, offer)}`}
						/>
					</div>
				))}
			</fieldset>
			<fieldset className="ds-fieldset">
				<legend className="ds-label">{answers.other}</legend>
				<p className="ds-paragraph quiet">{answers.otherHint}</p>
				{Array.from({ length: count - offers.length }, (_, place) => offers.length + place).map((index) => (
					<div className="order-line" key={index}>
						<Field
							name={`lines.${index}.siteName`}
							label={answers.site}
							maxLength={200}
							autoComplete="off"
							required="sometimes"
						/>
						<Field name={`lines.${index}.places`} kind="number" whole label={fields.places} required="sometimes" />
					</div>
				))}
			</fieldset>
			<Field
				name="unmetReason"
				kind="select"
				required="sometimes"
				hint={answers.noneHint}
				choices={reasonsToGive(page).map((reason) => ({ value: reason, label: text.reasons[reason] }))}
			/>
			<Field name="message" kind="textarea" rows={3} label={fields.answerMessage} maxLength={2000} />
			{!page.can.asHost && (
				<Field name="answeredBy" maxLength={200} autoComplete="off" width="full" hint={hints.answeredBy} />
			)}
			<div className="task-buttons">
				<SubmitButton>{answers.sendAnswer}</SubmitButton>
			</div>
		</TaskForm>
	);
}

/** Who answers for the host cannot say that nobody has answered. */
function reasonsToGive({ can }: RequestPage) {
	return unmetReasons.filter((reason) => reason !== "no-answer" || !can.asHost);
}

function labelsOf(
	{ offers }: RequestPage,
	count: number,
	offerPlaces: (site: string) => string,
	fields: { readonly places: string },
): Readonly<Record<string, string>> {
	const labels: Record<string, string> = {};
	for (let index = 0; index < count; index++) {
		const offer = offers[index];
		labels[`lines.${index}.places`] = offer ? offerPlaces(offer.siteName) : fields.places;
	}
	return labels;
}
