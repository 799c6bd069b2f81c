import { data } from "react-router";
import { AnswersView } from "../../../../forms/AnswersView.tsx";
import { saying } from "../../../../forms/text.ts";
import { formatMoment, formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { openApplication, readAnswersOf, readDecision } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { applyText } from "../text.ts";
import type { Route } from "./+types/application";
import { applicationText } from "./application.text.ts";
import { applicationDeed } from "./application-deeds.server.ts";
import { Decided } from "./Decided.tsx";
import { Lacks } from "./Lacks.tsx";
import { LineSums, LinesTable } from "./LinesTable.tsx";
import { organisationsToAsk } from "./organisations.server.ts";
import { Parties } from "./Parties.tsx";
import "../../funding.css";

/** An application: what it consists of, what stands in the way of sending, and what has been sent. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openApplication(work, params.applicationId)).done ?? missing();
		const answers = await readAnswersOf(work, opened);
		const mayAsk = opened.can.lead && opened.application.joint;
		const decided = await readDecision(work, params.applicationId);
		return { ...opened, answers, decided, choices: mayAsk ? await organisationsToAsk(work) : [] };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const refusedForm = await applicationDeed(visit, params.applicationId, await request.formData());
	return data(refusedForm, 422);
}

export type Loaded = Route.ComponentProps["loaderData"];

export default function ApplicationPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = applicationText[language];
	const { application, call, content, closesOn, can, own, lines, parties, years, answers } = loaderData;
	const from = call.way === "outside" && content.issuer !== "" ? content.issuer : call.organisationName;
	const state = application.changing ? "changing" : application.state;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(applyText[language].source0(own.name, content.title))}</title>
			<PageHeader
				title={content.title}
				lead={text.lead(from, closesOn === null ? "" : formatShortDate(language, closesOn))}
				trail={[
					{ to: "/funding/portfolio", label: fundingText[language].portfolio },
					{ to: `/funding/calls/${call.id}`, label: content.title },
				]}
				tags={
					<Status tone={state === "sent" ? "success" : state === "withdrawn" ? "danger" : "neutral"}>
						{applyText[language].states[state]}
					</Status>
				}
			/>
			<Standing loaderData={loaderData} />
			{actionData && actionData.about === "send" && (
				<Alert tone="danger">
					{actionData.refusals.map((one) => saying(language, fundingText[language].refusals)(one)).join(" ")}
				</Alert>
			)}
			<Decided loaderData={loaderData} refused={actionData} />
			{application.state !== "withdrawn" && (can.lead || can.lines) && <StepsOf loaderData={loaderData} />}
			{can.lead && <Lacks loaderData={loaderData} />}
			{(application.joint || own.state !== "lead") && <Parties loaderData={loaderData} refused={actionData} />}
			<Section title={applyText[language].linesTitle} id="lines">
				{lines.length === 0 ? (
					<p className="ds-paragraph quiet">{text.noLinesYet}</p>
				) : (
					<div className="stack application-lines">
						<LinesTable lines={lines} categories={content.categories} parties={parties} />
						<LineSums lines={lines} years={years} />
					</div>
				)}
			</Section>
			{loaderData.facts.length > 0 && (
				<Section title={applyText[language].factsTitle}>
					<Facts
						facts={loaderData.facts.map(({ label, value, source, asOf }) => ({
							...{ label, value },
							source: [source, asOf && applyText[language].asOf(formatShortDate(language, asOf))]
								.filter(Boolean)
								.join(", "),
						}))}
					/>
				</Section>
			)}
			{answers && (
				<Section title={applyText[language].answers}>
					<AnswersView
						definition={answers.definition}
						values={answers.values}
						filesAt={`/forms/answers/${application.answerId}/take/file`}
					/>
				</Section>
			)}
			<Receipts loaderData={loaderData} />
			{can.withdraw && <Withdraw loaderData={loaderData} refused={actionData} />}
		</div>
	);
}

/** How the application stands, and what may be chosen about it. */
function Standing({ loaderData }: { readonly loaderData: Loaded }) {
	const language = useLanguage();
	const text = applicationText[language];
	const { application, call, newer, can } = loaderData;
	return (
		<>
			{application.withdrawnReason !== null && (
				<Alert tone="danger">{applyText[language].withdrawnBecause(application.withdrawnReason)}</Alert>
			)}
			{application.state === "draft" && call.way === "here" && (
				<Alert tone="info">{application.joint ? text.privateJoint : text.private}</Alert>
			)}
			{call.way === "outside" && application.state === "draft" && <Alert tone="info">{text.outside}</Alert>}
			{application.changing && <Alert tone="warning">{text.changing}</Alert>}
			{newer && can.lead && (
				<Alert tone="info" title={text.newer(formatNumber(language, newer.number))}>
					<p>{newer.note}</p>
					<p>{text.newerBody}</p>
					<TaskForm className="">
						<button type="submit" className="ds-button" data-variant="secondary" name="deed" value="take-version">
							{text.takeNewer}
						</button>
					</TaskForm>
				</Alert>
			)}
			{can.change && (
				<TaskForm className="task-buttons">
					<button type="submit" className="ds-button" data-variant="secondary" name="deed" value="change">
						{text.change}
					</button>
				</TaskForm>
			)}
		</>
	);
}

/** The parts of an application with the way to each, and how far it has come. */
function StepsOf({ loaderData }: { readonly loaderData: Loaded }) {
	const language = useLanguage();
	const text = applicationText[language];
	const { application, lines, lacks, facts, can, own, answers } = loaderData;
	const here = `/funding/applications/${application.id}`;
	const count = (value: number) => formatNumber(language, value);
	const open = lacks.find(({ code }) => code === "answers")?.sum ?? 0;
	const mine = lines.filter(({ partyId }) => partyId === own.id);
	const rows = [
		...(can.lines
			? [{ to: `${here}/lines`, label: text.linesStep, says: applyText[language].measures(count(mine.length)) }]
			: []),
		...(can.lead && answers
			? [
					{
						...{ to: `${here}/answers`, label: text.answersStep },
						says: open === 0 ? text.answersReady : text.answersLack(count(open)),
					},
				]
			: []),
		...(can.lead ? [{ to: `${here}/facts`, label: text.factsStep, says: text.taken(count(facts.length)) }] : []),
	];
	return (
		<Section title={text.steps}>
			<Table
				caption={text.steps}
				hideCaption
				rows={rows}
				rowKey={({ to }) => to}
				rowHref={({ to }) => to}
				columns={[
					{ key: "step", label: text.step, cell: ({ label }) => label },
					{ key: "state", label: applyText[language].state, cell: ({ says }) => says },
				]}
			/>
		</Section>
	);
}

/** What has been sent and when, and ways to take the application along. */
function Receipts({ loaderData }: { readonly loaderData: Loaded }) {
	const language = useLanguage();
	const text = applicationText[language];
	const { application, sendings, form } = loaderData;
	const here = `/funding/applications/${application.id}`;
	return (
		<Section title={sendings.length > 0 ? text.receipts : text.takeOutTitle} id="receipts">
			{sendings.length > 0 && (
				<ul className="ds-list">
					{sendings.map(({ number, sentAt, sentBy }) => (
						<li key={number}>
							<a className="ds-link" href={`${here}/take/${number}.pdf`} download>
								{applyText[language].receipt(application.reference, formatNumber(language, number))} (PDF)
							</a>{" "}
							<span className="quiet">{[formatMoment(language, sentAt), sentBy].filter(Boolean).join(", ")}</span>
						</li>
					))}
				</ul>
			)}
			<div className="row">
				<a className="ds-link" href={`${here}/take/application.pdf`} download>
					{text.pdf}
				</a>
				<a className="ds-link" href={`${here}/take/lines.xlsx`} download>
					{text.excel}
				</a>
				{form !== null && application.answerId !== null && loaderData.own.state === "lead" && (
					<a className="ds-link" href={`/forms/answers/${application.answerId}/take/xlsx`} download>
						{text.answersExcel}
					</a>
				)}
			</div>
		</Section>
	);
}

/** Takes the application back: with a reason where it is sent. */
function Withdraw({ loaderData, refused }: { readonly loaderData: Loaded; readonly refused: Refused }) {
	const language = useLanguage();
	const text = applicationText[language];
	const isSent = loaderData.application.sent > 0;
	const own = refused?.about === "withdraw" ? refused : undefined;
	return (
		<Details summary={isSent ? applyText[language].withdraw : applyText[language].remove} open={own !== undefined}>
			<TaskForm
				refused={own}
				prefix="withdraw"
				labels={{ reason: text.reason }}
				say={saying(language, fundingText[language].refusals)}
			>
				<input type="hidden" name="deed" value="withdraw" />
				{isSent ? (
					<Field name="reason" kind="textarea" rows={2} maxLength={1000} required />
				) : (
					<p className="ds-paragraph">{text.removeBody}</p>
				)}
				<div className="task-buttons">
					<SubmitButton>{isSent ? applyText[language].withdraw : applyText[language].remove}</SubmitButton>
				</div>
			</TaskForm>
		</Details>
	);
}

export type Refused = Route.ComponentProps["actionData"];
