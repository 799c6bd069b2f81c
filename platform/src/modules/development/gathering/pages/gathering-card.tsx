import { data } from "react-router";
import { dayOf } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Card } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { networkText } from "../../network/text.ts";
import { fillCard, openGathering } from "../../service.server.ts";
import { standings } from "../../status/codes.ts";
import { statusText } from "../../status/text.ts";
import { cardFacts } from "../contract.ts";
import { gatheringText } from "../text.ts";
import type { Route } from "./+types/gathering-card";

/** The status card of a member; `?member=` is for whoever keeps the network and fills in for others. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => {
		const opened = await openGathering(work, params.networkId, params.meetingId);
		if (!opened || opened.isOver || opened.fillsFor.length === 0) missing();
		const { network, gathering, tasks, delivered, fillsFor, own } = opened;
		const asked = url.searchParams.get("member") ?? own;
		const member = fillsFor.find(({ id }) => id === asked) ?? fillsFor[0] ?? missing();
		const last = opened.last(member.id);
		const isThis = last?.meetingId === gathering.id;
		const of = delivered.find((one) => one.member.id === member.id);
		return {
			...{ network: { id: network.id, name: network.name }, member, fillsFor, heldOn: dayOf(gathering.startsAt) },
			tasks: tasks.map(({ id, task, dueOn }) => ({ id, task, dueOn })),
			lastNext: isThis ? "" : (last?.next ?? ""),
			// What was next last time is the first guess at what is done now; help that was wanted may be wanted still.
			values: {
				...{ standing: last?.standing ?? "as-planned", help: last?.help ?? "", next: isThis ? last.next : "" },
				...{ done: isThis ? last.done : (last?.next ?? ""), taskIds: of?.done.map(({ id }) => id) ?? [] },
			},
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { networkId, meetingId } = params;
	const parsed = parseForm(cardFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => fillCard(work, networkId, meetingId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/networks/${networkId}/gatherings/${meetingId}`, gatheringText[language].saved);
}

/** How a member stands before a gathering: filled in from last time, done on a phone in two minutes. */
export default function GatheringCard({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = gatheringText[language];
	const { network, member, fillsFor, heldOn, tasks, lastNext, values } = loaderData;
	const here = `/development/networks/${network.id}/gatherings/${params.meetingId}`;
	const day = (value: string) => formatShortDate(language, value);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.cardTitle}: ${member.name}`)}</title>
			<PageHeader
				title={`${text.cardTitle}: ${member.name}`}
				lead={text.cardLead(day(heldOn))}
				trail={[
					{ to: "/development/networks", label: networkText[language].title },
					{ to: here, label: network.name },
				]}
			/>
			{fillsFor.length > 1 && (
				<p className="quiet">
					{fillsFor
						.filter(({ id }) => id !== member.id)
						.map(({ id, name }, at) => (
							<span key={id}>
								{at > 0 && ", "}
								<Link className="ds-link" to={`${here}/card?member=${id}`}>
									{name}
								</Link>
							</span>
						))}
				</p>
			)}
			{lastNext !== "" && (
				<Card tinted>
					<p>
						<strong>{text.lastNext}</strong>
					</p>
					<p className="ds-paragraph pre-line">{lastNext}</p>
				</Card>
			)}
			<TaskForm
				key={member.id}
				refused={actionData}
				values={values}
				labels={text.fields}
				say={saying(language, text.refusals)}
			>
				<input type="hidden" name="memberId" value={member.id} />
				<Field
					name="standing"
					kind="radio"
					required
					choices={standings.map((one) => ({ value: one, label: statusText[language].standings[one] }))}
				/>
				{tasks.length > 0 && (
					<Field
						name="taskIds"
						kind="checkboxes"
						choices={tasks.map(({ id, task, dueOn }) => ({ value: id, label: `${task} (${day(dueOn)})` }))}
					/>
				)}
				<Field name="done" kind="textarea" rows={3} maxLength={2000} width="full" required="sometimes" />
				<Field name="next" kind="textarea" rows={3} maxLength={2000} width="full" required="sometimes" />
				<Field
					name="help"
					kind="textarea"
					rows={2}
					maxLength={2000}
					width="full"
					required="sometimes"
					hint={text.hints.help}
				/>
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
