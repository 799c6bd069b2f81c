import { data } from "react-router";
import { ProfileTabs } from "../../identity/pages/ProfileTabs.tsx";
import { formatDate } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { redirectWithToast, signedIn } from "../../visit.server.ts";
import { calendarSince, renewCalendar, revokeCalendar } from "../calendar.server.ts";
import { type Frequency, frequencies, isFrequency } from "../kind.ts";
import { listNoticeKinds } from "../registry.server.ts";
import { choosePreferences } from "../service.server.ts";
import { listPreferences } from "../store.server.ts";
import { noticeText } from "../text.ts";
import type { Route } from "./+types/preferences";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = signedIn(context, request);
	return reading(async (work) => {
		const chosen = await listPreferences(work, actor.personId);
		const person = await work.db
			.selectFrom("identity.person")
			.select("email")
			.where("id", "=", actor.personId)
			.executeTakeFirst();
		return {
			email: person?.email ?? null,
			kinds: listNoticeKinds().map((kind) => ({
				kind: kind.kind,
				name: kind.name[language],
				frequency: chosen.get(kind.kind) ?? kind.frequency,
			})),
			calendarSince: (await calendarSince(work, actor.personId))?.toISOString() ?? null,
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { actor, house, language, commanding } = signedIn(context, request);
	const text = noticeText[language];
	const form = await request.formData();
	switch (form.get("what")) {
		case "renew-calendar": {
			const made = await commanding(async (work) => ({ done: await renewCalendar(work, actor.personId) }));
			// Shown in this answer and nowhere else: after a redirect the address could not be known any more.
			return data({ address: house.configuration.url + (made.done ?? "") });
		}
		case "revoke-calendar":
			await commanding(async (work) => ({ done: await revokeCalendar(work, actor.personId) }));
			return redirectWithToast("/profile/notices", text.calendar.revoked);
		default: {
			const chosen = new Map<string, Frequency>();
			for (const [kind, frequency] of form) if (isFrequency(frequency)) chosen.set(kind, frequency);
			await commanding((work) => choosePreferences(work, actor.personId, chosen));
			return redirectWithToast("/profile/notices", text.preferences.saved);
		}
	}
}

export default function Preferences({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = noticeText[language];
	const words = text.preferences;
	const { email, kinds } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader title={words.title} lead={words.lead} />
			<ProfileTabs />
			<p className="ds-paragraph">{email === null ? words.noEmail : words.to(email)}</p>
			{kinds.length === 0 ? (
				<EmptyState title={words.none} />
			) : (
				<TaskForm>
					{kinds.map(({ kind, name, frequency }) => (
						<Field
							key={kind}
							name={kind}
							kind="radio"
							label={name}
							required
							value={frequency}
							choices={frequencies.map((value) => ({ value, label: words.frequencies[value] }))}
						/>
					))}
					<SubmitButton>{words.save}</SubmitButton>
				</TaskForm>
			)}
			<Calendar since={loaderData.calendarSince} address={actionData?.address ?? null} />
		</div>
	);
}

function Calendar({ since, address }: { readonly since: string | null; readonly address: string | null }) {
	const language = useLanguage();
	const text = noticeText[language].calendar;
	return (
		<Section title={text.title} lead={text.lead} id="calendar">
			{address !== null && (
				<Alert tone="success" title={text.made}>
					<p>{text.madeBody}</p>
					<CopyButton value={address} label={text.copy} />
				</Alert>
			)}
			{address === null && (
				<p className="ds-paragraph">{since === null ? text.none : text.since(formatDate(language, since))}</p>
			)}
			<div className="row">
				<TaskForm prefix="renew">
					<SubmitButton variant="secondary" name="what" value="renew-calendar">
						{since === null ? text.make : text.renew}
					</SubmitButton>
				</TaskForm>
				{since !== null && (
					<TaskForm prefix="revoke">
						<SubmitButton variant="tertiary" color="danger" name="what" value="revoke-calendar">
							{text.revoke}
						</SubmitButton>
					</TaskForm>
				)}
			</div>
			{since !== null && <p className="quiet">{text.renewHint}</p>}
		</Section>
	);
}
