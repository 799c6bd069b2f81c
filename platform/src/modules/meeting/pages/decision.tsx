import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { formatShortDate } from "../../../language.ts";
import { findObjects, type ObjectReference } from "../../../registry/objects.server.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { decisionStates } from "../codes.ts";
import { type Decision, decisionObject, decisionSettling } from "../contract.ts";
import { maySettle, standingOf } from "../rules.ts";
import { openArena, pointDecisionAt, settleDecision } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/decision";
import { arenasText } from "./arenas.text.ts";
import { DecisionPoints } from "./DecisionPoints.tsx";
import { foundObjects } from "./objects.server.ts";
import { DecisionStands } from "./standings.tsx";

/** One decision: who does it, by when, and how it stands. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, language } = representing(context, request);
	return reading(async (work) => {
		const { arena, decisions, seats, can, asker } = (await openArena(work, params.arenaId)).done ?? missing();
		const decision = decisions.find(({ id }) => id === params.decisionId) ?? missing();
		return {
			...{ arena, decision },
			standing: standingOf(decision, work.today),
			object: (await findObjects(work, objectOf(decision)))[0] ?? null,
			search: await foundObjects(work, url, language),
			maySettle: maySettle(asker, can, decision, seats),
		};
	});
}

function objectOf({ objectKind, objectId }: Pick<Decision, "objectKind" | "objectId">): readonly ObjectReference[] {
	return objectKind === null || objectId === null ? [] : [{ kind: objectKind, id: objectId }];
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const deed = form.get("deed");
	const here = `/arenas/${params.arenaId}/decisions/${params.decisionId}`;
	if (deed === "point") {
		const sent = parseForm(decisionObject, form);
		if (sent.refusals) return data({ points: true, refusals: sent.refusals, given: {} }, 422);
		const { version } = sent.values;
		const object = objectOf(sent.values)[0] ?? null;
		const outcome = await commanding((work) =>
			pointDecisionAt(work, params.arenaId, params.decisionId, { object, version }),
		);
		if (outcome.refused) return data({ points: true, refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast(here, arenasText[language].saved);
	}
	const parsed = parseForm(decisionSettling, form);
	if (parsed.refusals) return data({ points: false, refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => settleDecision(work, params.arenaId, params.decisionId, parsed.values));
	if (outcome.refused) return data({ points: false, refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(here, arenasText[language].saved);
}

export default function DecisionPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenasText[language];
	const words = meetingText[language];
	const { arena, decision, standing } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(decision.body)}</title>
			<PageHeader
				title={decision.body}
				trail={[
					{ to: "/arenas", label: text.trail },
					{ to: `/arenas/${arena.id}`, label: arena.name },
				]}
				tags={<DecisionStands standing={standing} />}
			/>
			<Facts
				facts={[
					{ label: text.columns.owner, value: decision.ownerName },
					{
						label: text.columns.due,
						value: decision.dueOn === null ? null : formatShortDate(language, decision.dueOn),
					},
					{
						label: text.columns.decided,
						value: (
							<Link className="ds-link" to={`/meetings/${decision.meetingId}`}>
								{formatShortDate(language, decision.decidedOn)}
							</Link>
						),
					},
					...(decision.note === "" ? [] : [{ label: text.fields.note, value: decision.note }]),
				]}
			/>
			{actionData?.points && (
				<Alert tone="danger">{actionData.refusals.map(saying(language, words.refusals)).join(" ")}</Alert>
			)}
			<DecisionPoints
				version={decision.version}
				isSet={decision.objectId !== null}
				object={loaderData.object}
				mayPoint={loaderData.maySettle}
				{...loaderData.search}
			/>
			{loaderData.maySettle && (
				<Section title={text.settle}>
					<TaskForm
						refused={actionData?.points === false ? actionData : undefined}
						values={{ state: decision.state, note: decision.note }}
						labels={text.fields}
						say={saying(language, words.refusals)}
					>
						<input type="hidden" name="version" value={decision.version} />
						<Field
							name="state"
							kind="radio"
							required
							choices={decisionStates.map((one) => ({ value: one, label: words.standings[one] }))}
						/>
						<Field name="note" kind="textarea" rows={3} maxLength={2000} />
						<div className="task-buttons">
							<SubmitButton>{text.save}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
		</div>
	);
}
