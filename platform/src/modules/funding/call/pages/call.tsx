import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { questionsOf } from "../../../../forms/parts.ts";
import { formatNumber } from "../../../../language.ts";
import { findConcerning } from "../../../../registry/concerning.server.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Concerns } from "../../../../ui/Concerns.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf, percentOf } from "../../amounts.ts";
import { applyText } from "../../apply/text.ts";
import { assessText } from "../../assess/text.ts";
import { collectText } from "../../collect/text.ts";
import {
	askAbout,
	clarify,
	countReceived,
	listApplications,
	listClarifications,
	listProgress,
	openCall,
	readPublishedForm,
} from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { changedFields, standingOf } from "../rules.ts";
import { callText } from "../text.ts";
import type { Route } from "./+types/call";
import { StandingOf } from "./CallTable.tsx";
import { factsOf } from "./content-facts.ts";
import { preparedWords } from "./prepared-words.ts";
import { Questions } from "./Questions.tsx";
import "../../funding.css";

/** A call as it stands, for everybody signed in: what it says, what its report will ask, what has been asked and answered. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { call, versions, draft, can } = (await openCall(work, params.callId)).done ?? missing();
		const [newest] = versions;
		const content = newest?.content ?? draft?.content ?? missing();
		const form = (id: string, number: number) => readPublishedForm(work, id, number);
		const application = newest && (await form(newest.applicationFormId, newest.applicationNumber));
		const report = newest && (await form(newest.reportFormId, newest.reportNumber));
		const source = preparedWords(language, content, application);
		return {
			...{ call, content, can, standing: standingOf(call, content, work.today), schemeName: newest?.schemeName ?? "" },
			hasChanges: draft !== null && newest !== undefined && changedFields(newest.content, draft.content).length > 0,
			application: application ? questionsOf(application.parts).map(({ label }) => label[language]) : [],
			applicationForm: newest?.applicationFormId ?? null,
			report: report
				? questionsOf(report.parts).map((one) => ({ id: one.id, label: one.label[language], from: source(one) }))
				: [],
			versions: versions.map(({ number, note, madeAt, madeBy, content: said }, at) => {
				const before = versions[at + 1]?.content;
				const words = callText[language].fields;
				const changed = before ? [...new Set(changedFields(before, said).map((field) => words[field]))] : [];
				return { number, note, madeAt, madeBy, changed };
			}),
			concerning: await findConcerning(work, { kind: "funding-call", id: call.id }, language),
			questions: await listClarifications(work, call.id),
			received: (await countReceived(work, call.id)) ?? null,
			applications: (await listApplications(work))
				.filter(({ callId, state }) => callId === call.id && state !== "withdrawn")
				.map(({ id, joint }) => ({ id, joint })),
			collection: (await listProgress(work)).get(call.id)?.collectionId ?? null,
			mayCollect: (call.way === "outside" ? can.edit : can.apply) && standingOf(call, content, work.today) !== "closed",
		};
	});
}

const asked = z.object({ question: z.string().trim().min(1).max(2000) });
const answered = z.object({ answer: z.string().trim().min(1).max(4000), id: z.uuid() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { callId } = params;
	const form = await request.formData();
	const text = callText[language];
	const isAnswer = form.has("answer");
	const parsed = isAnswer ? parseForm(answered, form) : parseForm(asked, form);
	if (parsed.refusals) return data({ ...parsed, about: isAnswer ? String(form.get("id")) : "" }, 422);
	const { values } = parsed;
	const outcome = await commanding<unknown, string>((work) =>
		"answer" in values ? clarify(work, callId, values) : askAbout(work, callId, values.question),
	);
	if (outcome.refused)
		return data({ refusals: outcome.refused, given: parsed.given, about: "answer" in values ? values.id : "" }, 422);
	return redirectWithToast(`/funding/calls/${callId}#questions`, isAnswer ? text.answered : text.asked);
}

export default function CallPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = callText[language];
	const { call, content, can, standing, schemeName } = loaderData;
	const here = `/funding/calls/${call.id}`;
	const from = call.way === "outside" && content.issuer !== "" ? content.issuer : call.organisationName;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(content.title)}</title>
			<PageHeader
				title={content.title}
				lead={[from, schemeName].filter(Boolean).join(" · ")}
				trail={[{ to: "/funding", label: fundingText[language].calls }]}
				tags={<StandingOf standing={standing} />}
				action={can.edit ? { to: `${here}/about`, label: text.edit } : undefined}
				secondary={
					<>
						{loaderData.received !== null && (
							<Link className="ds-button" data-variant="secondary" to={`${here}/applications`}>
								{assessText[language].see(formatNumber(language, loaderData.received))}
							</Link>
						)}
						<Apply here={here} loaderData={loaderData} />
						<Gather here={here} loaderData={loaderData} />
						{can.edit && call.way === "here" && (
							<Link className="ds-button" data-variant="tertiary" to={`/hearings/new?kind=funding-call&id=${call.id}`}>
								{text.hear}
							</Link>
						)}
						{can.edit && (
							<Link className="ds-button" data-variant="tertiary" to={`${here}/withdraw`}>
								{call.published === null ? text.remove : text.withdraw}
							</Link>
						)}
					</>
				}
			/>
			{call.withdrawnReason !== null && <Alert tone="danger">{text.withdrawnBecause(call.withdrawnReason)}</Alert>}
			{call.way === "outside" && <Alert tone="info">{fundingText[language].ways.outside}.</Alert>}
			{call.way === "here" && call.published === null && <Alert tone="info">{text.draftOnly}</Alert>}
			{loaderData.hasChanges && <Alert tone="info">{text.unpublished}</Alert>}
			{content.purpose !== "" && (
				<Section title={text.purpose}>
					<p className="ds-paragraph written">{content.purpose}</p>
				</Section>
			)}
			<Facts facts={factsOf(language, content)} />
			{content.address !== null && (
				<p>
					<a className="ds-link" href={content.address} rel="noreferrer">
						{text.address}: {content.address}
					</a>
				</p>
			)}
			{content.conditions !== "" && (
				<Section title={text.conditions}>
					<p className="ds-paragraph written">{content.conditions}</p>
				</Section>
			)}
			<Lists content={content} />
			<Concerns groups={loaderData.concerning} />
			{call.way === "here" && call.published !== null && (
				<>
					<Asked loaderData={loaderData} />
					<Questions questions={loaderData.questions} can={{ ask: can.ask, answer: can.edit }} refused={actionData} />
					<Section title={text.versions} lead={text.bound}>
						<Timeline
							events={loaderData.versions.map(({ number, note, madeAt, madeBy, changed }) => ({
								...{ id: String(number), at: madeAt.toISOString(), by: madeBy },
								title: text.version(formatNumber(language, number)),
								children: (
									<>
										<p>{note === "" ? text.firstVersion : note}</p>
										{changed.length > 0 && <p className="quiet">{text.changedIn(changed.join(", "))}</p>}
									</>
								),
							}))}
						/>
					</Section>
				</>
			)}
		</div>
	);
}

type Loaded = Route.ComponentProps["loaderData"];

/** The ways to one's own applications, and to begin one. */
function Apply({ here, loaderData }: { readonly here: string; readonly loaderData: Loaded }) {
	const text = applyText[useLanguage()];
	const { applications, mayCollect, content, call } = loaderData;
	const isAlone = applications.some(({ joint }) => !joint);
	const mayBegin = mayCollect && (!isAlone || content.joint || call.way === "outside");
	return (
		<>
			{applications.map(({ id, joint }) => (
				<Link key={id} className="ds-button" to={`/funding/applications/${id}`}>
					{joint ? text.seeJoint : text.see}
				</Link>
			))}
			{mayBegin && (
				<Link
					className="ds-button"
					data-variant={applications.length === 0 ? "primary" : "tertiary"}
					to={`${here}/apply`}
				>
					{isAlone ? text.beginJoint : text.begin}
				</Link>
			)}
		</>
	);
}

/** The way to the needs of one's own units. */
function Gather({ here, loaderData }: { readonly here: string; readonly loaderData: Loaded }) {
	const text = collectText[useLanguage()];
	const { collection, mayCollect } = loaderData;
	if (collection === null && !mayCollect) return null;
	return (
		<Link
			className="ds-button"
			data-variant="secondary"
			to={collection === null ? `${here}/collect` : `/funding/collections/${collection}`}
		>
			{collection === null ? text.begin : text.see}
		</Link>
	);
}

/** What can be applied for, what is assessed, and what shall be counted. */
function Lists({ content }: Pick<Loaded, "content">) {
	const language = useLanguage();
	const text = callText[language];
	return (
		<>
			{content.categories.length > 0 && (
				<Section title={text.categories}>
					<Table
						caption={text.categories}
						hideCaption
						rows={content.categories}
						rowKey={({ id }) => id}
						columns={[
							{ key: "name", label: text.category, cell: ({ name }) => name },
							{ key: "about", label: text.about, cell: ({ about }) => about },
							{ key: "highest", label: text.highest, numeric: true, cell: (one) => kronerOf(language, one.highest) },
							{
								key: "novelty",
								label: text.novelty,
								cell: ({ novelty }) => fundingText[language].novelties[novelty],
							},
						]}
					/>
				</Section>
			)}
			{content.criteria.length > 0 && (
				<Section title={text.criteria}>
					<Table
						caption={text.criteria}
						hideCaption
						rows={content.criteria}
						rowKey={({ id }) => id}
						columns={[
							{ key: "name", label: text.criterion, cell: ({ name }) => name },
							{ key: "about", label: text.about, cell: ({ about }) => about },
							{ key: "weight", label: text.weight, numeric: true, cell: ({ weight }) => percentOf(language, weight) },
						]}
					/>
				</Section>
			)}
			{content.measures.length > 0 && (
				<Section title={text.measures} lead={text.measuresLead}>
					<ul className="ds-list">
						{content.measures.map(({ id, name, about }) => (
							<li key={id}>
								{name}
								{about !== "" && <span className="quiet">: {about}</span>}
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}

/** What the application asks and what the report will ask, known from the first day. */
function Asked({ loaderData }: { readonly loaderData: Loaded }) {
	const text = callText[useLanguage()];
	const { application, applicationForm, report } = loaderData;
	return (
		<>
			<Section
				title={text.application}
				actions={
					applicationForm !== null && (
						<a className="ds-link" href={`/forms/${applicationForm}/export/form.pdf`} download>
							PDF
						</a>
					)
				}
			>
				<ol className="ds-list">
					{application.map((label) => (
						<li key={label}>{label}</li>
					))}
				</ol>
			</Section>
			<Section title={text.report} lead={text.reportLead}>
				<Table
					caption={text.report}
					hideCaption
					rows={report}
					rowKey={({ id }) => id}
					columns={[
						{ key: "question", label: text.question, cell: ({ label }) => label },
						{ key: "from", label: text.preparedBy, cell: ({ from }) => from },
					]}
				/>
			</Section>
		</>
	);
}
