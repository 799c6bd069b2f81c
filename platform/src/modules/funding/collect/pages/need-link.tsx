import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { linkToUnit, openUnitAnswer } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/need-link";

/** Gives a unit without an account a link to answer by. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { house, reading } = representing(context, request);
	return reading(async (work) => {
		const { asked, collection, mayAnswer } = (await openUnitAnswer(work, params.askedId)).done ?? missing();
		if (!mayAnswer || !(await mayOf(work)).apply) missing();
		return { unitName: asked.unitName, collection, mails: house.configuration.mail.smtpUrl !== undefined };
	});
}

const wanted = z.object({ email: z.email().max(320).nullable() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, language, reading, commanding } = representing(context, request);
	const parsed = parseForm(wanted, await request.formData());
	if (parsed.refusals) return data({ ...parsed, link: null }, 422);
	const { answerBy } = await reading(
		async (work) => ((await openUnitAnswer(work, params.askedId)).done ?? missing()).collection,
	);
	const email = house.configuration.mail.smtpUrl === undefined ? null : parsed.values.email;
	const day = formatShortDate(language, answerBy);
	const outcome = await commanding((work) => linkToUnit(work, params.askedId, { email, language, day }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, link: null }, 422);
	// The secret is shown once: it cannot be fetched again, so this page is the answer itself.
	return data({
		...{ refusals: [], given: {} },
		link: { address: new URL(outcome.done.path, house.configuration.url).href, mailed: email !== null },
	});
}

export default function NeedLink({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { unitName, collection, mails } = loaderData;
	const back = `/funding/collections/${collection.id}`;
	const link = actionData?.link;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.linkTitle(unitName))}</title>
			<PageHeader title={text.linkTitle(unitName)} lead={text.linkLead} trail={[{ to: back, label: text.title }]} />
			{link && (
				<Alert tone="success" title={text.linkMade(unitName)}>
					<p>{link.mailed ? text.mailed : text.linkBody}</p>
					<CopyButton value={link.address} label={text.linkMade(unitName)} />
				</Alert>
			)}
			<TaskForm
				key={link?.address ?? ""}
				refused={actionData}
				labels={{ email: text.fields.email }}
				say={saying(language, fundingText[language].refusals)}
			>
				{mails && <Field name="email" kind="email" maxLength={320} autoComplete="off" hint={text.linkEmailHint} />}
				<div className="task-buttons">
					<SubmitButton>{text.makeLink}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
