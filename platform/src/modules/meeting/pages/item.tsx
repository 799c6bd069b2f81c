import { data } from "react-router";
import { z } from "zod";
import { answerDraft } from "../../../draft/save.server.ts";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { findObjects } from "../../../registry/objects.server.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { decisionFacts, decisionSettling, itemFacts } from "../contract.ts";
import { standingOf } from "../rules.ts";
import { addItem, changeItem, decide, openMeeting, settleFollowed, undecide } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/item";
import { Decide } from "./Decide.tsx";
import { About, FollowUp } from "./FollowUp.tsx";
import { ItemFields } from "./ItemFields.tsx";
import { Minutes } from "./Minutes.tsx";
import { minutesWords, saveMinutes } from "./minutes-save.server.ts";
import "./meeting.css";
import { meetingPageText } from "./meeting.text.ts";
import { whenWord } from "./words.ts";

/** An item: what it is about before the meeting; what was said and decided when it is held. `new` is one to come. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openMeeting(work, params.meetingId)).done ?? missing();
		const { arena, meeting, items, seats, decisions, can } = opened;
		if (!can.lead || meeting.minutesApprovedAt !== null || meeting.state === "cancelled") missing();
		const item = params.itemId === "new" ? null : (items.find(({ id }) => id === params.itemId) ?? missing());
		const followed = decisions.find(({ id }) => id === item?.decisionId);
		return {
			...{ arena, meeting, item, words: item ? minutesWords(item) : {} },
			...{ followed: followed ? { ...followed, standing: standingOf(followed, work.today) } : null },
			card:
				item?.objectKind && item.objectId
					? ((await findObjects(work, [{ kind: item.objectKind, id: item.objectId }]))[0] ?? null)
					: null,
			seats: seats.filter(({ validTo }) => validTo === null),
			decisions: decisions.filter(({ itemId, meetingId }) => itemId === item?.id && meetingId === meeting.id),
		};
	});
}

const change = itemFacts.extend({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
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
	if (deed === "settle") {
		const parsed = parseForm(decisionSettling, form);
		if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
		const outcome = await commanding((work) => settleFollowed(work, meetingId, itemId, parsed.values));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
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
		const answer = await saveMinutes(form, { reading, commanding }, { meetingId, itemId });
		return answerDraft(form, answer, { to: meeting, toast: text.saved });
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
	const say = saying(language, meetingText[language].refusals);
	const { arena, meeting, item, words, seats, decisions, followed, card } = loaderData;
	const back = `/meetings/${meeting.id}`;
	const title = item?.title ?? text.addItem;
	const held = meeting.state === "held";
	const refused = (deed: string) =>
		actionData && "deed" in actionData && actionData.deed === deed ? actionData : undefined;
	const version = item && <input type="hidden" name="version" value={item.version} />;
	const theirs = refused("")?.refusals.some(({ code }) => code === "changed-by-another") && item;
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
				<Alert tone="info" title={meetingText[language].refusals["changed-by-another"]}>
					<p className="pre-line">{`${theirs.title}\n${theirs.body}`}</p>
				</Alert>
			)}
			{held && item ? (
				<>
					<About item={item} card={card} />
					{followed && (
						<FollowUp
							key={`${followed.id} ${followed.version}`}
							arenaId={arena.id}
							decision={followed}
							refused={refused("settle")}
						/>
					)}
					<Minutes
						key={item.id}
						version={item.version}
						words={words}
						refused={actionData && !("deed" in actionData) ? actionData : undefined}
						cancelTo={back}
					/>
					<Decide arenaId={arena.id} {...{ decisions, seats }} refused={refused("decide")} />
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
