import { data, Form, Link } from "react-router";
import { parseForm } from "../../forms/parse.ts";
import { saying } from "../../forms/text.ts";
import { formatMoment, formatShortDate, languageNames, languages } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Field } from "../../ui/Field.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { NoValue } from "../../ui/NoValue.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { Table } from "../../ui/Table.tsx";
import { Status } from "../../ui/Tag.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { languageHeaders, redirectWithToast, signedIn } from "../../visit.server.ts";
import { describeAgent } from "../agent.ts";
import { changeProfile, findProfile, listOwnMemberships, profileForm } from "../profile.server.ts";
import { heldAs } from "../role-words.ts";
import { listSessions } from "../session.server.ts";
import type { Route } from "./+types/profile";
import { ProfileTabs } from "./ProfileTabs.tsx";
import { profileText } from "./profile.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = signedIn(context, request);
	return reading(async (work) => {
		const sessions = await listSessions(work, actor);
		return {
			profile: await findProfile(work, actor),
			memberships: (await listOwnMemberships(work, actor.personId)).map((membership) => ({
				...membership,
				role: heldAs(membership.role, membership.title, language),
			})),
			sessions: sessions.map(({ agent, ...session }) => ({
				...session,
				device: describeAgent(agent),
				isThis: session.id === actor.sessionId,
			})),
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { commanding } = signedIn(context, request);
	const parsed = parseForm(profileForm, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeProfile(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const answer = await redirectWithToast("/profile", profileText[parsed.values.language].saved);
	for (const [name, value] of await languageHeaders(parsed.values.language)) answer.headers.append(name, value);
	return answer;
}

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = profileText[language];
	const { profile, memberships } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			<ProfileTabs />
			<Section title={text.about}>
				<TaskForm refused={actionData} values={profile} labels={text.fields} say={saying(language, text.refusals)}>
					<Field name="name" required autoComplete="name" maxLength={200} />
					<Field name="email" kind="email" autoComplete="email" maxLength={320} />
					<Field name="phone" kind="tel" autoComplete="tel" maxLength={40} width="medium" />
					<Field
						name="language"
						kind="radio"
						required
						choices={languages.map((one) => ({ value: one, label: languageNames[one] }))}
					/>
					<SubmitButton>{text.save}</SubmitButton>
				</TaskForm>
				<p>
					<Link className="ds-link" to="/profile/notices">
						{text.notices}
					</Link>
				</p>
			</Section>
			<Section title={text.roles} lead={text.rolesLead}>
				<Table
					caption={text.rolesTable}
					hideCaption
					rows={memberships}
					rowKey={(membership) =>
						`${membership.organisationName} ${membership.role} ${membership.unitName} ${membership.validFrom}`
					}
					columns={[
						{ key: "organisation", label: text.organisation, cell: (one) => one.organisationName },
						{ key: "role", label: text.role, cell: (one) => one.role },
						{ key: "unit", label: text.unit, cell: (one) => one.unitName ?? <NoValue /> },
						{ key: "from", label: text.from, cell: (one) => formatShortDate(language, one.validFrom) },
						{
							key: "to",
							label: text.to,
							cell: (one) => (one.validTo === null ? <NoValue /> : formatShortDate(language, one.validTo)),
						},
					]}
					empty={<p className="ds-paragraph quiet">{text.noRoles}</p>}
				/>
			</Section>
			<Sessions sessions={loaderData.sessions} />
		</div>
	);
}

function Sessions({ sessions }: { sessions: Route.ComponentProps["loaderData"]["sessions"] }) {
	const language = useLanguage();
	const text = profileText[language];
	return (
		<Section title={text.sessions} lead={text.sessionsLead} id="sessions">
			<Table
				caption={text.sessionsTable}
				hideCaption
				rows={sessions}
				rowKey={(session) => session.id}
				columns={[
					{ key: "device", label: text.device, cell: (session) => session.device ?? text.unknownDevice },
					{ key: "created", label: text.signedInAt, cell: (session) => formatMoment(language, session.createdAt) },
					{ key: "seen", label: text.seenAt, cell: (session) => formatMoment(language, session.seenAt) },
					{
						key: "end",
						label: text.endSession,
						cell: (session) =>
							session.isThis ? (
								<Status tone="info">{text.thisDevice}</Status>
							) : (
								<Form method="post" action="/profile/sessions">
									<button
										type="submit"
										className="ds-button"
										data-variant="tertiary"
										data-size="sm"
										name="session"
										value={session.id}
										aria-label={text.endSessionOf(session.device ?? text.unknownDevice)}
									>
										{text.endSession}
									</button>
								</Form>
							),
					},
				]}
			/>
			<Form method="post" action="/sign-out" reloadDocument>
				<button type="submit" className="ds-button" data-variant="secondary" name="everywhere" value="on">
					{text.signOutEverywhere}
				</button>
			</Form>
		</Section>
	);
}
