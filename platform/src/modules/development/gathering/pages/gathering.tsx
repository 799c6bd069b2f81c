import { data } from "react-router";
import { z } from "zod";
import { dayOf } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatMoment, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { networkText } from "../../network/text.ts";
import { addTask, openComing, removeTakeHome, removeTask, shareTime, takeHome } from "../../service.server.ts";
import { timeFacts } from "../../signup/contract.ts";
import { TimeShares } from "../../signup/pages/TimeShares.tsx";
import { signUpText } from "../../signup/text.ts";
import { takeHomeFacts, taskFacts } from "../contract.ts";
import { gatheringText } from "../text.ts";
import type { Route } from "./+types/gathering";
import { Cards } from "./Cards.tsx";
import { TakenHome } from "./TakenHome.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openComing(work, params.networkId, params.meetingId)) ?? missing();
		const { network, gathering, isOver, tasks, delivered, fillsFor, own, keeps, members } = opened;
		return {
			...{ network: { id: network.id, name: network.name }, gathering, isOver, tasks, fillsFor, own, keeps },
			...{ today: work.today, heldOn: dayOf(gathering.startsAt), taken: opened.takeHome },
			...{ time: opened.time, shares: opened.shares, signedUp: opened.signUps.length },
			without: opened.coming.filter(({ signUps }) => signUps.length === 0).length,
			names: members.map(({ id, name }) => ({ id, name })),
			delivered: delivered.map(({ member, card, done, late }) => ({
				...{ id: member.id, name: member.name, card, done: done.length },
				late: late.map(({ task }) => task),
			})),
		};
	});
}

const deed = z.object({ do: z.enum(["task", "remove-task", "take-home", "remove-take-home", "time"]) });
const one = z.object({ id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = gatheringText[language];
	const { networkId, meetingId } = params;
	const here = `/development/networks/${networkId}/gatherings/${meetingId}`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "task" }, 422);
	const what = asked.values.do;
	if (what === "task") {
		const parsed = parseForm(taskFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => addTask(work, networkId, meetingId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.taskAdded);
	}
	if (what === "take-home") {
		const parsed = parseForm(takeHomeFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => takeHome(work, networkId, meetingId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.takenHome);
	}
	if (what === "time") {
		const parsed = parseForm(timeFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => shareTime(work, networkId, meetingId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, signUpText[language].timeSet);
	}
	const parsed = parseForm(one, form);
	if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
	const remove = what === "remove-task" ? removeTask : removeTakeHome;
	const outcome = await commanding((work) => remove(work, networkId, meetingId, parsed.values.id));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: what }, 422);
	return redirectWithToast(here, what === "remove-task" ? text.taskRemoved : text.removed);
}

/** A gathering: the work before it, how the members stand, and what was taken home from it. */
export default function GatheringPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, coming] = [gatheringText[language], signUpText[language]];
	const { network, gathering, isOver, tasks, delivered, fillsFor, keeps, taken, names, today, heldOn } = loaderData;
	const here = `/development/networks/${network.id}/gatherings/${gathering.id}`;
	const title = text.title(formatShortDate(language, heldOn));
	const say = saying(language, text.refusals);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={[formatMoment(language, gathering.startsAt), gathering.place].filter((word) => word !== "").join(", ")}
				trail={[
					{ to: "/development/networks", label: networkText[language].title },
					{ to: `/development/networks/${network.id}/gatherings`, label: network.name },
				]}
				{...(!isOver && fillsFor.length > 0 ? { action: { to: `${here}/card`, label: text.fill } } : {})}
				secondary={
					<Link className="ds-button" data-variant="secondary" to={`/meetings/${gathering.id}`}>
						{text.toMeeting}
					</Link>
				}
			/>
			<Section title={text.tasks} lead={text.tasksLead}>
				{tasks.length === 0 ? (
					<p className="ds-paragraph quiet">{text.noTasks}</p>
				) : (
					<ul className="plain-list">
						{tasks.map((task) => (
							<li key={task.id}>
								{task.task}{" "}
								<span className="quiet">
									{text.fields.dueOn.toLocaleLowerCase("nb")} {formatShortDate(language, task.dueOn)}
								</span>
								{keeps && !isOver && (
									<TaskForm refused={undefined} say={say} className="" prefix={`${task.id}-`}>
										<input type="hidden" name="id" value={task.id} />
										<SubmitButton name="do" value="remove-task" variant="tertiary">
											{text.removeTask}
										</SubmitButton>
									</TaskForm>
								)}
							</li>
						))}
					</ul>
				)}
				{of("remove-task") && <Alert tone="danger">{of("remove-task")?.refusals.map(say).join(" ")}</Alert>}
				{keeps && !isOver && (
					<Details summary={text.addTask} open={of("task") !== undefined}>
						<TaskForm refused={of("task")} values={{ dueOn: heldOn }} labels={text.fields} say={say} prefix="task-">
							<Field name="task" maxLength={1000} autoComplete="off" width="full" required />
							<Field name="dueOn" kind="date" min={today} max={heldOn} required />
							<SubmitButton name="do" value="task">
								{text.addNow}
							</SubmitButton>
						</TaskForm>
					</Details>
				)}
			</Section>
			<TimeShares time={loaderData.time} shares={loaderData.shares} maySet={keeps} refused={of("time")} say={say} />
			<Section title={coming.title} lead={coming.short(String(loaderData.signedUp), String(loaderData.without))}>
				<Link className="ds-link" to={`${here}/sign-up`}>
					{coming.open}
				</Link>
			</Section>
			<Cards delivered={delivered} tasks={tasks.length} />
			<Section title={text.takeHome} lead={isOver ? text.takeHomeLead : text.takeHomeWait}>
				{isOver && (
					<TakenHome
						taken={taken}
						names={names}
						fillsFor={fillsFor}
						own={loaderData.own}
						refused={{ add: of("take-home"), remove: of("remove-take-home") }}
						today={today}
					/>
				)}
			</Section>
		</div>
	);
}
