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
import { mayOf } from "../../asker.server.ts";
import { beginCollection, listProgress, listUnitsToAsk, openCall } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { collectionFacts } from "../contract.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/collection-new";

/** Asks the units what they need of a call. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openCall(work, params.callId)).done ?? missing();
		const { call, versions, draft, can } = opened;
		const content = versions[0]?.content ?? draft?.content ?? missing();
		const isOpen = call.way === "outside" ? can.edit : can.apply;
		if (!isOpen || !(await mayOf(work)).apply || (await listProgress(work)).has(call.id)) missing();
		return {
			...{ id: call.id, title: content.title, last: content.closesOn, today: work.today },
			units: (await listUnitsToAsk(work)).map(({ id, name }) => ({ value: id, label: name })),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(collectionFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => beginCollection(work, params.callId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/funding/collections/${outcome.done.id}`, collectText[language].begun);
}

export default function CollectionNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { id, title, last, today, units } = loaderData;
	const back = `/funding/calls/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.beginTitle)}</title>
			<PageHeader
				title={text.beginTitle}
				lead={text.beginLead}
				trail={[
					{ to: "/funding/portfolio", label: fundingText[language].portfolio },
					{ to: back, label: title },
				]}
			/>
			<TaskForm
				refused={actionData}
				labels={text.fields}
				values={{ units: units.map(({ value }) => value) }}
				say={saying(language, fundingText[language].refusals)}
			>
				<Field name="answerBy" kind="date" required min={today} {...(last === null ? {} : { max: last })} />
				<Field name="message" kind="textarea" rows={3} maxLength={2000} />
				<Field name="units" kind="checkboxes" required choices={units} />
				<div className="task-buttons">
					<SubmitButton>{text.ask}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
