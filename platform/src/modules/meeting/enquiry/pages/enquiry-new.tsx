import { data } from "react-router";
import { z } from "zod";
import { addDays } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { findNamed } from "../../../../ui/choice.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { organisationChoices } from "../../../organisation/service.server.ts";
import { askerOf } from "../../open.server.ts";
import { asks, usualDays } from "../codes.ts";
import { enquiryFacts } from "../contract.ts";
import { mayAsk } from "../rules.ts";
import { sendEnquiries } from "../service.server.ts";
import { enquiryText } from "../text.ts";
import type { Route } from "./+types/enquiry-new";
import { arenaChoices, themeChoices } from "./choices.server.ts";
import { enquiryPagesText } from "./enquiry.text.ts";

/** How many fields for receivers there are to begin with; as many again as were filled in. */
const receiverFields = 3;

/** A new enquiry: to one, to several, or to an arena that answers for its parties. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, language, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayAsk(await askerOf(work))) missing();
		const organisations = (await organisationChoices(work)).filter(({ value }) => value !== actor.organisationId);
		const to = url.searchParams.get("to");
		return {
			organisations,
			arenas: await arenaChoices(work),
			themes: themeChoices(language),
			today: work.today,
			values: {
				"receivers.0": organisations.find(({ value }) => value === to)?.label ?? "",
				dueOn: addDays(work.today, usualDays),
				asks: asks.find((one) => one === url.searchParams.get("asks")) ?? "",
			},
		};
	});
}

const facts = enquiryFacts.extend({ arenaIds: z.array(z.uuid()).default([]) });

export async function action({ context, request }: Route.ActionArgs) {
	const { language, house, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = parseForm(facts, form);
	const organisations = await reading(organisationChoices);
	const named = [...form].flatMap(([name, value]) =>
		name.startsWith("receivers.") && typeof value === "string" && value.trim() !== "" ? [[name, value] as const] : [],
	);
	const given = { ...parsed.given, ...Object.fromEntries(named) };
	const unknown = named.flatMap(([field, value]) =>
		findNamed(organisations, value) ? [] : [{ code: "organisation-unknown", field }],
	);
	if (parsed.refusals || unknown.length > 0)
		return data({ refusals: [...(parsed.refusals ?? []), ...unknown], given }, 422);
	const receiverIds = named.flatMap(([, value]) => findNamed(organisations, value)?.value ?? []);
	const telling = { mails: house.configuration.mail.smtpUrl !== undefined, language };
	const outcome = await commanding((work) => sendEnquiries(work, { ...parsed.values, receiverIds }, telling));
	if (outcome.refused) return data({ refusals: outcome.refused, given }, 422);
	const { ids, counts } = outcome.done;
	const [only] = ids;
	return redirectWithToast(
		ids.length === 1 ? `/enquiries/${only}` : "/arenas/enquiries?box=sent",
		enquiryPagesText[language].sent(ids.length, counts.silent),
	);
}

export default function EnquiryNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = enquiryPagesText[language];
	const words = enquiryText[language];
	const { fields } = text;
	const { organisations, arenas, themes, values, today } = loaderData;
	const filled = Object.keys(actionData?.given ?? {}).filter((name) => name.startsWith("receivers.")).length;
	const receivers = Array.from({ length: receiverFields + filled }, (_, index) => `receivers.${index}`);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: "/arenas/enquiries", label: words.title }]} />
			<TaskForm refused={actionData} values={values} labels={fields} say={saying(language, words.refusals)}>
				<fieldset className="ds-fieldset">
					<legend className="ds-label">{fields.receivers}</legend>
					{receivers.map((name, index) => (
						<Field
							key={name}
							name={name}
							kind="lookup"
							label={`${fields.receiver} ${index + 1}`}
							choices={organisations}
							required="sometimes"
							width="full"
						/>
					))}
				</fieldset>
				{arenas.length > 0 && (
					<Field name="arenaIds" kind="checkboxes" hint={text.hints.arenaIds} choices={arenas} required="sometimes" />
				)}
				<Field
					name="asks"
					kind="select"
					required
					choices={asks.map((one) => ({ value: one, label: words.asks[one] }))}
				/>
				<Field name="subject" maxLength={160} width="full" autoComplete="off" required />
				<Field name="body" kind="textarea" rows={8} maxLength={8000} required />
				<Field name="theme" kind="select" choices={themes} />
				<Field name="unitName" maxLength={200} width="full" autoComplete="off" />
				<Field name="dueOn" kind="date" min={today} required />
				<div className="task-buttons">
					<SubmitButton>{text.send}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/arenas/enquiries">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
