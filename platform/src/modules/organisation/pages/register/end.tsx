import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { formatDate } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { redirectWithToast, representing } from "../../../../visit.server.ts";
import { day } from "../../contract.ts";
import { endOrganisation } from "../../service.server.ts";
import type { Route } from "./+types/end";
import { opened } from "./opened.server.ts";
import { registerPagesText } from "./register.text.ts";
import { TwoStepPage } from "./TwoStepPage.tsx";
import { inTwoSteps } from "./two-steps.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { organisation, newest } = await opened(work, params.organisationId, "end");
		return { id: organisation.id, name: newest.name, today: work.today };
	});
}

const form = z.object({ lastDay: day });

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const sent = await request.formData();
	const { newest } = await visit.reading((work) => opened(work, params.organisationId, "end"));
	return inTwoSteps(visit, sent, parseForm(form, sent), {
		verb: (work, { lastDay }) => endOrganisation(work, params.organisationId, lastDay),
		fieldOf: (refusal) => ({ ...refusal, field: refusal.field ?? "lastDay" }),
		after: () =>
			redirectWithToast(
				`/organisations/${params.organisationId}/history`,
				registerPagesText[visit.language].ended(newest.name),
			),
	});
}

export default function OrganisationEnd({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const { id, name, today } = loaderData;
	return (
		<TwoStepPage
			organisation={{ id, name }}
			title={text.endTitle(name)}
			lead={text.endLead}
			answer={actionData}
			told={({ lastDay }) => ({
				happens: [text.ends(name, formatDate(language, lastDay)), text.nobodyTakesOver],
				stays: [text.staysHistory, text.staysNumbers, text.revivable],
			})}
			submit={text.endSubmit}
			dangerous
			values={{ lastDay: today }}
		>
			<Field name="lastDay" kind="date" label={text.lastDay} required />
		</TwoStepPage>
	);
}
