import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { versioned } from "../../project/contract.ts";
import { mayPropose } from "../../research/rules.ts";
import { closeNeed, listResearch, openNeed, readingOf, reopenNeed } from "../../service.server.ts";
import { closings } from "../codes.ts";
import { needClosing } from "../contract.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/need";
import { needPageText } from "./need.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const need = (await openNeed(work, params.needId)) ?? missing();
		const asker = await mandateOf(work);
		const unit = need.isOwn && need.unitId ? (await readingOf(work))?.units.get(need.unitId) : undefined;
		const research = (need.isOwn ? await listResearch(work) : []).filter(({ asks }) =>
			asks.some(({ needId, withdrawnOn }) => needId === need.id && withdrawnOn === null),
		);
		return {
			need,
			unitName: unit?.name ?? null,
			mayPropose: !need.isOwn && need.closedOn === null && mayPropose(asker),
			research: research.map(({ id, title, organisationName }) => ({ id, title, organisationName })),
		};
	});
}

const deed = z.object({ do: z.enum(["close", "reopen"]) });

export async function action({ context, request, params: { needId } }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = needPageText[language];
	const here = `/development/needs/${needId}`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data(asked, 422);
	if (asked.values.do === "reopen") {
		const parsed = parseForm(versioned, form);
		if (parsed.refusals) return data(parsed, 422);
		const outcome = await commanding((work) => reopenNeed(work, needId, parsed.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, text.reopened);
	}
	const parsed = parseForm(needClosing, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => closeNeed(work, needId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(here, text.closedToast);
}

/** One need: what is asked, what it is for, and who is at work on it. */
export default function NeedPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [needPageText[language], needText[language]];
	const { need, unitName, mayPropose, research } = loaderData;
	const { fields, columns, says } = text;
	const here = `/development/needs/${need.id}`;
	const lines = (value: string) => value && <span className="pre-line">{value}</span>;
	const day = (value: string | null) => value && formatShortDate(language, value);
	const contact =
		need.contactEmail === null ? (
			need.contactName
		) : (
			<>
				{need.contactName}, <a href={`mailto:${need.contactEmail}`}>{need.contactEmail}</a>
			</>
		);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(need.question)}</title>
			<PageHeader
				title={need.question}
				lead={unitName === null ? need.organisationName : `${unitName}, ${need.organisationName}`}
				trail={[{ to: "/development/needs", label: words.title }]}
				tags={
					need.closedBecause === null ? (
						<Status tone="info">{text.open}</Status>
					) : (
						<Status tone="success">{words.closings[need.closedBecause]}</Status>
					)
				}
				{...(mayPropose
					? { action: { to: `/development/research/new?need=${need.id}`, label: text.propose } }
					: need.mayChange && need.closedOn === null
						? { action: { to: `${here}/edit`, label: text.edit } }
						: {})}
			/>
			{need.closedOn !== null && need.learnt !== "" && <Section title={fields.learnt}>{lines(need.learnt)}</Section>}
			<Facts
				facts={[
					{ label: says.useFor, value: lines(need.useFor) },
					...(need.known === "" ? [] : [{ label: says.known, value: lines(need.known) }]),
					...(need.gives === "" ? [] : [{ label: says.gives, value: lines(need.gives) }]),
					{ label: columns.fits, value: need.fits.map((one) => words.kinds[one]).join(", ") },
					{
						label: columns.importance,
						value: words.importances[need.importance === 1 ? 1 : need.importance === 2 ? 2 : 3],
					},
					...(need.neededBy === null ? [] : [{ label: columns.neededBy, value: day(need.neededBy) }]),
					{ label: text.contact, value: contact },
					{ label: text.noted, value: day(need.notedOn) },
					...(need.isOwn ? [{ label: text.shownLabel, value: text.shownTo[need.shown ? "yes" : "no"] }] : []),
				]}
			/>
			{need.isOwn && (
				<Section title={text.research} {...(research.length === 0 ? { lead: text.noResearch } : {})}>
					{research.length > 0 && (
						<ul>
							{research.map(({ id, title, organisationName }) => (
								<li key={id}>
									<Link to={`/development/research/${id}`}>{title}</Link>, {organisationName}
								</li>
							))}
						</ul>
					)}
				</Section>
			)}
			{need.mayChange && <Standing need={need} actionData={actionData} />}
		</div>
	);
}

type StandingProps = {
	readonly actionData: Route.ComponentProps["actionData"] | undefined;
	readonly need: Route.ComponentProps["loaderData"]["need"];
};

/** Closes a need with what was learnt, or opens it again. */
function Standing({ need, actionData }: StandingProps) {
	const language = useLanguage();
	const [text, words] = [needPageText[language], needText[language]];
	const say = saying(language, words.refusals);
	const version = <input type="hidden" name="version" value={need.version} />;
	if (need.closedOn !== null)
		return (
			<TaskForm refused={actionData} say={say}>
				{version}
				<SubmitButton name="do" value="reopen" variant="secondary">
					{text.reopen}
				</SubmitButton>
			</TaskForm>
		);
	return (
		<Details summary={text.close} open={actionData !== undefined}>
			<TaskForm refused={actionData} values={{ learnt: need.learnt }} labels={text.fields} say={say}>
				<p>{text.closeBody}</p>
				{version}
				<Field
					name="closedBecause"
					kind="radio"
					required
					choices={closings.map((one) => ({ value: one, label: words.closings[one] }))}
				/>
				<Field
					name="learnt"
					kind="textarea"
					rows={4}
					maxLength={2000}
					width="full"
					hint={text.hints.learnt}
					required="sometimes"
				/>
				<SubmitButton name="do" value="close">
					{text.closeNow}
				</SubmitButton>
			</TaskForm>
		</Details>
	);
}
