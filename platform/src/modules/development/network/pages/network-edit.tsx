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
import { changeNetwork, endNetwork, openNetwork } from "../../service.server.ts";
import { networkChange, networkEnd } from "../contract.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/network-edit";
import { NetworkFields } from "./NetworkFields.tsx";
import { networkPageText } from "./network.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openNetwork(work, params.networkId);
		if (!opened?.can.keep || opened.network.endedOn !== null) missing();
		return { network: opened.network, today: work.today };
	});
}

const deed = z.object({ do: z.enum(["change", "end"]) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = networkPageText[language];
	const here = `/development/networks/${params.networkId}`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "change" }, 422);
	if (asked.values.do === "end") {
		const parsed = parseForm(networkEnd, form);
		if (parsed.refusals) return data({ ...parsed, deed: "end" }, 422);
		const outcome = await commanding((work) => endNetwork(work, params.networkId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "end" }, 422);
		return redirectWithToast(here, text.endedTitle);
	}
	const parsed = parseForm(networkChange, form);
	if (parsed.refusals) return data({ ...parsed, deed: "change" }, 422);
	const outcome = await commanding((work) => changeNetwork(work, params.networkId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "change" }, 422);
	return redirectWithToast(here, text.changed);
}

/** What a network says, to be changed; or its end. */
export default function NetworkEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [networkPageText[language], networkText[language]];
	const { network, today } = loaderData;
	const say = saying(language, words.refusals);
	const here = `/development/networks/${network.id}`;
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.editTitle}: ${network.name}`)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/development/networks", label: words.title },
					{ to: here, label: network.name },
				]}
			/>
			<TaskForm refused={of("change")} values={network} labels={text.fields} say={say}>
				<input type="hidden" name="version" value={network.version} />
				<NetworkFields today={today} />
				<div className="task-buttons">
					<SubmitButton name="do" value="change">
						{text.save}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
			<Details summary={text.end} open={of("end") !== undefined}>
				<TaskForm refused={of("end")} values={{ endedOn: today }} labels={text.fields} say={say} prefix="end-">
					<p>{text.endBody}</p>
					<input type="hidden" name="version" value={network.version} />
					<Field name="endedOn" kind="date" max={today} required />
					<Field name="endedBecause" kind="textarea" rows={3} maxLength={1000} required />
					<SubmitButton name="do" value="end" color="danger">
						{text.endNow}
					</SubmitButton>
				</TaskForm>
			</Details>
		</div>
	);
}
