import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { answerOrder, openNetwork } from "../../service.server.ts";
import { orderStates } from "../codes.ts";
import { orderAnswer } from "../contract.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/order";
import { memberText } from "./member.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openNetwork(work, params.networkId);
		if (!opened?.can.keep || opened.network.endedOn !== null) missing();
		const order = opened.orders.find((one) => one.id === params.orderId) ?? missing();
		const member = opened.members.find((one) => one.id === order.memberId)?.name ?? "";
		return { id: opened.network.id, name: opened.network.name, order, member };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(orderAnswer, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => answerOrder(work, params.networkId, params.orderId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/networks/${params.networkId}/orders`, memberText[language].answered);
}

/** Says what becomes of an order. */
export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { id, name, order, member } = loaderData;
	const here = `/development/networks/${id}/orders`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.answerTitle)}</title>
			<PageHeader
				title={text.answerTitle}
				trail={[
					{ to: "/development/networks", label: words.title },
					{ to: here, label: name },
				]}
			/>
			<Facts
				facts={[
					{ label: text.columns.wish, value: <span className="pre-line">{order.wish}</span> },
					{ label: text.columns.by, value: `${order.orderedBy}, ${member}` },
				]}
			/>
			<TaskForm refused={actionData} values={order} labels={text.fields} say={saying(language, words.refusals)}>
				<input type="hidden" name="version" value={order.version} />
				<Field
					name="state"
					kind="radio"
					required
					choices={orderStates.map((one) => ({ value: one, label: words.orderStates[one] }))}
				/>
				<Field name="answer" kind="textarea" rows={3} maxLength={1000} width="full" required="sometimes" />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
