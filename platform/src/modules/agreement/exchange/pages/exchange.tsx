import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { agreementText } from "../../text.ts";
import { evaluation } from "../contract.ts";
import { exchangeStanding } from "../rules.ts";
import { evaluateExchange, readExchange, removeExchange } from "../service.server.ts";
import { exchangeText } from "../text.ts";
import type { Route } from "./+types/exchange";
import { ExchangeStandingOf } from "./ExchangeStandingOf.tsx";

/** One person who works across the border, or a vacant post; what came of it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		const exchange = (await readExchange(work, params.exchangeId)) ?? missing();
		return {
			...{ exchange, standing: exchangeStanding(exchange, work.today), hasBegun: exchange.firstDay <= work.today },
			canRemove: exchange.organisationId === actor.organisationId,
		};
	});
}

const deed = z.object({ do: z.enum(["evaluate", "remove"]), version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = exchangeText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ refusals: asked.refusals, given: asked.given }, 422);
	const { exchangeId } = params;
	if (asked.values.do === "remove") {
		const outcome = await commanding((work) => removeExchange(work, exchangeId, asked.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		return redirectWithToast("/agreements/exchanges", text.removed);
	}
	const parsed = parseForm(evaluation, form);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => evaluateExchange(work, exchangeId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/agreements/exchanges/${exchangeId}`, text.evaluated);
}

export default function ExchangePage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = exchangeText[language];
	const { columns } = text;
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const { exchange, standing, hasBegun, canRemove } = loaderData;
	const share = (value: number | null) => (value === null ? null : `${formatNumber(language, value)}\u00a0%`);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(exchange.title)}</title>
			<PageHeader
				title={exchange.title}
				lead={words.exchangeKinds[exchange.kind]}
				trail={[
					{ to: "/agreements", label: words.title },
					{ to: "/agreements/exchanges", label: text.title },
				]}
				tags={<ExchangeStandingOf standing={standing} />}
				secondary={
					<Link className="ds-button" data-variant="secondary" to={`/agreements/exchanges/${exchange.id}/edit`}>
						{text.edit}
					</Link>
				}
			/>
			<Facts
				facts={[
					{ label: columns.person, value: exchange.personName ?? text.vacant },
					{ label: columns.home, value: exchange.homeName, source: share(exchange.homeShare) },
					{ label: columns.guest, value: exchange.guestName, source: share(exchange.guestShare) },
					{ label: columns.financing, value: exchange.financing },
					{ label: columns.tasks, value: exchange.tasks },
					...(exchange.kind === "lecturing"
						? [
								{
									label: columns.lectures,
									value: exchange.lectures === null ? <NoValue /> : formatNumber(language, exchange.lectures),
								},
							]
						: []),
					{ label: columns.from, value: formatDate(language, exchange.firstDay) },
					{
						label: columns.until,
						value: exchange.lastDay === null ? text.untilFurther : formatDate(language, exchange.lastDay),
					},
					{
						label: columns.agreement,
						value: exchange.agreementTitle && (
							<Link className="ds-link" to={`/agreements/${exchange.agreementId}`}>
								{exchange.agreementTitle}
							</Link>
						),
					},
				]}
			/>
			{hasBegun && exchange.personName !== null && (
				<Section
					title={text.evaluateTitle}
					lead={exchange.evaluatedOn === null ? text.notEvaluated : formatDate(language, exchange.evaluatedOn)}
				>
					<TaskForm
						refused={actionData}
						values={{ evaluation: exchange.evaluation }}
						labels={text.fields}
						say={saying(language, { ...refusalWords.refusals, ...text.refusals })}
					>
						<input type="hidden" name="version" value={exchange.version} />
						<Field name="evaluation" kind="textarea" required maxLength={4000} width="full" />
						<SubmitButton name="do" value="evaluate">
							{text.evaluate}
						</SubmitButton>
					</TaskForm>
				</Section>
			)}
			{canRemove && (
				<Details summary={text.remove}>
					<p className="ds-paragraph">{text.removeLead}</p>
					<TaskForm>
						<input type="hidden" name="version" value={exchange.version} />
						<SubmitButton name="do" value="remove" color="danger">
							{text.remove}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</div>
	);
}
