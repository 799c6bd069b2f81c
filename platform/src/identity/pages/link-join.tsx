import { data, Form } from "react-router";
import { formatDate } from "../../language.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { redirectWithToast, signedIn } from "../../visit.server.ts";
import { acceptInvitation, findInvitation, representFromNow } from "../join.server.ts";
import { linkVisit } from "../link-visit.server.ts";
import { roleWords } from "../role-words.ts";
import type { Route } from "./+types/link-join";
import { linkText } from "./link.text.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, actor, reading } = await linkVisit(context, params.token, "join");
	const invitation = await reading((work) => findInvitation(work, actor));
	if (!invitation) return data({ invitation: null, me: null, signIn: "" }, 410);
	const { personId, role, title, ...rest } = invitation;
	const shown = { ...rest, role: title ?? roleWords(role, visit.language) };
	const me = visit.actor.kind === "person" ? visit.actor : null;
	const isTaken = personId !== null && personId !== me?.personId;
	return data({
		invitation: { ...shown, isTaken },
		me: me?.name ?? null,
		signIn: `/sign-in?to=${encodeURIComponent(visit.url.pathname)}`,
	});
}

/** Ties the role to the person signed in, and lets them represent the organisation from now on. */
export async function action({ context, params, request }: Route.ActionArgs) {
	const { actor: person, language, commanding: asPerson } = signedIn(context, request);
	const { commanding } = await linkVisit(context, params.token, "join");
	const outcome = await commanding((work) => acceptInvitation(work, person));
	if (outcome.refused) throw redirect(`/link/${encodeURIComponent(params.token)}/join`);
	const { organisationId, organisationName } = outcome.done;
	await asPerson(async (work) => ({ done: await representFromNow(work, person, organisationId) }));
	return redirectWithToast("/", linkText[language].join.joined(organisationName));
}

export default function Join({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = linkText[language].join;
	const { invitation, me, signIn } = loaderData;
	if (!invitation)
		return (
			<div className="stack">
				<title>{houseText[language].pageTitle(linkText[language].refusedTitle.revoked)}</title>
				<PageHeader title={linkText[language].refusedTitle.revoked} lead={text.gone} />
			</div>
		);
	const title = text.title(invitation.organisationName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} lead={text.lead} />
			<Facts
				facts={[
					{ label: text.name, value: invitation.name },
					{ label: text.role, value: invitation.role },
					...(invitation.unitName === null ? [] : [{ label: text.unit, value: invitation.unitName }]),
					{ label: text.from, value: formatDate(language, invitation.validFrom) },
					...(invitation.validTo === null ? [] : [{ label: text.to, value: formatDate(language, invitation.validTo) }]),
				]}
			/>
			{invitation.isTaken ? (
				<Alert tone="warning">{text.taken}</Alert>
			) : me === null ? (
				<>
					<p className="ds-paragraph">{text.signInWhy}</p>
					<p>
						<a className="ds-button" href={signIn}>
							{text.signIn}
						</a>
					</p>
				</>
			) : (
				<>
					<Form method="post">
						<button type="submit" className="ds-button">
							{text.acceptAs(me)}
						</button>
					</Form>
					<p className="ds-paragraph quiet">{text.notYou}</p>
				</>
			)}
		</div>
	);
}
