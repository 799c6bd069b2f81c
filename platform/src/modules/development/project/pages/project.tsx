import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber, formatShortDate } from "../../../../language.ts";
import { findConcerning } from "../../../../registry/concerning.server.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Concerns } from "../../../../ui/Concerns.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { GivenAdvice } from "../../advice/pages/GivenAdvice.tsx";
import { Ended } from "../../ending/pages/Ended.tsx";
import { OfProject } from "../../practice/pages/OfProject.tsx";
import { programmeText } from "../../programme/text.ts";
import {
	adviceTo,
	cardsOfProject,
	openProject,
	programmeOf,
	readOverfull,
	readProjectInvolvement,
	undoEnding,
} from "../../service.server.ts";
import { standingStatuses } from "../../status/rules.ts";
import { versioned } from "../contract.ts";
import { lacksUnion } from "../rules.ts";
import { projectText } from "../text.ts";
import type { Route } from "./+types/project";
import { projectPageText } from "./project.text.ts";

/** What a project is: why, how, who and when; where it has stalled; and how it ended. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openProject(work, params.projectId)) ?? missing();
		const { project, stalls, ending, followUps, mayChange, statuses } = opened;
		const { recorded } = await readProjectInvolvement(work, project.id);
		return {
			...{ project, stalls, ending, followUps, mayChange, today: work.today },
			programme: await programmeOf(work, project.admissionId),
			advice: await adviceTo(work, project),
			overfull: await readOverfull(work, project),
			latest: standingStatuses(statuses)[0] ?? null,
			lacksUnion: project.state !== "ended" && lacksUnion(project, recorded),
			...(await cardsOfProject(work, project)),
			concerning: await findConcerning(work, { kind: "development-project", id: project.id }, language),
		};
	});
}

/** Undoes the end. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(versioned, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => undoEnding(work, params.projectId, parsed.values.version));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${params.projectId}`, projectPageText[language].reopened);
}

export default function ProjectPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [projectPageText[language], projectText[language]];
	const { project, stalls, ending, followUps, mayChange, latest, concerning, programme, overfull, today } = loaderData;
	const { fields } = text;
	const day = (value: string) => formatShortDate(language, value);
	const number = (value: number) => formatNumber(language, value);
	const spent = (used: number | null, all: number | null, unit: string) => {
		if (all === null) return used === null ? null : text.used(number(used), unit);
		return text.usedOf(number(used ?? 0), number(all), unit);
	};
	const person = (name: string, extra: string | null) => (extra === null ? name : `${name}, ${extra}`);
	return (
		<>
			{ending && (
				<Ended ending={ending} followUps={followUps} mayAnswer={mayChange} today={today} projectId={project.id} />
			)}
			{stalls.length > 0 && (
				<Alert tone="warning" title={text.stallTitle}>
					<ul>
						{stalls.map((one) => (
							<li key={one}>{text.stallBody[one]}</li>
						))}
					</ul>
					<p>{text.ask(project.leaderName)}</p>
				</Alert>
			)}
			{loaderData.lacksUnion && (
				<Alert tone="warning" title={text.unionTitle}>
					<Link className="ds-link" to={`/development/projects/${project.id}/involvement`}>
						{text.unionBody}
					</Link>
				</Alert>
			)}
			{overfull && (
				<Alert tone="warning" title={text.overfullTitle(project.leaderName, overfull.percent)}>
					<p>{text.overfullBody}</p>
					<ul>
						{overfull.projects.map((one) => (
							<li key={one.id}>
								<Link className="ds-link" to={`/development/projects/${one.id}`}>
									{one.title}
								</Link>
								{`: ${one.leaderShare}\u00a0%`}
							</li>
						))}
					</ul>
				</Alert>
			)}
			{project.state === "running" && project.deputyName === "" && (
				<Alert tone="info" title={text.keyTitle}>
					<p>{text.keyBody}</p>
				</Alert>
			)}
			<Section title={text.why}>
				<Facts
					facts={[
						{ label: fields.purpose, value: <span className="pre-line">{project.purpose}</span> },
						{ label: fields.noticed, value: <span className="pre-line">{project.noticed}</span> },
						{ label: fields.need, value: <span className="pre-line">{project.need}</span> },
						{ label: fields.anchoredIn, value: project.anchoredIn },
						{ label: fields.novelty, value: words.novelties[project.novelty], source: project.buildsOn },
						...(programme
							? [
									{
										label: fields.admissionId,
										value: (
											<Link className="ds-link" to={`/development/programmes/${programme.id}`}>
												{programme.title}
											</Link>
										),
										source: programme.state === "withdrawn" && programmeText[language].admissionStates.withdrawn,
									},
								]
							: []),
					]}
				/>
			</Section>
			<GivenAdvice advice={loaderData.advice} isOurs />
			<Section title={text.how}>
				<Facts
					facts={[
						{ label: fields.breadth, value: words.breadths[project.breadth] },
						{
							...{ label: fields.decidedBy, source: project.decision },
							value:
								project.decidedBy !== null &&
								project.decidedOn !== null &&
								text.decidedBy(words.deciders[project.decidedBy], formatDate(language, project.decidedOn)),
						},
						{
							label: fields.leaderName,
							value: person(project.leaderName, project.leaderShare === null ? null : `${project.leaderShare}\u00a0%`),
						},
						{ label: fields.deputyName, value: project.deputyName },
						{ label: fields.ownerName, value: project.ownerName },
						{ label: text.groups.when, value: `${day(project.firstDay)}–${day(project.lastDay)}` },
						{ label: fields.hours, value: spent(latest?.hoursUsed ?? null, project.hours, text.hoursUnit) },
						{ label: fields.kroner, value: spent(latest?.kronerUsed ?? null, project.kroner, text.kronerUnit) },
						{ label: fields.followUp, value: project.followUp },
						{ label: fields.spread, value: project.spread },
					]}
				/>
			</Section>
			<OfProject
				projectId={project.id}
				adoption={loaderData.adoption}
				card={loaderData.card}
				mayMake={mayChange && project.state !== "draft"}
			/>
			<Concerns groups={concerning} />
			{ending && mayChange && followUps.every(({ answeredOn }) => answeredOn === null) && (
				<Details summary={text.undoEnd} open={actionData !== undefined}>
					<TaskForm refused={actionData} say={saying(language, words.refusals)}>
						<p>{text.undoEndBody}</p>
						<input type="hidden" name="version" value={project.version} />
						<SubmitButton variant="secondary">{text.undoEnd}</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</>
	);
}
