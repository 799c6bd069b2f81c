import { data } from "react-router";
import { z } from "zod";
import { addMonths } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { confirmCard, openCard, sayUse, undoUse } from "../../service.server.ts";
import { revalidateMonths, useStages } from "../codes.ts";
import { cardConfirming, useFacts } from "../contract.ts";
import { practiceText } from "../text.ts";
import type { Route } from "./+types/card";
import { CardBody } from "./CardBody.tsx";
import { cardText } from "./card.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openCard(work, params.cardId)) ?? missing();
		return {
			...{ ...opened, today: work.today, next: addMonths(work.today, revalidateMonths) },
			own: opened.uses.find(({ organisationId }) => organisationId === actor.organisationId)?.id ?? null,
		};
	});
}

const deed = z.object({ do: z.enum(["confirm", "use", "undo"]) });
const undoing = z.object({ useId: id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = cardText[language];
	const { cardId } = params;
	const here = `/development/practice/${cardId}`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "use" }, 422);
	const what = asked.values.do;
	if (what === "confirm") {
		const parsed = parseForm(cardConfirming, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => confirmCard(work, cardId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.confirmed);
	}
	if (what === "use") {
		const parsed = parseForm(useFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => sayUse(work, cardId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.said);
	}
	const parsed = parseForm(undoing, form);
	if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
	const outcome = await commanding((work) => undoUse(work, cardId, parsed.values.useId));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: what }, 422);
	return redirectWithToast(here, text.undone);
}

/** A practice card: what it tells, who tried it out, and what one's own organisation has done with it. */
export default function CardPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [cardText[language], practiceText[language]];
	const { card, networks, chain, uses, can, today, next, own } = loaderData;
	const here = `/development/practice/${card.id}`;
	const say = saying(language, words.refusals);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	const shown = [words.visibilities[card.visibility], ...networks.map(({ name }) => name)].join(": ");
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(card.title)}</title>
			<PageHeader
				title={card.title}
				lead={text.lead(card.organisationName, formatShortDate(language, card.validatedOn))}
				trail={[{ to: "/development/practice", label: words.title }]}
				tags={
					<>
						{card.result?.state === "running" && <Tag tone="info">{words.underWay}</Tag>}
						{card.isStale && <Tag tone="warning">{words.stale}</Tag>}
					</>
				}
				{...(can.adopt ? { action: { to: `${here}/adopt`, label: text.adopt } } : {})}
				secondary={
					can.change && (
						<>
							<Link className="ds-button" data-variant="secondary" to={`${here}/edit`}>
								{text.edit}
							</Link>
							<Link className="ds-button" data-variant="tertiary" to={`/development/projects/${card.projectId}`}>
								{text.project}
							</Link>
						</>
					)
				}
			/>
			<p className="quiet">
				{text.shownTo}: {shown}
			</p>
			{can.change && (card.isStale || of("confirm")) && (
				<TaskForm
					refused={of("confirm")}
					values={{ revalidateOn: next }}
					labels={text.fields}
					say={say}
					prefix="confirm-"
				>
					<input type="hidden" name="version" value={card.version} />
					<Field name="revalidateOn" kind="date" required />
					<SubmitButton name="do" value="confirm">
						{text.confirm}
					</SubmitButton>
				</TaskForm>
			)}
			<CardBody card={card} chain={chain} uses={uses} under="/development/practice">
				{can.say && (
					<TaskForm refused={of("use")} values={{ onDay: today }} labels={text.fields} say={say} prefix="use-">
						<Field
							name="stage"
							kind="radio"
							required
							choices={useStages.map((one) => ({ value: one, label: words.stages[one] }))}
						/>
						<Field name="onDay" kind="date" max={today} required />
						<Field name="note" maxLength={1000} autoComplete="off" width="full" />
						<SubmitButton name="do" value="use" variant="secondary">
							{text.sayNow}
						</SubmitButton>
					</TaskForm>
				)}
				{can.say && own !== null && (
					<TaskForm refused={of("undo")} say={say} prefix="undo-">
						<input type="hidden" name="useId" value={own} />
						<SubmitButton name="do" value="undo" variant="tertiary">
							{text.undo}
						</SubmitButton>
					</TaskForm>
				)}
			</CardBody>
		</div>
	);
}
