import { data } from "react-router";
import { z } from "zod";
import type { Work } from "../../../../database/work.server.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import type { Outcome } from "../../../../outcome.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { versioned } from "../../project/contract.ts";
import { answerOffer, beginHelping, endHelping, openHelp, withdrawOffer } from "../../service.server.ts";
import { offerAnswers } from "../codes.ts";
import { type HelpRefusal, offerAnswer, offerBegin, offerEnd } from "../contract.ts";
import { offerStateOf } from "../rules.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/offer";
import { helpPageText } from "./help.text.ts";
import { LocalFields } from "./LocalFields.tsx";
import { OfferFactsList } from "./OfferFactsList.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const help = (await openHelp(work, params.helpId)) ?? missing();
		const offer = help.offers.find(({ id }) => id === params.offerId) ?? missing();
		const state = offerStateOf(offer);
		const open = offer.withdrawnOn === null && offer.beganOn === null;
		const { keep, take } = help.can;
		const isOffered = offer.begun === "offered";
		return {
			...{ id: help.id, title: help.title, offer, isOwn: help.isOwn, before: help.waiting.indexOf(offer.id) },
			mayAnswer: open && isOffered && take,
			mayRefuse: open && !isOffered && keep && offer.answer !== "no",
			mayBegin: state === "waiting" && keep,
			mayEnd: state === "going" && keep,
			mayWithdraw: open && offer.answer !== "no" && (isOffered ? keep : take),
		};
	});
}

const deed = z.object({ do: z.enum(["answer", "refuse", "begin", "end", "withdraw"]) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = helpPageText[language];
	const { helpId, offerId } = params;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "answer" }, 422);
	const what = asked.values.do;
	async function does<Schema extends z.ZodObject>(
		schema: Schema,
		verb: (work: Work, values: z.output<Schema>) => Promise<Outcome<undefined, HelpRefusal>>,
		toast: string,
	) {
		const parsed = parseForm(schema, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => verb(work, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(`/development/help/${helpId}`, toast);
	}
	switch (what) {
		case "begin":
			return does(offerBegin, (work, values) => beginHelping(work, helpId, offerId, values), text.began);
		case "end":
			return does(offerEnd, (work, values) => endHelping(work, helpId, offerId, values), text.finished);
		case "withdraw":
			return does(versioned, (work, { version }) => withdrawOffer(work, helpId, offerId, version), text.withdrawn);
		default:
			return does(offerAnswer, (work, values) => answerOffer(work, helpId, offerId, values), text.answered);
	}
}

/** One offer or request: its answer, its turn, and what came of it. */
export default function OfferPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [helpPageText[language], helpText[language]];
	const { id, title, offer, isOwn, before, mayAnswer, mayRefuse, mayBegin, mayEnd, mayWithdraw } = loaderData;
	const { hints } = text;
	const say = saying(language, words.refusals);
	const here = `/development/help/${id}`;
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	const version = <input type="hidden" name="version" value={offer.version} />;
	const heading = mayAnswer ? text.answerTitle : isOwn ? offer.partyName : title;
	const why = (required: true | "sometimes", hint?: string) => (
		<Field
			name="answerWords"
			kind="textarea"
			rows={2}
			maxLength={1000}
			width="full"
			required={required}
			{...(hint === undefined ? {} : { hint })}
		/>
	);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${heading}: ${title}`)}</title>
			<PageHeader
				title={heading}
				trail={[
					{ to: "/development/help", label: words.title },
					{ to: here, label: title },
				]}
			/>
			<OfferFactsList offer={offer} />
			{mayAnswer && (
				<TaskForm refused={of("answer")} values={offer} labels={text.fields} say={say}>
					{version}
					<Field
						name="answer"
						kind="radio"
						required
						choices={offerAnswers.map((one) => ({ value: one, label: words.answers[one] }))}
					/>
					<LocalFields required="sometimes" />
					{why("sometimes", hints.answerWords)}
					<SubmitButton name="do" value="answer">
						{text.sendReply}
					</SubmitButton>
				</TaskForm>
			)}
			{mayBegin && (
				<TaskForm refused={of("begin")} labels={text.fields} say={say} prefix="begin-">
					<p>{text.beginBody}</p>
					{version}
					{before > 0 && (
						<Field
							name="beganBecause"
							maxLength={500}
							autoComplete="off"
							hint={hints.beganBecause}
							required="sometimes"
						/>
					)}
					<SubmitButton name="do" value="begin">
						{text.begin}
					</SubmitButton>
				</TaskForm>
			)}
			{mayEnd && (
				<TaskForm refused={of("end")} labels={text.fields} say={say} prefix="end-">
					{version}
					<Field name="result" kind="textarea" rows={3} maxLength={2000} width="full" required />
					<SubmitButton name="do" value="end">
						{text.finish}
					</SubmitButton>
				</TaskForm>
			)}
			{mayRefuse && (
				<Details summary={text.refuse} open={of("refuse") !== undefined}>
					<TaskForm refused={of("refuse")} labels={text.fields} say={say} prefix="refuse-">
						{version}
						<input type="hidden" name="answer" value="no" />
						{why(true)}
						<SubmitButton name="do" value="refuse" color="danger">
							{text.refuse}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
			{mayWithdraw && (
				<Details summary={text.withdraw} open={of("withdraw") !== undefined}>
					<TaskForm refused={of("withdraw")} labels={text.fields} say={say} prefix="withdraw-">
						<p>{text.withdrawBody}</p>
						{version}
						<SubmitButton name="do" value="withdraw" color="danger">
							{text.withdraw}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</div>
	);
}
