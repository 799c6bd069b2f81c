import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { formatShortDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { itemOutcomes } from "../codes.ts";
import { decisionFacts, itemFacts, itemMinutes } from "../contract.ts";
import { addItem, changeItem, decide, openMeeting, undecide, writeMinutes } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/item";
import { ItemFields } from "./ItemFields.tsx";
import "./meeting.css";
import { meetingPageText } from "./meeting.text.ts";
import { pointsText } from "./points.text.ts";
import { seatWord, whenWord } from "./words.ts";

/** An item: what it is about before the meeting; what was said and decided when it is held. `new` is one to come. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openMeeting(work, params.meetingId)).done ?? missing();
		const { arena, meeting, items, seats, decisions, can } = opened;
		if (!can.lead || meeting.minutesApprovedAt !== null || meeting.state === "cancelled") missing();
		const item = params.itemId === "new" ? null : (items.find(({ id }) => id === params.itemId) ?? missing());
		return {
			...{ arena, meeting, item },
			seats: seats.filter(({ validTo }) => validTo === null),
			decisions: decisions.filter(({ itemId, meetingId }) => itemId === item?.id && meetingId === meeting.id),
		};
	});
}

const change = itemFacts.extend({ version: z.int() });
const minutes = itemMinutes.extend({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = meetingPageText[language];
	const form = await request.formData();
	const { meetingId, itemId } = params;
	const meeting = `/meetings/${meetingId}`;
	const here = `${meeting}/items/${itemId}`;
	const deed = String(form.get("deed") ?? "");
	if (deed === "take-back") {
		const outcome = await commanding((work) => undecide(work, meetingId, String(form.get("decisionId") ?? "")));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast(here, text.saved);
	}
	if (deed === "decide") {
		const parsed = parseForm(decisionFacts, form);
		if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
		const outcome = await commanding((work) => decide(work, meetingId, itemId, parsed.values));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, text.decided);
	}
	if (deed === "minutes") {
		const parsed = parseForm(minutes, form);
		if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
		const outcome = await commanding((work) => writeMinutes(work, meetingId, itemId, parsed.values));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(meeting, text.saved);
	}
	if (itemId === "new") {
		const parsed = parseForm(itemFacts, form);
		if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
		const outcome = await commanding((work) => addItem(work, meetingId, parsed.values));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(meeting, text.saved);
	}
	const parsed = parseForm(change, form);
	if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => changeItem(work, meetingId, itemId, parsed.values));
	if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(meeting, text.saved);
}

export default function ItemPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = meetingPageText[language];
	const words = meetingText[language];
	const say = saying(language, words.refusals);
	const { arena, meeting, item, seats, decisions } = loaderData;
	const back = `/meetings/${meeting.id}`;
	const title = item?.title ?? text.addItem;
	const held = meeting.state === "held";
	const refused = (deed: string) => (actionData?.deed === deed ? actionData : undefined);
	const version = item && <input type="hidden" name="version" value={item.version} />;
	const theirs = actionData?.refusals.some(({ code }) => code === "changed-by-another") && item;
	const cancel = (
		<Link className="ds-button" data-variant="tertiary" to={back}>
			{uiText[language].cancel}
		</Link>
	);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: `/arenas/${arena.id}`, label: arena.name },
					{ to: back, label: whenWord(language, meeting) },
				]}
			/>
			{theirs && (
				<Alert tone="info" title={words.refusals["changed-by-another"]}>
					<p className="pre-line">{held ? theirs.minutes : `${theirs.title}\n${theirs.body}`}</p>
				</Alert>
			)}
			{held && item ? (
				<>
					<TaskForm
						refused={refused("minutes")}
						values={{ minutes: item.minutes, outcome: item.outcome === "none" ? "noted" : item.outcome }}
						labels={text.fields}
						say={say}
					>
						<input type="hidden" name="deed" value="minutes" />
						{version}
						<Field name="minutes" kind="textarea" rows={8} maxLength={8000} />
						<Field
							name="outcome"
							kind="radio"
							required
							choices={itemOutcomes
								.filter((one) => one !== "none")
								.map((one) => ({ value: one, label: words.outcomes[one] }))}
						/>
						<div className="task-buttons">
							<SubmitButton>{text.save}</SubmitButton>
							{cancel}
						</div>
					</TaskForm>
					<Section title={text.decisionsMade}>
						{decisions.map((decision) => (
							<div key={decision.id} className="decision-mark line-with-deed">
								<p>
									<strong>{decision.body}</strong>
									<br />
									{decision.ownerName}
									{decision.dueOn !== null && `, ${formatShortDate(language, decision.dueOn)}`}
									<br />
									<Link className="ds-link" to={`/arenas/${arena.id}/decisions/${decision.id}#changes`}>
										{pointsText[language].point}
										<span className="visually-hidden">: {decision.body}</span>
									</Link>
								</p>
								<Form method="post">
									<input type="hidden" name="decisionId" value={decision.id} />
									<button
										type="submit"
										className="ds-button"
										data-variant="tertiary"
										data-size="sm"
										name="deed"
										value="take-back"
										aria-label={`${text.takeBack}: ${decision.body}`}
									>
										{text.takeBack}
									</button>
								</Form>
							</div>
						))}
						<TaskForm
							key={decisions.length}
							refused={refused("decide")}
							labels={{ ...text.fields, body: text.fields.decision }}
							say={say}
							prefix="decision-"
						>
							<input type="hidden" name="deed" value="decide" />
							<Field name="body" kind="textarea" rows={2} maxLength={2000} required />
							<Field
								name="seatId"
								kind="select"
								required="sometimes"
								choices={seats.map((seat) => ({ value: seat.id, label: seatWord(seat) }))}
							/>
							<Field name="ownerName" maxLength={200} hint={text.hints.ownerName} width="full" autoComplete="off" />
							<Field name="dueOn" kind="date" />
							<div className="task-buttons">
								<SubmitButton variant="secondary">{text.decide}</SubmitButton>
							</div>
						</TaskForm>
					</Section>
				</>
			) : (
				<TaskForm
					refused={refused("")}
					values={item ? { kind: item.kind, title: item.title, body: item.body } : { kind: "decision" }}
					labels={text.fields}
					say={say}
				>
					{version}
					<ItemFields followsUp={item?.kind === "follow-up"} />
					<div className="task-buttons">
						<SubmitButton>{text.save}</SubmitButton>
						{cancel}
					</div>
				</TaskForm>
			)}
		</div>
	);
}
