import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { needText } from "../../knowledge/text.ts";
import { versioned } from "../../project/contract.ts";
import { endResearch, openNeed, openResearch } from "../../service.server.ts";
import { researchEnd } from "../contract.ts";
import { stateOf, takesPart } from "../rules.ts";
import { researchText } from "../text.ts";
import type { Route } from "./+types/research";
import { AskFacts } from "./AskFacts.tsx";
import { researchPageText } from "./research.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { asks, ...research } = (await openResearch(work, params.researchId)) ?? missing();
		const own = research.isOwn ? null : (asks.find(({ withdrawnOn }) => withdrawnOn === null) ?? null);
		const need = own?.needId ? await openNeed(work, own.needId) : undefined;
		const open = research.endedOn === null;
		return {
			...{ research, state: stateOf(research), asks: research.isOwn ? asks : [], own, need: need?.question ?? null },
			mayKeep: open && research.can.keep,
			mayGoOn: !open && research.can.keep,
			mayReply: open && own !== null && research.can.answer && !(research.returnedOn !== null && own.answer !== null),
			mayCheck: open && own !== null && research.can.answer && research.returnedOn !== null && takesPart(own),
		};
	});
}

const deed = z.object({ do: z.enum(["end", "go-on"]) });

export async function action({ context, request, params: { researchId } }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = researchPageText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data(asked, 422);
	const isEnd = asked.values.do === "end";
	const parsed = parseForm(isEnd ? researchEnd : versioned, form);
	if (parsed.refusals) return data(parsed, 422);
	const end = { endedBecause: null, ...parsed.values };
	const outcome = await commanding((work) => endResearch(work, researchId, end));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/research/${researchId}`, isEnd ? text.ended : text.wentOn);
}

const tones = { going: "info", returned: "success", ended: "neutral" } as const;

/** One piece of research: what it is, who is asked for what, what they answered, and what came back. */
export default function ResearchPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { research, state, own, need, mayKeep, mayGoOn, mayReply, mayCheck } = loaderData;
	const { fields, says } = text;
	const here = `/development/research/${research.id}`;
	const lines = (value: string) => value && <span className="pre-line">{value}</span>;
	const day = (value: string) => formatShortDate(language, value);
	const action = mayKeep
		? { to: `${here}/asks/new`, label: text.ask }
		: mayCheck && own !== null && own.returnSaid === null
			? { to: `${here}/asks/${own.id}`, label: text.check }
			: mayReply && own !== null
				? { to: `${here}/asks/${own.id}`, label: own.answer === null ? text.reply : text.replyAnew }
				: null;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(research.title)}</title>
			<PageHeader
				title={research.title}
				lead={`${needText[language].kinds[research.kind]}, ${research.organisationName}`}
				trail={[{ to: "/development/research", label: words.title }]}
				tags={<Status tone={tones[state]}>{words.states[state]}</Status>}
				{...(action === null ? {} : { action })}
				secondary={
					mayKeep && (
						<>
							<Link className="ds-button" data-variant="secondary" to={`${here}/return`}>
								{text.giveBack}
							</Link>
							<Link className="ds-button" data-variant="tertiary" to={`${here}/edit`}>
								{text.edit}
							</Link>
						</>
					)
				}
			/>
			{research.returnedOn !== null && (
				<Section title={text.result} lead={text.returnedOn(day(research.returnedOn))}>
					{lines(research.result)}
					{research.resultWhere !== "" && <p>{research.resultWhere}</p>}
				</Section>
			)}
			{own !== null && (
				<Section title={text.yourAsk}>
					<AskFacts ask={own} need={need} />
				</Section>
			)}
			<Facts
				facts={[
					{ label: says.question, value: lines(research.question) },
					{ label: says.useFor, value: lines(research.useFor) },
					{ label: says.workedOut, value: words.workedOut[research.workedOut] },
					...(research.partners === "" ? [] : [{ label: says.partners, value: lines(research.partners) }]),
					{
						label: says.funding,
						value:
							research.fundingSource === ""
								? words.fundings[research.funding]
								: `${words.fundings[research.funding]}: ${research.fundingSource}`,
					},
					{
						label: text.leads,
						value:
							research.leaderEmail === null ? (
								research.leaderName
							) : (
								<>
									{research.leaderName}, <a href={`mailto:${research.leaderEmail}`}>{research.leaderEmail}</a>
								</>
							),
					},
					{ label: fields.firstDay, value: day(research.firstDay) },
					{ label: fields.lastDay, value: day(research.lastDay) },
					...(research.endedOn === null
						? []
						: [{ label: text.endedBecause, value: lines(research.endedBecause), source: day(research.endedOn) }]),
				]}
			/>
			{research.isOwn && <AsksTable asks={loaderData.asks} here={here} mayKeep={mayKeep} />}
			{(mayGoOn || (mayKeep && loaderData.asks.length > 0)) && <Ending research={research} actionData={actionData} />}
		</div>
	);
}

type EndingProps = {
	readonly actionData: Route.ComponentProps["actionData"] | undefined;
	readonly research: Route.ComponentProps["loaderData"]["research"];
};

/** Ends research, with why; or goes on with it after all. */
function Ending({ research, actionData }: EndingProps) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const say = saying(language, words.refusals);
	const version = <input type="hidden" name="version" value={research.version} />;
	if (research.endedOn !== null)
		return (
			<TaskForm refused={actionData} say={say}>
				{version}
				<SubmitButton name="do" value="go-on" variant="secondary">
					{text.goOn}
				</SubmitButton>
			</TaskForm>
		);
	return (
		<Details summary={text.end} open={actionData !== undefined}>
			<TaskForm refused={actionData} labels={text.fields} say={say}>
				<p>{text.endBody}</p>
				{version}
				<Field name="endedBecause" kind="textarea" rows={3} maxLength={1000} required />
				<SubmitButton name="do" value="end" color="danger">
					{text.endNow}
				</SubmitButton>
			</TaskForm>
		</Details>
	);
}

type AsksTableProps = Pick<Route.ComponentProps["loaderData"], "asks" | "mayKeep"> & { readonly here: string };

/** Who is asked for what, what they answered, and whether what was found came back. */
function AsksTable({ asks, here, mayKeep }: AsksTableProps) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { columns } = text;
	const hours = (value: number | null) => value !== null && text.hours(formatNumber(language, value));
	return (
		<Section title={text.asks} {...(asks.length === 0 ? {} : { lead: text.asksLead })}>
			<Table
				caption={text.asks}
				hideCaption
				rows={asks}
				rowKey={(row) => row.id}
				rowHref={(row) => `${here}/asks/${row.id}`}
				columns={[
					{ key: "party", label: columns.party, cell: (row) => row.partyName },
					{
						...{ key: "asked", label: columns.asked },
						cell: (row) => hours(row.hours) || row.data || row.access,
					},
					{
						...{ key: "answer", label: columns.answer },
						cell: (row) => {
							if (row.withdrawnOn !== null) return <Status>{text.withdrawn}</Status>;
							if (row.answer === null)
								return <Status tone="warning">{text.waiting(formatShortDate(language, row.answerBy))}</Status>;
							return (
								<Status tone={row.answer === "no" ? "neutral" : "success"}>
									{row.noBecause === null
										? words.answers[row.answer]
										: `${words.answers[row.answer]}: ${words.noBecause[row.noBecause]}`}
								</Status>
							);
						},
					},
					{ key: "given", label: columns.given, cell: (row) => row.answer !== "no" && hours(row.hoursGiven) },
					{
						...{ key: "returned", label: columns.returned },
						cell: (row) => row.returnSaid && words.returnsSaid[row.returnSaid],
					},
				]}
				empty={
					<EmptyState title={text.noAsks} {...(mayKeep ? { action: { to: `${here}/asks/new`, label: text.ask } } : {})}>
						{text.noAsksBody}
					</EmptyState>
				}
			/>
		</Section>
	);
}
