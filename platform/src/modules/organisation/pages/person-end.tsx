import { data, Link } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { formatDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { ConfirmPage } from "../../../ui/ConfirmForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { membershipEnd } from "../people/contract.ts";
import { peopleText } from "../people/text.ts";
import { endMembership, readPerson } from "../service.server.ts";
import type { Route } from "./+types/person-end";
import { leavingText } from "./leaving.text.ts";
import { peoplePagesText } from "./people.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const person = (await readPerson(work, params.membershipId)) ?? missing();
		if (!person.can.end) missing();
		const { membership, memberships, contacts, deputyContacts, deputyFor, otherThings, left, can } = person;
		// Whoever goes on in another role goes on with the rest: only what this role answers for is worth a word.
		const goesOn = memberships.some(({ id, validTo }) => id !== membership.id && (validTo ?? "9999") >= work.today);
		const others = goesOn ? 0 : deputyContacts.length + deputyFor.length + otherThings.length + left.length;
		return { membership, contacts: contacts.length, others, today: work.today, canHandOver: can.handOver };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(membershipEnd, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => endMembership(work, params.membershipId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(
		`/people/${params.membershipId}`,
		leavingText[language].ended(formatDate(language, parsed.values.lastDay)),
	);
}

export default function PersonEnd({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const leavingWords = leavingText[language];
	const { membership, contacts, others, today, canHandOver } = loaderData;
	const page = `/people/${membership.id}`;
	const title = leavingWords.endTitle(membership.name);
	return (
		<>
			<title>{houseText[language].pageTitle(title)}</title>
			<ConfirmPage
				title={title}
				trail={[
					{ to: "/people", label: text.title },
					{ to: page, label: membership.name },
				]}
				action={`${page}/end`}
				submit={text.end}
				cancelTo={page}
				dangerous
				refused={actionData}
				say={saying(language, peopleText[language].refusals)}
			>
				<p className="ds-paragraph">{leavingWords.endLead}</p>
				{contacts + others > 0 && (
					<Alert tone="warning">
						{contacts > 0 && <p>{leavingWords.endHolds(contacts)}</p>}
						{others > 0 && <p>{leavingWords.endHoldsMore(others)}</p>}
						{canHandOver && (
							<Link className="ds-link" to={`${page}/hand-over`}>
								{leavingWords.handOverInstead}
							</Link>
						)}
					</Alert>
				)}
				<input type="hidden" name="version" value={membership.version} />
				<Field name="lastDay" kind="date" label={leavingWords.lastDay} value={membership.validTo ?? today} required />
			</ConfirmPage>
		</>
	);
}
