import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { organisationChoices } from "../../../organisation/service.server.ts";
import { parseParty } from "../../party-form.server.ts";
import {
	changeMember,
	leaveNetwork,
	noteDelivery,
	openNetwork,
	removeMember,
	undoDelivery,
} from "../../service.server.ts";
import { deliveryFacts, memberChange, memberLeaving } from "../contract.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/member";
import { Deliveries } from "./Deliveries.tsx";
import { MemberFields } from "./MemberFields.tsx";
import { memberText } from "./member.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { network, members, deliveries, leads, orders, can } =
			(await openNetwork(work, params.networkId)) ?? missing();
		const member = members.find((one) => one.id === params.memberId) ?? missing();
		const open = network.endedOn === null && member.leftOn === null;
		const keeps = can.keep && open;
		const organisations = keeps ? await organisationChoices(work) : [];
		const hasDone = [...leads, ...orders, ...deliveries].some((one) => one.memberId === member.id);
		return {
			...{ network: { id: network.id, name: network.name }, member, organisations, keeps, today: work.today },
			party: organisations.find(({ value }) => value === member.partyId)?.label ?? "",
			deliveries: deliveries.filter((one) => one.memberId === member.id),
			mayChange: keeps || (open && can.own === member.id),
			mayRemove: keeps && !hasDone,
		};
	});
}

const deed = z.object({ do: z.enum(["change", "leave", "remove", "deliver", "undo"]) });
const undoing = z.object({ deliveryId: id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const text = memberText[language];
	const { networkId, memberId } = params;
	const list = `/development/networks/${networkId}/members`;
	const here = `${list}/${memberId}`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "change" }, 422);
	const what = asked.values.do;
	const name =
		(await reading((work) => openNetwork(work, networkId)))?.members.find((one) => one.id === memberId)?.name ??
		missing();
	if (what === "change") {
		const parsed = parseParty(memberChange, form, await reading(organisationChoices));
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => changeMember(work, networkId, memberId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.saved(name));
	}
	if (what === "leave") {
		const parsed = parseForm(memberLeaving, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => leaveNetwork(work, networkId, memberId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		// Whoever leaves by its own hand does not read the network any longer.
		const reads = (await reading((work) => openNetwork(work, networkId))) !== undefined;
		return redirectWithToast(reads ? list : "/development/networks", text.hasLeft(name));
	}
	if (what === "deliver") {
		const parsed = parseForm(deliveryFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => noteDelivery(work, networkId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.delivered);
	}
	if (what === "undo") {
		const parsed = parseForm(undoing, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => undoDelivery(work, networkId, parsed.values.deliveryId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: what }, 422);
		return redirectWithToast(here, text.undone);
	}
	const outcome = await commanding((work) => removeMember(work, networkId, memberId));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: what }, 422);
	return redirectWithToast(list, text.removed(name));
}

/** One member: what it has decided and pledged, what it has put in, and its leaving. */
export default function MemberPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { network, member, party, organisations, keeps, mayChange, mayRemove, deliveries, today } = loaderData;
	const list = `/development/networks/${network.id}/members`;
	const say = saying(language, words.refusals);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(member.name)}</title>
			<PageHeader
				title={member.name}
				lead={words.standings[member.standing]}
				trail={[
					{ to: "/development/networks", label: words.title },
					{ to: list, label: network.name },
				]}
			/>
			{member.leftOn !== null && (
				<Alert tone="info" title={text.left(formatShortDate(language, member.leftOn))}>
					<p>{member.leftBecause}</p>
				</Alert>
			)}
			<Deliveries
				member={member}
				deliveries={deliveries}
				mayNote={mayChange}
				today={today}
				refused={{ deliver: of("deliver"), undo: of("undo") }}
			/>
			{mayChange && (
				<>
					<TaskForm
						refused={of("change")}
						values={{ ...member, partyId: party, name: member.partyId === null ? member.name : "" }}
						labels={text.fields}
						say={say}
						prefix="change-"
					>
						<input type="hidden" name="version" value={member.version} />
						{!keeps && <input type="hidden" name="standing" value={member.standing} />}
						<MemberFields organisations={organisations} keeps={keeps} today={today} />
						<div className="task-buttons">
							<SubmitButton name="do" value="change">
								{text.save}
							</SubmitButton>
							<Link className="ds-button" data-variant="tertiary" to={list}>
								{uiText[language].cancel}
							</Link>
						</div>
					</TaskForm>
					<Details summary={text.leave} open={of("leave") !== undefined}>
						<TaskForm refused={of("leave")} values={{ leftOn: today }} labels={text.fields} say={say} prefix="leave-">
							<p>{text.leaveBody}</p>
							<input type="hidden" name="version" value={member.version} />
							<Field name="leftOn" kind="date" max={today} required />
							<Field name="leftBecause" maxLength={500} autoComplete="off" width="full" required />
							<SubmitButton name="do" value="leave" color="danger">
								{text.leaveNow}
							</SubmitButton>
						</TaskForm>
					</Details>
				</>
			)}
			{mayRemove && (
				<Details summary={text.remove} open={of("remove") !== undefined}>
					<TaskForm refused={of("remove")} say={say} prefix="remove-">
						<p>{text.removeBody}</p>
						<SubmitButton name="do" value="remove" color="danger">
							{text.remove}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</div>
	);
}
