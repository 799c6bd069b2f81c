import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { versioned } from "../../project/contract.ts";
import { answerAsk, checkReturn, openNeed, openResearch, withdrawAsk } from "../../service.server.ts";
import { answers, noBecause, returnsSaid } from "../codes.ts";
import { askAnswer, askReturn } from "../contract.ts";
import { takesPart } from "../rules.ts";
import { researchText } from "../text.ts";
import type { Route } from "./+types/ask";
import { AskFacts } from "./AskFacts.tsx";
import { researchPageText } from "./research.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const research = (await openResearch(work, params.researchId)) ?? missing();
		const ask = research.asks.find(({ id }) => id === params.askId) ?? missing();
		const need = ask.needId === null ? undefined : await openNeed(work, ask.needId);
		const open = research.endedOn === null && ask.withdrawnOn === null;
		const returned = research.returnedOn !== null;
		return {
			...{ id: research.id, title: research.title, result: research.result, ask, need: need?.question ?? null },
			mayAnswer: open && research.can.answer && !(returned && ask.answer !== null),
			mayCheck: open && research.can.answer && returned && takesPart(ask),
			mayWithdraw: open && research.can.keep,
		};
	});
}

const deed = z.object({ do: z.enum(["answer", "check", "withdraw"]) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = researchPageText[language];
	const { researchId, askId } = params;
	const here = `/development/research/${researchId}`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "answer" }, 422);
	if (asked.values.do === "withdraw") {
		const parsed = parseForm(versioned, form);
		if (parsed.refusals) return data({ ...parsed, deed: "withdraw" }, 422);
		const outcome = await commanding((work) => withdrawAsk(work, researchId, askId, parsed.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "withdraw" }, 422);
		return redirectWithToast(here, text.withdrawDone);
	}
	if (asked.values.do === "check") {
		const parsed = parseForm(askReturn, form);
		if (parsed.refusals) return data({ ...parsed, deed: "check" }, 422);
		const outcome = await commanding((work) => checkReturn(work, researchId, askId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "check" }, 422);
		return redirectWithToast(here, text.checked);
	}
	const parsed = parseForm(askAnswer, form);
	if (parsed.refusals) return data({ ...parsed, deed: "answer" }, 422);
	const outcome = await commanding((work) => answerAsk(work, researchId, askId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "answer" }, 422);
	return redirectWithToast(here, text.replied);
}

/** What one organisation is asked: its answer, whether what was found came back, or the question taken back. */
export default function AskPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { id, title, result, ask, need, mayAnswer, mayCheck, mayWithdraw } = loaderData;
	const say = saying(language, words.refusals);
	const here = `/development/research/${id}`;
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	const version = <input type="hidden" name="version" value={ask.version} />;
	const heading = mayAnswer ? text.replyTitle : mayCheck ? text.checkTitle : ask.partyName;
	const cancel = (
		<Link className="ds-button" data-variant="tertiary" to={here}>
			{uiText[language].cancel}
		</Link>
	);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${heading}: ${title}`)}</title>
			<PageHeader
				title={heading}
				trail={[
					{ to: "/development/research", label: words.title },
					{ to: here, label: title },
				]}
			/>
			<AskFacts ask={ask} need={need} />
			{mayAnswer && (
				<TaskForm refused={of("answer")} values={ask} labels={text.fields} say={say}>
					{version}
					<Field
						name="answer"
						kind="radio"
						required
						choices={answers.map((one) => ({ value: one, label: words.answers[one] }))}
					/>
					<Field
						name="noBecause"
						kind="select"
						required="sometimes"
						choices={noBecause.map((one) => ({ value: one, label: words.noBecause[one] }))}
					/>
					{ask.hours !== null && <Field name="hoursGiven" kind="number" whole required="sometimes" />}
					<Field
						name="answerWords"
						kind="textarea"
						rows={3}
						maxLength={2000}
						width="full"
						hint={text.hints.answerWords}
						required="sometimes"
					/>
					<div className="task-buttons">
						<SubmitButton name="do" value="answer">
							{text.sendReply}
						</SubmitButton>
						{cancel}
					</div>
				</TaskForm>
			)}
			{mayCheck && (
				<>
					<p className="pre-line">{result}</p>
					<TaskForm refused={of("check")} values={ask} labels={text.fields} say={say} prefix="check-">
						{version}
						<Field
							name="returnSaid"
							kind="radio"
							required
							choices={returnsSaid.map((one) => ({ value: one, label: words.returnsSaid[one] }))}
						/>
						<Field name="returnWords" kind="textarea" rows={3} maxLength={1000} width="full" />
						<div className="task-buttons">
							<SubmitButton name="do" value="check">
								{text.save}
							</SubmitButton>
							{cancel}
						</div>
					</TaskForm>
				</>
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
