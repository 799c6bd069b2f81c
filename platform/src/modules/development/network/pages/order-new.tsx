import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { openNetwork, orderFrom } from "../../service.server.ts";
import { orderFacts } from "../contract.ts";
import { isIn } from "../rules.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/order-new";
import { memberText } from "./member.text.ts";
import { networkPageText } from "./network.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, actor } = representing(context, request);
	return reading(async (work) => {
		const opened = await openNetwork(work, params.networkId);
		if (!opened || opened.network.endedOn !== null || (!opened.can.keep && opened.can.order === null)) missing();
		const { network, members, can } = opened;
		const choices = members.filter((one) => (can.keep ? isIn(one, work.today) : one.id === can.order));
		return {
			...{ id: network.id, name: network.name, by: actor.name, memberId: can.order ?? "" },
			selfGoverning: network.kind === "self-governing",
			members: choices.map(({ id, name }) => ({ value: id, label: name })),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(orderFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => orderFrom(work, params.networkId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/networks/${params.networkId}/orders`, memberText[language].ordered);
}

/** Orders something from a network. */
export default function OrderNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { id, name, by, memberId, members, selfGoverning } = loaderData;
	const here = `/development/networks/${id}/orders`;
	const importances = [1, 2, 3] as const;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.order)}</title>
			<PageHeader
				title={text.order}
				trail={[
					{ to: "/development/networks", label: words.title },
					{ to: here, label: name },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={{ orderedBy: by, memberId, importance: "2" }}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<Field
					name="wish"
					kind="textarea"
					rows={3}
					maxLength={1000}
					width="full"
					required
					hint={selfGoverning ? networkPageText[language].hints.selfGoverning : undefined}
				/>
				<Field name="memberId" kind="select" choices={members} required />
				<Field name="orderedBy" maxLength={200} autoComplete="off" hint={text.hints.orderedBy} required />
				<Field name="isLine" kind="checkbox" />
				<Field
					name="importance"
					kind="radio"
					required
					choices={importances.map((one) => ({ value: `${one}`, label: words.importances[one] }))}
				/>
				<div className="task-buttons">
					<SubmitButton>{text.order}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
